-- question: Which bodies are there, by what name and at which level?
-- grain: one row a body
-- key: code
-- scope: province
select
    agency_code as code,
    name,
    level
from agencies
order by agency_code
