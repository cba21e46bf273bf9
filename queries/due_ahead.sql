-- question: Which open matters reach the end of their legal time within the next days, and who holds them?
-- grain: one row a matter whose clock runs and whose last day lies at most :days after :as_of, the nearest first
-- key: dossier_id
-- uses: open_dossiers
-- parameters: as_of date, days int=30, agency text?, kind text?, area text?
select
    o.dossier_id,
    o.kind,
    o.field_group,
    o.agency_code,
    a.name as agency_name,
    d.name as district_name,
    o.due_on,
    o.age_days,
    cast(o.due_on - :as_of as integer) as days_left
from open_dossiers as o
left join agencies as a on o.agency_code = a.agency_code
left join district as d on o.district_code = d.district_code
where
    o.clock in ('due_soon', 'in_time')
    and o.due_on - :as_of <= :days
    and (:agency is null or o.agency_code = :agency)
order by o.due_on, o.age_days desc, o.dossier_id
