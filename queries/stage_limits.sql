-- question: Which time does the law give for each stage of a matter?
-- grain: one row a rule in force on :as_of
-- key: rule_id
-- scope: province
-- parameters: as_of date
select
    rule_id,
    stage,
    kind,
    instance,
    complexity,
    remote,
    cast(days as integer) as days,
    unit as day_unit,
    article
from deadline_rule
where valid_from <= :as_of and (valid_to is null or valid_to >= :as_of)
order by stage, kind, instance, days, rule_id
