-- question: What became of the complaints and denunciations handed in: taken up, returned or left without an answer?
-- grain: one row a kind and what became of the papers on hand in the window: accepted, returned, other, unanswered
-- key: kind, fate
-- uses: period_petitions, take_up_days
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
-- late: after the last day to take it up (Luật Khiếu nại Điều 27, 36; Luật Tố cáo Điều 24), unanswered ones by :as_of
-- left out: petitions, which the law takes up without a step; papers that do not meet the conditions
with judged as (
    select
        p.kind,
        case
            when not p.processed then 'unanswered'
            when p.processing in ('accepted', 'returned') then p.processing
            else 'other'
        end as fate,
        case when p.processed then q.processed_on else :as_of end as answered_on,
        t.last_day
    from period_petitions as p
    inner join petitions as q on p.petition_id = q.petition_id
    left join take_up_days as t on t.subject = 'petitions' and p.petition_id = t.subject_id
    where p.kind <> 'petition' and p.eligible
)

select
    kind,
    fate,
    count(*) as papers_count,
    count(case when answered_on <= last_day then 1 end) as papers_in_time,
    count(case when answered_on > last_day then 1 end) as papers_late,
    count(case when answered_on - last_day > 30 then 1 end) as papers_late_30
from judged
group by kind, fate
order by kind, fate
