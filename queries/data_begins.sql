-- question: Since when are records kept, table by table?
-- grain: one row a table of events; begins_on none where nothing was ever recorded; declared: the province says so
-- key: table_name
-- scope: province
select
    table_name,
    begins_on,
    declared
from data_begin
order by table_name
