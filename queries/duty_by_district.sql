-- question: In each former district, what share of the required reception days was kept in person?
-- grain: one row a former district (null: bodies of the province)
-- key: district_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?, level text?
select
    m.district_code,
    d.name as district_name,
    count(distinct m.post_code) as posts,
    cast(sum(case when m.reported then m.required else 0 end) as integer) as required,
    cast(sum(m.credited) as integer) as credited,
    cast(sum(m.by_deputy) as integer) as delegated,
    cast(sum(m.missed) as integer) as missed,
    count(case when not m.reported and m.required > 0 then 1 end) as months_unreported
from duty_by_month as m
left join district as d on m.district_code = d.district_code
where :level is null or m.duty_level = :level
group by m.district_code, d.name
order by m.district_code nulls last
