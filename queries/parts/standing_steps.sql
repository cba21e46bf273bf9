-- part: the step at which each open matter stands at the end of :as_of, and since when; of those of which one is kept
-- uses: counted
-- parameters: as_of date
-- left out: what ends a matter is no step to stand at (as in step_spells)
select
    dossier_id,
    step,
    place,
    from_date
from (
    select
        c.dossier_id,
        p.step,
        p.place,
        s.happened_on as from_date,
        row_number() over (partition by c.dossier_id order by s.happened_on desc, p.place desc) as turn
    from counted as c
    inner join dossier_steps as s on c.dossier_id = s.dossier_id
    inner join (
        values
        ('received', 'received', 1), ('reopened', 'received', 1), ('accepted', 'accepted', 2),
        ('verification', 'verification', 3), ('dialogue', 'dialogue', 4), ('decision', 'decision', 5),
        ('closed', 'closed', 6), ('execution', 'execution', 7)
    ) as p (kept_step, step, place) on s.step = p.kept_step
    where s.happened_on <= :as_of and (c.closed_on is null or c.closed_on > :as_of)
) as o
where turn = 1 and place <= 4
