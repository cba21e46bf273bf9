-- question: Which bodies stopped reporting, and how many of the last months did each report?
-- grain: one row a body still in being at :as_of that has reported at least once or holds a post with a duty
-- key: agency_code
-- about: operation
-- parameters: as_of date, months int=12
-- left out: denunciations, whose body no date may tell (Luật Tố cáo Điều 8)
with activity as (
    select
        agency_code,
        received_on as happened_on
    from petitions
    where kind <> 'denunciation'
    union all
    select
        agency_code,
        coalesce(held_on, scheduled_on) as happened_on
    from reception_sessions
    union all
    select
        agency_code,
        received_on as happened_on
    from dossiers
    where kind <> 'denunciation'
),

reported as (
    select
        agency_code,
        cast(max(happened_on) as date) as last_activity_on,
        count(distinct date_trunc('month', happened_on)) as months_reported
    from activity
    where happened_on <= :as_of and happened_on > :as_of - 31 * :months
    group by agency_code
)

select
    a.agency_code,
    a.name,
    a.level,
    r.last_activity_on,
    coalesce(r.months_reported, 0) as months_reported,
    :months as months_asked,
    cast(:as_of - r.last_activity_on as integer) as days_silent
from agencies as a
left join reported as r on a.agency_code = r.agency_code
where
    (a.valid_to is null or a.valid_to >= :as_of)
    and (a.valid_from is null or a.valid_from <= :as_of)
    and (r.agency_code is not null or a.agency_code in (select p.agency_code from posts as p))
order by days_silent desc nulls first, a.agency_code
