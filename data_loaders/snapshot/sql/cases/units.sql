-- units, as they are read
create table units as select * exclude (seq) from stage.units
order by unit_code, valid_from;
