-- question: Which units do the rules of watching name, why, since when, and what is over since the last day before?
-- grain: one row a unit and a rule
-- key: unit_code, rule_id
-- parameters: area text?
-- worked out when the snapshot was built (data_loaders/snapshot/watch.py); value against base: matters in time of those
--   with a limit, what came in in the newest month against its usual number; else value against the rule's threshold
-- since_on: the day on which it was first seen; watch_state: new (today), still, gone (today), first (no day before)
select
    w.rule_id,
    w.measure as watch_measure,
    w.level as watch_level,
    w.code as unit_code,
    coalesce(d.name, a.name) as unit_name,
    w.value,
    w.base,
    w.threshold,
    r.days,
    w.since_on,
    w.gone_on,
    case
        when w.gone_on is not null then 'gone'
        when c.compared_on is null then 'first'
        when w.since_on = i.as_of then 'new'
        else 'still'
    end as watch_state
from watch as w
inner join watch_rule as r on w.rule_id = r.rule_id
cross join snapshot_info as i
left join watch_chance as c on w.rule_id = c.rule_id
left join district as d on w.level = 'district' and w.code = d.district_code
left join agencies as a on w.level = 'agency' and w.code = a.agency_code
where
    :area is null
    or (w.level = 'district' and w.code = :area)
    or a.district_code = :area
    or a.commune_code = :area
order by w.code, w.rule_id
