-- question: How many visits, people, mass groups and sessions did each of the last periods see?
-- grain: one row a reporting period that has begun by :as_of, the running one up to :as_of
-- key: code
-- uses: last_periods
-- needs: reception_visits (visits people mass_groups), reception_sessions (head_sessions delegated_sessions)
-- parameters: as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=12, area text?
with came as (
    select
        w.code,
        count(*) as visits,
        sum(v.people) as people,
        count(case when v.is_mass_group then 1 end) as mass_groups
    from last_periods as w
    inner join reception_visits as v on v.held_on between w.start_on and w.end_on
    where :area is null or v.district_code = :area or v.commune_code = :area
    group by w.code
),

took_place as (
    select
        w.code,
        count(case when s.chaired = 'in_person' then 1 end) as head,
        count(case when s.chaired = 'delegated' then 1 end) as delegated
    from last_periods as w
    inner join reception_sessions as s on s.held_on between w.start_on and w.end_on
    where s.kind <> 'regular' and (:area is null or s.district_code = :area or s.commune_code = :area)
    group by w.code
)

select
    w.code,
    w.start_on,
    w.end_on,
    coalesce(c.visits, 0) as visits,
    coalesce(c.people, 0) as people,
    coalesce(c.mass_groups, 0) as mass_groups,
    coalesce(t.head, 0) as head_sessions,
    coalesce(t.delegated, 0) as delegated_sessions
from last_periods as w
left join came as c on w.code = c.code
left join took_place as t on w.code = t.code
order by w.start_on
