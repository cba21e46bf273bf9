-- question: Which matters stand on the maintained list of complex, long and mass cases?
-- grain: one row a listed dossier
-- key: dossier_id, listed_on
-- parameters: as_of date, kind text?, area text?, apart bool=true
select
    x.dossier_id,
    x.label,
    x.listed_on,
    x.basis,
    d.kind,
    d.field_group,
    d.district_code,
    a.name as lead_agency_name,
    d.closed_on is not null and d.closed_on <= :as_of as is_closed,
    cast(:as_of - d.entered_on as integer) as age_days
from complex_list as x
inner join dossiers as d on x.dossier_id = d.dossier_id
left join agencies as a on x.lead_agency_code = a.agency_code
where
    x.listed_on <= :as_of
    and (x.delisted_on is null or x.delisted_on > :as_of)
    and (:kind is null or d.kind = :kind)
    and (:apart or d.kind <> 'denunciation')
    and (:area is null or d.district_code = :area or d.commune_code = :area)
order by age_days desc nulls last, x.dossier_id
