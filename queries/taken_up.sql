-- question: What became of the complaints and denunciations handed in: taken up, returned or left without an answer?
-- grain: one row a kind and what became of the papers on hand in the window: accepted, returned, other, unanswered
-- key: kind, fate
-- uses: papers_judged
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
-- late: after the last day to take it up (Luật Khiếu nại Điều 27, 36; Luật Tố cáo Điều 24), unanswered ones by :as_of
-- left out: petitions, which the law takes up without a step; papers that do not meet the conditions
select
    kind,
    fate,
    count(*) as papers_count,
    count(case when days_late <= 0 then 1 end) as papers_in_time,
    count(case when days_late > 0 then 1 end) as papers_late,
    count(case when days_late > 30 then 1 end) as papers_late_30
from papers_judged
group by kind, fate
order by kind, fate
