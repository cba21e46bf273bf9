-- part: the matters that count (no duplicates), of the kind and area asked for
-- parameters: kind text?, area text?, apart bool=true
select
    d.dossier_id,
    d.kind,
    d.field_code,
    d.field_group,
    d.agency_code,
    d.commune_code,
    d.district_code,
    d.instance,
    d.received_on,
    d.accepted_on,
    d.entered_on,
    d.closed_on,
    d.closing,
    d.result,
    d.previous_dossier_id,
    d.people_count,
    d.escalated
from dossiers as d
where
    d.counted
    and (:kind is null or d.kind = :kind)
    and (:apart or d.kind <> 'denunciation')
    and (:area is null or d.district_code = :area or d.commune_code = :area)
