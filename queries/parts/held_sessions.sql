-- part: reception sessions that took place from :start to :end in the area asked for
-- parameters: start date, end date, area text?
select
    s.session_id,
    s.kind as session_kind,
    s.post_code,
    s.agency_code,
    s.held_on,
    s.chaired,
    s.online,
    s.commune_code,
    s.district_code,
    case when s.kind = 'regular' then 'regular' when s.chaired = 'delegated' then 'delegated' else 'head' end
        as reception
from reception_sessions as s
where
    s.held_on between :start and :end
    and (:area is null or s.district_code = :area or s.commune_code = :area)
