-- question: In each of the last months, how many of the bodies in being reported anything?
-- grain: one row a calendar month and level of body
-- key: month_on, level
-- about: operation
-- parameters: as_of date, months int=12
-- left out: bodies that never report and hold no post with a duty; denunciations, which are told of no body
with activity as (
    select
        agency_code,
        cast(date_trunc('month', received_on) as date) as month_on
    from petitions
    where kind <> 'denunciation'
    union
    select
        agency_code,
        cast(date_trunc('month', coalesce(held_on, scheduled_on)) as date) as month_on
    from reception_sessions
    union
    select
        agency_code,
        cast(date_trunc('month', received_on) as date) as month_on
    from dossiers
    where kind <> 'denunciation'
),

asked as (
    select distinct cast(date_trunc('month', end_on) as date) as month_on
    from reporting_period
    where
        calendar = 'calendar'
        and kind = 'month'
        and start_on <= :as_of
        and start_on > :as_of - 31 * :months
),

expected as (
    select
        agency_code,
        level,
        valid_from,
        valid_to
    from agencies
    where
        agency_code in (select p.agency_code from posts as p)
        or agency_code in (select v.agency_code from activity as v)
)

select
    m.month_on,
    e.level,
    count(*) as bodies,
    count(v.agency_code) as reported
from asked as m
inner join expected as e
    on
        (e.valid_from is null or e.valid_from <= m.month_on)
        and (e.valid_to is null or e.valid_to >= cast(m.month_on + interval '1 month' as date) - 1)
left join activity as v on e.agency_code = v.agency_code and m.month_on = v.month_on
group by m.month_on, e.level
order by m.month_on, e.level
