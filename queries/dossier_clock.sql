-- question: Until when was a matter to be resolved, by which article, and how did that day move?
-- grain: one row a limit the matter had, in the order in which they were in force; of every matter with :dossier left
--   out
-- key: dossier_id, from_date
-- uses: counted
-- parameters: dossier text?, as_of date, area text?
-- basis: law, or source where the law sets no limit and the source its own
select
    c.dossier_id,
    c.kind,
    u.from_date,
    case when u.to_date <= :as_of then u.to_date end as to_date,
    u.due_on,
    u.basis as limit_basis,
    cast(r.days as integer) as days,
    r.unit as day_unit,
    r.article,
    u.late_extension
from dossier_due as u
inner join counted as c on u.dossier_id = c.dossier_id
left join deadline_rule as r on u.rule_id = r.rule_id
where u.from_date <= :as_of and (:dossier is null or u.dossier_id = :dossier)
order by c.dossier_id, u.from_date
