-- question: Which papers passed on by others wait for an answer, or got a late one?
-- grain: one row a paper on hand in the window that somebody passed on, those unanswered longest first
-- key: dossier_id
-- uses: period_petitions
-- parameters: start date, end date, sender text?, agency text?, only_unanswered bool=false, kind text?, area text?
-- dossier_id: the number of the paper
select
    p.petition_id as dossier_id,
    p.kind,
    p.field_group,
    p.forwarded_by,
    a.name as agency_name,
    p.received_on,
    p.answered_on,
    cast(coalesce(p.answered_on, :end) - p.received_on as integer) as age_days
from period_petitions as p
left join agencies as a on p.agency_code = a.agency_code
where
    p.forwarded_by is not null
    and (:sender is null or p.forwarded_by = :sender)
    and (:agency is null or p.agency_code = :agency)
    and (not :only_unanswered or not p.processed)
order by case when p.processed then 1 else 0 end, age_days desc, p.petition_id
