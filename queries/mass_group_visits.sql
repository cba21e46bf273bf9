-- question: Which groups of many people came, when, where, about which matter?
-- grain: one row a visit of a mass group in the window, the latest first
-- key: visit_id
-- kinds: of visits
-- left out: kind and matter of any but complaints, since the place of a denunciation is not told
-- uses: visits
-- parameters: start date, end date, kind text?, area text?
select
    v.visit_id,
    v.held_on,
    v.people,
    case when v.kind = 'complaint' then v.kind end as kind,
    case when v.kind = 'complaint' then v.matter_id end as dossier_id,
    v.reception,
    a.name as agency_name,
    d.name as district_name,
    case when v.first_time then 1 else 0 end as is_first
from visits as v
left join agencies as a on v.agency_code = a.agency_code
left join district as d on v.district_code = d.district_code
where v.is_mass_group
order by v.held_on desc, v.people desc, v.visit_id
