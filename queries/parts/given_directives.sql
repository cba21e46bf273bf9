-- part: directives issued by :as_of, where each stands then, and the body that answers for it now: a body that has
--   ended hands its open ones to whom their matter was handed over, else to its successor
-- uses: successors
-- left out: the number of a denunciation, which would stand beside its body (Luật Tố cáo Điều 8)
-- parameters: as_of date, area text?
select
    v.directive_id,
    v.number,
    v.issued_on,
    v.issued_by,
    v.summary,
    v.due_on,
    case when d.kind <> 'denunciation' then v.dossier_id end as dossier_id,
    case when v.done_on is null or v.done_on > :as_of then s.agency_code end as ended_agency_code,
    case when v.done_on <= :as_of then v.done_on end as done_on,
    case
        when v.done_on <= :as_of and v.done_on > v.due_on then 'done_late'
        when v.done_on <= :as_of then 'done'
        when v.due_on < :as_of then 'late'
        when v.due_on is null then 'undated'
        else 'open'
    end as fate,
    cast(
        case
            when v.done_on <= :as_of and v.done_on > v.due_on then v.done_on - v.due_on
            when v.done_on <= :as_of then null
            when v.due_on < :as_of then :as_of - v.due_on
        end as integer
    ) as days_over,
    case
        when v.done_on <= :as_of or g.valid_to is null or g.valid_to >= :as_of then v.agency_code
        else coalesce(e.agency_code, s.successor_code, v.agency_code)
    end as agency_code
from directives as v
inner join agencies as g on v.agency_code = g.agency_code
left join dossiers as d on v.dossier_id = d.dossier_id
left join successors as s on v.agency_code = s.agency_code
left join
    dossier_holder as h
    on
        d.dossier_id = h.dossier_id
        and d.kind <> 'denunciation'
        and h.from_date <= :as_of
        and (h.to_date is null or :as_of < h.to_date)
left join agencies as e on h.agency_code = e.agency_code and (e.valid_to is null or e.valid_to >= :as_of)
where
    v.issued_on <= :as_of
    and (:area is null or g.district_code = :area or g.commune_code = :area)
