-- dossier_steps, by day
create table dossier_steps as select * exclude (seq) from stage.dossier_steps
order by happened_on, dossier_id, seq;
