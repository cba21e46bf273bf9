-- question: Which matters were heard three times or more and are still open?
-- grain: one row a matter open at the end of :as_of with at least :times visits until then, the most heard first
-- key: dossier_id
-- uses: open_dossiers
-- left out: denunciations: where one was received on a day would say where it was heard (Luật Tố cáo Điều 8)
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
        v.matter_id,
        count(*) as visits,
        count(case when v.session_kind <> 'regular' and v.chaired = 'in_person' then 1 end) as by_head,
        count(case when v.session_kind <> 'regular' and v.chaired = 'delegated' then 1 end) as by_delegate,
        cast(min(v.held_on) as date) as first_heard_on,
        cast(max(v.held_on) as date) as last_heard_on
    from reception_visits as v
    inner join dossiers as m on v.matter_id = m.dossier_id and (m.closed_on is null or m.closed_on > :as_of)
    where v.held_on <= :as_of and m.kind <> 'denunciation'
    group by v.matter_id
    having count(*) >= :times
) as h on o.dossier_id = h.matter_id
left join agencies as g on o.agency_code = g.agency_code
left join district as d on o.district_code = d.district_code
order by h.visits desc, o.age_days desc, o.dossier_id
