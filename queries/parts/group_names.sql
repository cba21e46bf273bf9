-- part: what bodies and areas are called; kinds, fields and instances are words of the reader's language
-- parameters: division text=kind
select
    agency_code as code,
    name
from agencies
where :division = 'agency'
union all
select
    district_code as code,
    name
from district
where :division = 'district'
union all
select
    commune_code as code,
    name
from commune
where :division = 'commune'
