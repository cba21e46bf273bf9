-- part: transfers of matters until :end of the kind and area asked for, with the place of the matter
-- parameters: end date, kind text?, area text?, apart bool=true
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    t.matter_id,
    t.matter_kind as kind,
    t.received_on,
    t.commune_code,
    t.district_code,
    t.from_agency_code,
    t.to_agency_code,
    t.moved_on
from transfers as t
where
    t.kind = 'transfer'
    and t.moved_on <= :end
    and (:kind is null or t.matter_kind = :kind)
    and (:apart or t.matter_kind is distinct from 'denunciation')
    and (:area is null or t.district_code = :area or t.commune_code = :area)
