-- part: transfers of matters until :end of the kind and area asked for, with the place of the matter
-- parameters: end date, kind text?, area text?, apart bool=true
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    coalesce(t.dossier_id, t.petition_id) as matter_id,
    coalesce(d.kind, p.kind) as kind,
    coalesce(d.received_on, p.received_on) as received_on,
    coalesce(d.commune_code, p.commune_code) as commune_code,
    coalesce(d.district_code, p.district_code) as district_code,
    t.from_agency_code,
    t.to_agency_code,
    t.moved_on
from transfers as t
left join dossiers as d on t.dossier_id = d.dossier_id
left join petitions as p on t.petition_id = p.petition_id
where
    t.kind = 'transfer'
    and t.moved_on <= :end
    and (:kind is null or coalesce(d.kind, p.kind) = :kind)
    and (:apart or coalesce(d.kind, p.kind) is distinct from 'denunciation')
    and (
        :area is null
        or coalesce(d.district_code, p.district_code) = :area
        or coalesce(d.commune_code, p.commune_code) = :area
    )
