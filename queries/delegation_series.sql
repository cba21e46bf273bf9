-- question: Over the last periods, what share of the sessions of each level was left to deputies?
-- grain: one row a reporting period that has begun by :as_of (its whole months that are over) and level of duty
-- key: code, duty_level
-- uses: last_periods
-- needs: reception_sessions
-- parameters: as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=12, area text?
with months as (
    select
        code,
        start_on,
        end_on,
        cast(date_trunc('month', start_on) as date) as first_month,
        cast(date_trunc('month', end_on + 1) as date) as next_month -- the first that is not over
    from last_periods
)

select
    w.code,
    w.start_on,
    w.end_on,
    p.duty_level,
    count(case when s.chaired = 'delegated' then 1 end) as delegated_sessions,
    count(*) as sessions,
    cast(count(case when s.chaired = 'delegated' then 1 end) as double precision) / count(*) as delegated_share
from months as w
inner join
    reception_sessions as s
    on
        case when s.kind = 'periodic' then s.duty_month else cast(date_trunc('month', s.held_on) as date) end
        >= w.first_month
        and case when s.kind = 'periodic' then s.duty_month else cast(date_trunc('month', s.held_on) as date) end
        < w.next_month
        and s.held_on is not null
        and s.kind <> 'regular'
        and s.chaired is not null
inner join posts as p on s.post_code = p.post_code
where :area is null or p.district_code = :area or p.commune_code = :area
group by w.code, w.start_on, w.end_on, p.duty_level
order by w.start_on, p.duty_level
