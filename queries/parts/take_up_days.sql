-- part: the last day to take up each matter and each paper, by the rule in force on the day it was received
-- uses: last_days
-- subject: dossiers or petitions; a paper's instance and complexity are those of the matter made of it
-- left out: what was received under no rule (Luật Khiếu nại Điều 27, 36; Luật Tố cáo Điều 24)
select
    s.subject,
    s.subject_id,
    case
        when r.unit = 'working' then w.last_day
        when r.roll_forward then n.next_working
        else n.day
    end as last_day
from (
    select
        'dossiers' as subject,
        d.dossier_id as subject_id,
        d.kind,
        d.received_on,
        coalesce(d.instance, 1) as instance,
        coalesce(d.complexity, 'normal') as complexity,
        coalesce(d.remote_area, false) as remote_area
    from dossiers as d
    union all
    select
        'petitions' as subject,
        p.petition_id as subject_id,
        p.kind,
        p.received_on,
        coalesce(d.instance, 1) as instance,
        coalesce(d.complexity, 'normal') as complexity,
        coalesce(d.remote_area, false) as remote_area
    from petitions as p
    left join dossiers as d on p.dossier_id = d.dossier_id
) as s
inner join
    deadline_rule as r
    on
        r.stage = 'acceptance'
        and s.kind = r.kind
        and (r.instance is null or s.instance = r.instance)
        and (r.complexity is null or s.complexity = r.complexity)
        and (r.remote is null or s.remote_area = r.remote)
        and r.valid_from <= s.received_on
        and (r.valid_to is null or r.valid_to >= s.received_on)
inner join calendar_day as c on s.received_on = c.day
left join last_days as w on w.working_index = c.working_index + r.days
left join calendar_day as n on n.day = s.received_on + cast(r.days as integer)
