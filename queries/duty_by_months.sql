-- question: Month by month, how many of the days owed did all heads keep in person?
-- grain: one row a calendar month judged
-- key: month_on
-- uses: duty_by_month
-- needs: reception_sessions
-- parameters: start date, end date, area text?, level text?
select
    month_on,
    cast(sum(case when reported then required else 0 end) as integer) as required,
    cast(sum(credited) as integer) as credited
from duty_by_month
where :level is null or duty_level = :level
group by month_on
order by month_on
