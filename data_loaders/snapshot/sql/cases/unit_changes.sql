-- unit_changes, as they are read
create table unit_changes as select * exclude (seq) from stage.unit_changes
order by old_code, new_code, changed_on;
