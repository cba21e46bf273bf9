-- question: In which months and places did groups of many people come?
-- grain: one row a former district and a month of the window in which a mass group came
-- key: district_code, month_on
-- kinds: of visits
-- uses: visits
-- parameters: start date, end date, kind text?, area text?
select
    v.district_code,
    d.name as district_name,
    cast(date_trunc('month', v.held_on) as date) as month_on,
    count(*) as mass_groups,
    sum(v.people) as mass_people,
    count(distinct v.matter_id) as matters
from visits as v
left join district as d on v.district_code = d.district_code
where v.is_mass_group
group by 1, 2, 3
order by 3, mass_groups desc, 1
