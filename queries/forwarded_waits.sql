-- question: How many days do papers passed on by others wait for an answer, counting those that wait still?
-- grain: one row a sender (or the body that has to answer, by :division), a number of days, the first of them that was
--   watched, and whether they were answered
-- key: forwarded_by, agency_code, day, watched_from, has_ended
-- uses: period_petitions
-- parameters: start date, end date, division text=sender, kind text?, area text?
-- of the papers that `forwarded` counts; watched_from: the day of their wait on which :start fell
select
    case when :division = 'sender' then p.forwarded_by end as forwarded_by,
    case when :division = 'agency' then p.agency_code end as agency_code,
    cast(coalesce(p.answered_on, :end) - p.received_on as integer) as day,
    cast(greatest(:start - p.received_on, 0) as integer) as watched_from,
    p.processed as has_ended,
    count(*) as papers_count
from period_petitions as p
where p.forwarded_by is not null
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
