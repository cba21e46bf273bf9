-- question: Which complaints and denunciations were taken up, returned or left without an answer, and how late?
-- grain: one row a paper that `taken_up` counts, of one fate where one is named, the latest first
-- key: dossier_id
-- uses: papers_judged
-- parameters: start date, end date, as_of date=:end, fate text?, only_late bool=false, kind text?, area text?
-- dossier_id: the number of the paper; days_over: days after the last day to take it up
select
    p.petition_id as dossier_id,
    p.kind,
    p.fate,
    p.field_group,
    a.name as agency_name,
    d.name as district_name,
    p.received_on,
    p.last_day as due_on,
    p.answered_on,
    case when p.days_late > 0 then p.days_late end as days_over
from papers_judged as p
left join agencies as a on p.agency_code = a.agency_code
left join district as d on p.district_code = d.district_code
where (:fate is null or p.fate = :fate) and (not :only_late or p.days_late > 0)
order by p.days_late desc nulls last, p.petition_id
