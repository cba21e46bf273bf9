-- question: Which directives of the leaders are not carried out yet?
-- grain: one row a directive issued by :as_of and not done by then
-- key: directive_id
-- parameters: as_of date
select
    v.directive_id,
    v.number,
    v.issued_on,
    v.issued_by,
    v.summary,
    v.due_on,
    v.dossier_id,
    a.name as agency_name,
    cast(case when v.due_on < :as_of then :as_of - v.due_on end as integer) as days_over
from directives as v
left join agencies as a on v.agency_code = a.agency_code
where v.issued_on <= :as_of and (v.done_on is null or v.done_on > :as_of)
order by days_over desc nulls last, v.issued_on, v.directive_id
