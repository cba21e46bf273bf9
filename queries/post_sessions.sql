-- question: What became of each reception day of a head?
-- grain: one row a periodic or ad hoc session (of the post), scheduled or held from :start to :end, the latest first
-- key: session_id
-- parameters: start date, end date, post text?, area text?
select
    s.post_code,
    s.kind as session_kind,
    s.scheduled_on,
    s.held_on,
    case
        when s.held_on is null and s.scheduled_on <= :end then 'missed'
        when s.chaired = 'delegated' then 'delegated'
        when s.held_on <> s.scheduled_on then 'moved'
        else 'held'
    end as outcome,
    coalesce(s.online, false) as online,
    coalesce(s.half_day, false) as half_day,
    count(v.visit_id) as visits,
    cast(coalesce(sum(v.people), 0) as integer) as people,
    s.session_id
from reception_sessions as s
left join reception_visits as v on s.session_id = v.session_id
where
    s.post_code is not null
    and s.kind <> 'regular'
    and (:post is null or s.post_code = :post)
    and (
        :area is null
        or exists (
            select 1
            from posts as p
            where p.post_code = s.post_code and (p.district_code = :area or p.commune_code = :area)
        )
    )
    and coalesce(s.held_on, s.scheduled_on) between :start and :end
group by s.session_id, s.post_code, s.kind, s.scheduled_on, s.held_on, s.chaired, s.online, s.half_day
order by coalesce(s.held_on, s.scheduled_on) desc, s.session_id
