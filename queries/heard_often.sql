-- question: Which matters were heard three times or more and are still open?
-- grain: one row a matter open at the end of :as_of with at least :times visits until then, the most heard first
-- key: dossier_id
-- uses: open_dossiers
-- parameters: as_of date, kind text?, area text?, times int=3
select
    o.dossier_id,
    o.kind,
    o.field_group,
    g.name as agency_name,
    d.name as district_name,
    h.visits,
    h.by_head,
    h.by_delegate,
    h.first_heard_on,
    h.last_heard_on,
    o.clock,
    o.age_days
from open_dossiers as o
inner join (
    select
        matter_id,
        count(*) as visits,
        count(case when session_kind <> 'regular' and chaired = 'in_person' then 1 end) as by_head,
        count(case when session_kind <> 'regular' and chaired = 'delegated' then 1 end) as by_delegate,
        cast(min(held_on) as date) as first_heard_on,
        cast(max(held_on) as date) as last_heard_on
    from reception_visits
    where held_on <= :as_of and matter_id is not null
    group by matter_id
    having count(*) >= :times
) as h on o.dossier_id = h.matter_id
left join agencies as g on o.agency_code = g.agency_code
left join district as d on o.district_code = d.district_code
order by h.visits desc, o.age_days desc, o.dossier_id
