-- question: Which areas can be chosen?
-- grain: one row a former district or one of today's communes
-- key: code
-- scope: province
select
    'district' as level,
    district_code as code,
    name,
    cast(null as varchar) as district_code
from district
union all
select
    'commune' as level,
    commune_code as code,
    name,
    district_code
from commune
order by level desc, name, code
