-- question: Where were citizens received, and by whom?
-- grain: one row a former district (null: bodies of the province)
-- key: district_code
-- kinds: of visits
-- uses: visits
-- parameters: start date, end date, kind text?, area text?
select
    v.district_code,
    d.name as district_name,
    count(*) as visits,
    cast(sum(v.people) as integer) as people,
    count(case when v.reception = 'head' then 1 end) as head_visits,
    count(case when v.reception = 'delegated' then 1 end) as delegated_visits,
    count(case when v.reception = 'regular' then 1 end) as regular_visits,
    count(case when v.first_time = false then 1 end) as repeat_visits,
    count(case when v.is_mass_group then 1 end) as mass_groups
from visits as v
left join district as d on v.district_code = d.district_code
group by v.district_code, d.name
order by visits desc, v.district_code
