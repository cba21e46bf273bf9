-- question: Which open matters stand longest at a step?
-- grain: one row an open matter of which a step is kept (that one where one is named), the longest there first
-- key: dossier_id
-- uses: standing_steps, open_dossiers
-- parameters: as_of date, step text?, agency text?, kind text?, area text?
select
    o.dossier_id,
    o.kind,
    o.field_group,
    a.name as agency_name,
    d.name as district_name,
    s.step,
    s.from_date as step_on,
    cast(:as_of - s.from_date as integer) as step_days,
    o.due_on,
    o.clock,
    o.age_days
from open_dossiers as o
inner join standing_steps as s on o.dossier_id = s.dossier_id
left join agencies as a on o.agency_code = a.agency_code
left join district as d on o.district_code = d.district_code
where (:step is null or s.step = :step) and (:agency is null or o.agency_code = :agency)
order by step_days desc, o.dossier_id
