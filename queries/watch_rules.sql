-- question: What is watched by which threshold, over how many units, and how many alarms would chance alone give?
-- grain: one row a rule in force on the day of the data
-- key: rule_id
-- scope: province
-- expected: alarms of a day on which nothing is out of order, measured over random draws with these units' own sizes;
--   empty where the rule counts what has happened, which is no matter of chance
select
    r.rule_id,
    r.measure as watch_measure,
    r.level as watch_level,
    cast(r.threshold as integer) as threshold,
    cast(r.days as integer) as days,
    c.units as watched_units,
    c.expected as expected_alarms,
    c.compared_on,
    r.article,
    cast(r.valid_from as date) as valid_from
from watch_rule as r
inner join watch_chance as c on r.rule_id = c.rule_id
order by r.rule_id
