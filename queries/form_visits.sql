-- question: What stands in the reception form (01/TCD), by unit?
-- grain: one row a unit (agency, former district or commune of the body), reception, mass group or not, first or repeat
-- key: unit, reception, mass, turn
-- cells: whole
-- uses: visits, held_sessions
-- parameters: division text=agency, start date, end date, area text?
-- left out: nothing; sessions stand on rows of their own, with neither mass nor turn
with counted_visits as (
    select
        case :division when 'commune' then commune_code when 'district' then district_code else agency_code end as unit,
        reception,
        case when is_mass_group then 'yes' else 'no' end as mass,
        case when first_time = false then 'repeat' else 'first' end as turn,
        people,
        matters
    from visits
),

counted_sessions as (
    select
        case :division when 'commune' then commune_code when 'district' then district_code else agency_code end as unit,
        reception
    from held_sessions
)

select
    unit,
    reception,
    mass,
    turn,
    count(*) as visits,
    sum(people) as people,
    sum(matters) as matters,
    0 as sessions
from counted_visits
group by unit, reception, mass, turn
union all
select
    unit,
    reception,
    '' as mass,
    '' as turn,
    0 as visits,
    0 as people,
    0 as matters,
    count(*) as sessions
from counted_sessions
group by unit, reception
order by unit nulls last, reception, mass, turn
