-- question: Which directives of the leaders are not carried out yet, and who answers for them now?
-- grain: one row a directive issued by :as_of and not done by then; of a body that has ended: who holds its matter now,
--   else who took over
-- key: directive_id
-- uses: successors
-- parameters: as_of date
-- left out: the number of a denunciation, which would stand beside its body (Luật Tố cáo Điều 8)
select
    v.directive_id,
    v.number,
    v.issued_on,
    v.issued_by,
    v.summary,
    v.due_on,
    k.dossier_id,
    a.agency_code,
    a.name as agency_name,
    x.agency_code as ended_agency_code,
    e.name as ended_agency_name,
    cast(case when v.due_on < :as_of then :as_of - v.due_on end as integer) as days_over
from directives as v
left join successors as x on v.agency_code = x.agency_code
left join agencies as e on x.agency_code = e.agency_code
left join dossiers as k on v.dossier_id = k.dossier_id and k.kind <> 'denunciation'
left join
    dossier_holder as h
    on
        x.agency_code is not null
        and k.dossier_id = h.dossier_id
        and h.from_date <= :as_of
        and (h.to_date is null or :as_of < h.to_date)
left join agencies as n on h.agency_code = n.agency_code and (n.valid_to is null or n.valid_to >= :as_of)
left join agencies as a on coalesce(n.agency_code, x.successor_code, v.agency_code) = a.agency_code
where v.issued_on <= :as_of and (v.done_on is null or v.done_on > :as_of)
order by days_over desc nulls last, v.issued_on, v.directive_id
