-- unit_groups, as they are read
create table unit_groups as
select * exclude (seq) from stage.unit_groups
order by group_set, group_code, unit_code, valid_from;
