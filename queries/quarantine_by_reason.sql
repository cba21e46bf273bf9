-- question: Why were rows refused?
-- grain: one row a table, column and reason, with a few of the refused codes
-- key: table_name, column_name, reason
-- about: operation
select
    table_name,
    column_name,
    reason,
    count(*) as refused,
    min(row_key) as sample_first,
    max(row_key) as sample_last
from quarantine
group by table_name, column_name, reason
order by refused desc, table_name, column_name, reason
