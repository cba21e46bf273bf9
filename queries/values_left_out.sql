-- question: Which single values were left out while their rows stayed?
-- grain: one row a table, column and reason, with a few of the codes of their rows
-- key: table_name, column_name, reason
-- about: operation
select
    table_name,
    column_name,
    reason,
    count(*) as left_out,
    min(row_key) as sample_first,
    max(row_key) as sample_last
from left_out
group by table_name, column_name, reason
order by left_out desc, table_name, column_name, reason
