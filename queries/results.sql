-- question: How did the matters that ended in the window end?
-- grain: one row a kind, instance, manner of ending and result
-- key: kind, instance, manner, result
-- uses: closed_dossiers
-- parameters: start date, end date, kind text?, area text?
select
    kind,
    instance,
    manner,
    result,
    count(*) as closed,
    count(case when on_time then 1 end) as on_time,
    count(case when on_time is not null then 1 end) as judged
from closed_dossiers
group by kind, instance, manner, result
order by kind, instance, manner, result nulls last
