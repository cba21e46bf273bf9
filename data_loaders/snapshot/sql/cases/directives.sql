-- directives, by day
create table directives as select * exclude (seq) from stage.directives
order by issued_on, directive_id;
