-- question: How many matters of the window were still entered or changed long after the fact?
-- grain: one row a kind of matter: how many ended in the window, how many were recorded more than :days later
-- key: kind
-- uses: counted
-- parameters: start date, end date, days int=15, kind text?, area text?
-- left out: sources that do not tell when a row was last changed
select
    c.kind,
    count(*) as closed,
    count(case when cast(d.updated_at as date) > c.closed_on + :days then 1 end) as recorded_late,
    cast(max(cast(d.updated_at as date) - c.closed_on) as integer) as longest_delay
from counted as c
inner join dossiers as d on c.dossier_id = d.dossier_id
where c.closed_on between :start and :end and d.updated_at is not null
group by c.kind
order by c.kind
