-- question: How many rows of each table were read, taken and refused?
-- grain: one row a standard table
-- key: table_name
-- about: operation
select
    table_name,
    is_present,
    rows_read,
    rows_accepted,
    rows_refused,
    remark
from load_log
order by table_name
