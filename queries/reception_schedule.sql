-- question: Which reception days are on the schedule, and which were kept, moved, delegated, missed, or fall badly?
-- grain: one row a periodic session scheduled from :start to :end
-- key: session_id
-- parameters: start date, end date, as_of date=:end, area text?, duty text?
-- left out: what happened after :as_of is not known yet
with planned as (
    select
        s.session_id,
        s.post_code,
        s.scheduled_on,
        s.online,
        case when s.held_on <= :as_of then s.held_on end as held_on,
        case when s.held_on <= :as_of then s.chaired end as chaired,
        p.title,
        p.duty_code,
        p.agency_code,
        p.district_code,
        coalesce(p.commune_code, p.agency_code) as seat,
        h.holder_name
    from reception_sessions as s
    inner join posts as p on s.post_code = p.post_code
    left join (
        select
            s.session_id,
            min(o.holder_name) as holder_name
        from reception_sessions as s
        inner join
            post_holders as o
            on
                s.post_code = o.post_code
                and s.scheduled_on >= o.from_date
                and (o.to_date is null or s.scheduled_on <= o.to_date)
        where s.scheduled_on between :start and :end
        group by s.session_id
    ) as h on s.session_id = h.session_id
    where
        s.kind = 'periodic'
        and s.scheduled_on between :start and :end
        and (:area is null or s.district_code = :area or s.commune_code = :area)
        and (:duty is null or p.duty_code = :duty)
)

select
    n.scheduled_on,
    n.title,
    n.holder_name,
    n.duty_code,
    g.name as agency_name,
    d.name as district_name,
    case
        when n.chaired = 'delegated' then 'delegated'
        when n.held_on <> n.scheduled_on then 'moved'
        when n.held_on is not null then 'held'
        when n.scheduled_on < :as_of then 'missed'
        else 'ahead'
    end as outcome,
    n.held_on,
    coalesce(n.online, false) as online,
    case
        when count(*) over (partition by n.post_code, n.scheduled_on) > 1 then 'same_post'
        when
            n.holder_name is not null
            and count(*) over (partition by n.holder_name, n.seat, n.scheduled_on) > 1
            then 'same_person'
        when not k.is_working then 'day_off'
    end as clash,
    k.holiday_name,
    case when not k.is_working then k.next_working end as next_working,
    n.post_code,
    n.session_id
from planned as n
left join agencies as g on n.agency_code = g.agency_code
left join district as d on n.district_code = d.district_code
left join calendar_day as k on n.scheduled_on = k.day
order by n.scheduled_on, n.title, n.post_code, n.session_id
