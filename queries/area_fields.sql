-- question: Of which fields are the matters that came in in each area?
-- grain: one row an area of the division and a group of fields
-- key: area_code, field_group
-- uses: counted
-- parameters: division text=commune, start date, end date
select
    case :division when 'commune' then c.commune_code else c.district_code end as area_code,
    c.field_group,
    count(*) as entered
from counted as c
where
    c.entered_on between :start and :end
    and case :division when 'commune' then c.commune_code else c.district_code end is not null
group by 1, 2
order by 1, 2
