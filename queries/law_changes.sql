-- question: On which days did the law change, by the rules the snapshot was taken with?
-- grain: one row a change: a rule that began or ended, or an event that is a change of law
-- scope: province
-- key: changed_on, file, label, article
select
    cast(changed_on as date) as changed_on,
    file,
    label,
    article
from law_change
order by changed_on, case when file = 'events' then 0 else 1 end, file, label, article
