-- extensions, by day
create table extensions as select * exclude (seq) from stage.extensions
order by decided_on, dossier_id, seq;
