-- question: How many dialogues were held, and how many second-instance decisions came without the one the law demands?
-- grain: one row an instance of complaints
-- key: instance
-- uses: counted, closed_dossiers
-- parameters: start date, end date, kind text?, area text?
-- left out: denunciations and petitions, for which the law demands no dialogue; complaints withdrawn, discontinued or
--   merged need none (Luật Khiếu nại Điều 30, 39)
with held as (
    select
        c.instance,
        count(*) as dialogues,
        count(distinct c.dossier_id) as dossiers
    from dossier_steps as s
    inner join counted as c on s.dossier_id = c.dossier_id
    where s.step = 'dialogue' and c.kind = 'complaint' and s.happened_on between :start and :end
    group by c.instance
),

decided as (
    select
        z.instance,
        count(*) as decided,
        count(case when s.dossier_id is not null then 1 end) as decided_with_dialogue
    from closed_dossiers as z
    left join (
        select distinct dossier_id
        from dossier_steps
        where step = 'dialogue' and happened_on <= :end
    ) as s on z.dossier_id = s.dossier_id
    where z.kind = 'complaint' and z.manner = 'decided'
    group by z.instance
)

select
    i.instance,
    coalesce(h.dialogues, 0) as dialogues,
    coalesce(h.dossiers, 0) as dossiers,
    coalesce(d.decided, 0) as decided,
    coalesce(d.decided_with_dialogue, 0) as decided_with_dialogue
from (values (1), (2)) as i (instance)
left join held as h on i.instance = h.instance
left join decided as d on i.instance = d.instance
order by i.instance
