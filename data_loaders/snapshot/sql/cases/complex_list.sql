-- complex_list, by day
create table complex_list as select * exclude (seq) from stage.complex_list
order by listed_on, dossier_id, seq;
