-- question: At each level and kind of post, what share of the required days was kept in person?
-- grain: one row a duty (a row of the reception duty rules)
-- key: duty_code
-- uses: duty_by_month
-- needs: reception_sessions
-- parameters: start date, end date, area text?
select
    duty_code,
    duty_level,
    count(distinct post_code) as posts,
    cast(sum(case when reported then required else 0 end) as integer) as required,
    cast(sum(credited) as integer) as credited,
    cast(sum(in_person) as integer) as in_person,
    cast(sum(by_deputy) as integer) as delegated,
    cast(sum(missed) as integer) as missed,
    cast(sum(ad_hoc) as integer) as ad_hoc,
    count(case when not reported and required > 0 then 1 end) as months_unreported,
    count(case when required > 0 then 1 end) as post_months
from duty_by_month
group by duty_code, duty_level
order by duty_code
