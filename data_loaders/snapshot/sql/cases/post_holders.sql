-- post_holders, by post and day
create table post_holders as select * exclude (seq) from stage.post_holders
order by post_code, from_date, seq;
