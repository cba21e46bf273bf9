-- question: Which open matters wait the longest, and who holds them? With :only_overdue: which are the most overdue?
-- grain: one row a dossier: its number, body, field, area, days; nothing about a citizen
-- key: dossier_id
-- uses: open_dossiers
-- parameters: as_of date, kind text?, area text?, agency text?, only_overdue bool=false, rows int=50
-- left out: the area of a denunciation (few enough to point at somebody)
select
    o.dossier_id,
    o.kind,
    o.field_group,
    o.instance,
    o.agency_code,
    a.name as agency_name,
    o.ended_agency_code,
    e.name as ended_agency_name,
    case when o.kind <> 'denunciation' then o.district_code end as district_code,
    case when o.kind <> 'denunciation' then d.name end as district_name,
    o.entered_on,
    o.due_on,
    o.clock,
    o.age_days,
    o.days_over,
    x.dossier_id is not null as is_listed_complex
from open_dossiers as o
left join agencies as a on o.agency_code = a.agency_code
left join agencies as e on o.ended_agency_code = e.agency_code
left join district as d on o.district_code = d.district_code
left join (
    select distinct dossier_id
    from complex_list
    where listed_on <= :as_of and (delisted_on is null or delisted_on > :as_of)
) as x on o.dossier_id = x.dossier_id
where
    (:agency is null or o.agency_code = :agency)
    and (not :only_overdue or o.clock = 'overdue')
order by
    case when :only_overdue then o.days_over end desc nulls last,
    o.age_days desc,
    o.dossier_id
limit :rows
