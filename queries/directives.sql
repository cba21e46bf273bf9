-- question: What did the leaders conclude, who answers for it now, and what became of it?
-- grain: one row a directive issued from :start to :as_of, or whatever its day with :start left out
-- key: directive_id
-- uses: given_directives
-- parameters: as_of date, start date?, until date=:as_of, done_since date?, fate text?, agency text?, area text?
-- fate: open (not past its day), undated (open, no day set), late (open and past it), done, done_late;
--   unfinished: open, undated and late together
-- agency: the one that answers for it now; ended_agency_name: the one it was given to, where that one has ended
select
    v.directive_id,
    v.number,
    v.issued_on,
    v.issued_by,
    v.summary,
    v.due_on,
    v.done_on,
    v.fate,
    v.days_over,
    v.dossier_id,
    v.agency_code,
    a.name as agency_name,
    f.agency_code as ended_agency_code,
    f.name as ended_agency_name
from given_directives as v
left join agencies as a on v.agency_code = a.agency_code
left join agencies as f on v.ended_agency_code = f.agency_code
where
    (:start is null or v.issued_on >= :start)
    and v.issued_on <= :until
    and (:done_since is null or v.done_on >= :done_since)
    and (:agency is null or v.agency_code = :agency)
    and (
        :fate is null
        or v.fate = :fate
        or (:fate = 'unfinished' and v.fate in ('open', 'undated', 'late'))
    )
order by v.days_over desc nulls last, v.issued_on, v.directive_id
