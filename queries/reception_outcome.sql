-- question: What came of reception: who was heard, what was opened, answered in time, and resolved?
-- grain: one row a kind of reception: head (thủ trưởng tiếp), delegated (ủy quyền tiếp), regular (thường xuyên)
-- key: reception
-- kinds: of visits
-- uses: visits, held_sessions, last_days, answer_rules
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
-- left out: papers answered before they were first brought to a reception; answers still within their days
--   at :as_of are neither in time nor late, nor are papers brought before there was a rule (Luật Tiếp công dân Điều 28)
with kinds as (select kind_name as reception from (values ('head'), ('delegated'), ('regular')) as k (kind_name)),

came as (
    select
        reception,
        count(*) as visits,
        count(case when first_time then 1 end) as first_visits,
        count(case when first_time = false then 1 end) as repeat_visits
    from visits
    group by reception
),

took_place as (
    select
        reception,
        count(*) as sessions
    from held_sessions
    group by reception
),

first_brought as (
    select
        petition_id,
        visit_id
    from (
        select
            v.petition_id,
            v.visit_id,
            row_number() over (partition by v.petition_id order by v.held_on, v.visit_id) as turn
        from reception_visits as v
        inner join (
            select distinct b.petition_id
            from visits as c
            inner join reception_visits as b on c.visit_id = b.visit_id
        ) as i on v.petition_id = i.petition_id
        where v.held_on <= :end
    ) as t
    where turn = 1
),

papers as (
    select
        v.reception,
        case when p.processed_on <= :as_of then p.processed_on end as answered_on,
        case
            when r.unit = 'working' then w.last_day
            when r.roll_forward then n.next_working
            else n.day
        end as last_day
    from visits as v
    inner join first_brought as b on v.visit_id = b.visit_id
    inner join petitions as p on b.petition_id = p.petition_id
    inner join calendar_day as c on c.day = greatest(v.held_on, p.received_on)
    left join answer_rules as r on p.kind = r.kind and c.day between r.valid_from and r.valid_to
    left join last_days as w on w.working_index = c.working_index + r.days
    left join calendar_day as n on n.day = c.day + r.days
    where (p.processed_on is null or p.processed_on >= v.held_on) and p.kind <> 'denunciation'
),

answered as (
    select
        reception,
        count(*) as petitions,
        count(case when answered_on <= last_day then 1 end) as answered_in_time,
        count(case when coalesce(answered_on, :as_of) > last_day then 1 end) as answered_late,
        count(case when answered_on is null and last_day >= :as_of then 1 end) as still_in_time
    from papers
    group by reception
),

matters as (
    select
        v.reception,
        count(distinct d.dossier_id) as dossiers,
        count(distinct case when d.received_on >= :start then d.dossier_id end) as dossiers_opened,
        count(distinct case when d.closed_on <= :as_of then d.dossier_id end) as dossiers_resolved
    from visits as v
    inner join dossiers as d on v.matter_id = d.dossier_id and d.counted and d.kind <> 'denunciation'
    group by v.reception
)

select
    k.reception,
    coalesce(t.sessions, 0) as sessions,
    coalesce(c.visits, 0) as visits,
    coalesce(c.first_visits, 0) as first_visits,
    coalesce(c.repeat_visits, 0) as repeat_visits,
    coalesce(a.petitions, 0) as petitions,
    coalesce(a.answered_in_time, 0) as answered_in_time,
    coalesce(a.answered_late, 0) as answered_late,
    coalesce(a.still_in_time, 0) as still_in_time,
    coalesce(m.dossiers, 0) as dossiers,
    coalesce(m.dossiers_opened, 0) as dossiers_opened,
    coalesce(m.dossiers_resolved, 0) as dossiers_resolved
from kinds as k
left join took_place as t on k.reception = t.reception
left join came as c on k.reception = c.reception
left join answered as a on k.reception = a.reception
left join matters as m on k.reception = m.reception
order by k.reception
