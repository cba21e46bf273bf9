-- question: Which heads kept their duty to receive citizens in person?
-- grain: one row a post with at least one calendar month judged (months whose last day lies from :start to :end)
-- key: post_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?, level text?
-- left out: months in which the body reported nothing count neither as required nor as kept
select
    m.post_code,
    m.title,
    m.duty_code,
    m.duty_level,
    m.district_code,
    m.commune_code,
    g.name as agency_name,
    count(*) as months,
    count(case when not m.reported and m.required > 0 then 1 end) as months_unreported,
    cast(sum(case when m.reported then m.required else 0 end) as integer) as required,
    cast(sum(m.credited) as integer) as credited,
    cast(sum(m.in_person) as integer) as in_person,
    cast(sum(m.by_deputy) as integer) as delegated,
    cast(sum(m.missed) as integer) as missed,
    cast(sum(m.moved) as integer) as moved,
    cast(sum(m.ad_hoc) as integer) as ad_hoc,
    count(case when m.reported and m.required > 0 and m.in_person = 0 then 1 end) as months_without,
    cast(max(m.month_on) as date) as last_month_on
from duty_by_month as m
left join agencies as g on m.agency_code = g.agency_code
where :level is null or m.duty_level = :level
group by m.post_code, m.title, m.duty_code, m.duty_level, m.district_code, m.commune_code, g.name
order by m.post_code
