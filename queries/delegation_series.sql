-- question: Over the last periods, what share of the sessions of each level was left to deputies?
-- grain: one row a reporting period that has begun by :as_of (the running one up to :as_of) and level of duty
-- key: code, duty_level
-- uses: last_periods
-- parameters: as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=12, area text?
select
    w.code,
    w.start_on,
    w.end_on,
    p.duty_level,
    count(case when s.chaired = 'delegated' then 1 end) as delegated_sessions,
    count(*) as sessions,
    cast(count(case when s.chaired = 'delegated' then 1 end) as double precision) / count(*) as delegated_share
from last_periods as w
inner join
    reception_sessions as s
    on s.held_on between w.start_on and w.end_on and s.kind <> 'regular' and s.chaired is not null
inner join posts as p on s.post_code = p.post_code
where :area is null or s.district_code = :area or s.commune_code = :area
group by w.code, w.start_on, w.end_on, p.duty_level
order by w.start_on, p.duty_level
