-- part: complaints and denunciations on hand in the window, what became of each and the last day to take it up
-- uses: period_petitions, take_up_days
-- parameters: start date, end date, as_of date, kind text?, area text?
-- fate: accepted, returned, other, unanswered; an unanswered one is judged by :as_of
-- left out: petitions, which the law takes up without a step; papers that do not meet the conditions
select
    p.petition_id,
    p.kind,
    p.field_group,
    p.agency_code,
    p.district_code,
    p.received_on,
    case
        when not p.processed then 'unanswered'
        when p.processing in ('accepted', 'returned') then p.processing
        else 'other'
    end as fate,
    p.answered_on,
    cast(coalesce(p.answered_on, :as_of) - t.last_day as integer) as days_late,
    t.last_day
from period_petitions as p
left join take_up_days as t on t.subject = 'petitions' and p.petition_id = t.subject_id
where p.kind <> 'petition' and p.eligible
