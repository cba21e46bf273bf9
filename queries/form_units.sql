-- question: Which units can stand in a form, and in which order?
-- grain: one row an agency, former district or commune; in_office: it existed in the window
-- key: unit
-- scope: province
-- parameters: division text=agency, start date, end date
select
    agency_code as unit,
    name,
    level,
    case level
        when 'province' then 1
        when 'department' then 2
        when 'party' then 8
        when 'justice' then 4
        when 'central' then 5
        when 'district' then 6
        else 7
    end as level_order,
    level in ('province', 'department', 'district', 'commune')
    and coalesce(valid_from, :start) <= :end
    and coalesce(valid_to, :end) >= :start as in_office
from agencies
where :division not in ('district', 'commune')
union all
select
    district_code as unit,
    name,
    'district' as level,
    6 as level_order,
    true as in_office
from district
where :division = 'district'
union all
select
    commune_code as unit,
    name,
    'commune' as level,
    7 as level_order,
    true as in_office
from commune
where :division = 'commune'
order by level_order, name, unit
