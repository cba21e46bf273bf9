-- part: how long each matter stood after each of its steps until the next one, or stands there still at the end of
--   :as_of: from its receipt; its last step is where an open matter is stuck
-- uses: counted
-- parameters: as_of date, kind text?, area text?
-- received: also taken up again (reopened)
-- left out: what ends a matter is no step to stand at; matters of which no step is kept
with steps as (
    select distinct
        s.dossier_id,
        s.happened_on,
        p.step,
        p.place
    from dossier_steps as s
    inner join (
        values
        ('received', 'received', 1), ('reopened', 'received', 1), ('accepted', 'accepted', 2),
        ('verification', 'verification', 3), ('dialogue', 'dialogue', 4), ('decision', 'decision', 5),
        ('closed', 'closed', 6), ('execution', 'execution', 7)
    ) as p (kept_step, step, place) on s.step = p.kept_step
    where s.happened_on <= :as_of
),

ordered as (
    select
        c.dossier_id,
        c.kind,
        c.instance,
        c.agency_code,
        c.closed_on,
        s.step,
        s.place,
        s.happened_on,
        lead(s.happened_on) over (partition by c.dossier_id order by s.happened_on, s.place) as next_on
    from counted as c
    inner join steps as s on c.dossier_id = s.dossier_id
)

select
    o.dossier_id,
    o.kind,
    o.instance,
    o.step,
    o.place,
    o.happened_on as from_date,
    coalesce(h.agency_code, o.agency_code) as agency_code,
    coalesce(o.next_on, case when o.closed_on <= :as_of then greatest(o.closed_on, o.happened_on) end) as to_date
from ordered as o
left join
    dossier_holder as h
    on o.dossier_id = h.dossier_id and h.from_date <= :as_of and (h.to_date is null or :as_of < h.to_date)
where o.place <= 4
