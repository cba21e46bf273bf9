-- part: reception visits held from :start to :end in the area asked for
-- parameters: start date, end date, kind text?, area text?, apart bool=true
select
    v.visit_id,
    v.session_id,
    v.people,
    v.first_time,
    v.kind,
    v.matter_id,
    v.outcome,
    v.held_on,
    v.session_kind,
    v.chaired,
    v.agency_code,
    v.post_code,
    v.commune_code,
    v.district_code,
    v.is_mass_group,
    coalesce(v.matters, 1) as matters,
    case when v.session_kind = 'regular' then 'regular' when v.chaired = 'delegated' then 'delegated' else 'head' end
        as reception
from reception_visits as v
where
    v.held_on between :start and :end
    and (:kind is null or v.kind = :kind or not :apart)
    and (:area is null or v.district_code = :area or v.commune_code = :area)
