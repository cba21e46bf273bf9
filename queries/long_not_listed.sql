-- question: Which open matters wait very long and stand on no list of complex cases (a proxy of "kéo dài")?
-- grain: one row an open matter older than :days days that is not listed, the oldest first
-- key: dossier_id
-- uses: open_dossiers
-- parameters: as_of date, days int=365, kind text?, area text?
select
    o.dossier_id,
    o.kind,
    o.field_group,
    a.name as agency_name,
    d.name as district_name,
    o.due_on,
    o.clock,
    o.age_days
from open_dossiers as o
left join agencies as a on o.agency_code = a.agency_code
left join district as d on o.district_code = d.district_code
where
    o.age_days > :days
    and o.dossier_id not in (
        select dossier_id
        from complex_list
        where listed_on <= :as_of and (delisted_on is null or delisted_on > :as_of)
    )
order by o.age_days desc, o.dossier_id
