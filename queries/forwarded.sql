-- question: Which papers did the Fatherland Front, deputies and higher levels pass on, and were they answered in time?
-- grain: one row a sender (or the body that has to answer, by :division), of papers on hand in the window
-- key: forwarded_by, agency_code
-- uses: period_petitions, answer_rules, last_days
-- parameters: start date, end date, as_of date=:end, division text=sender, kind text?, area text?
-- division: sender, agency; answered: processed by the end of the window; in time by the law's days for an answer
--   (Luật Tiếp công dân Điều 28), unanswered ones judged by :as_of
select
    case when :division = 'sender' then p.forwarded_by end as forwarded_by,
    case when :division = 'agency' then p.agency_code end as agency_code,
    case when :division = 'agency' then a.name end as agency_name,
    count(*) as papers_count,
    count(case when p.processed then 1 end) as papers_answered,
    count(case when p.answered_on <= d.last_day then 1 end) as papers_in_time,
    count(case when p.answered_on > d.last_day then 1 end) as papers_late,
    count(case when not p.processed then 1 end) as papers_unanswered,
    count(case when not p.processed and d.last_day < :as_of then 1 end) as papers_unanswered_late
from period_petitions as p
left join agencies as a on p.agency_code = a.agency_code
left join (
    select
        c.day as received_on,
        r.kind,
        case
            when r.unit = 'working' then w.last_day
            when r.roll_forward then n.next_working
            else n.day
        end as last_day
    from calendar_day as c
    inner join answer_rules as r on c.day between r.valid_from and r.valid_to
    left join last_days as w on w.working_index = c.working_index + r.days
    left join calendar_day as n on n.day = c.day + r.days
) as d on p.received_on = d.received_on and p.kind = d.kind
where p.forwarded_by is not null
group by 1, 2, 3
order by papers_count desc, 1, 2
