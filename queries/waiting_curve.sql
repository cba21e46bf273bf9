-- question: What share of the matters is still open after how many days, counting those that are open today?
-- grain: one row a group and a fixed day (30, 45, 60, 90, 180, 365); with :steps also each day on which some left
-- key: group_code, day
-- uses: waiting_steps, group_names
-- parameters: division text=kind, start date, as_of date, least int=5, steps bool=false, kind text?, area text?
-- division: all, kind, field, instance, agency (who held it last), district or commune
-- method: Kaplan–Meier with Greenwood's error; open matters are censored at :as_of, those that entered before :start
--   come in late, at the age they had; being passed on or handed over is no leaving; merged matters are left out
-- half_on_day: the first day on which half or more have left, missing where that day is not reached; open_share, error
--   and half_on_day are missing from the first day on which fewer than :least were at risk
select
    s.day,
    s.is_fixed,
    s.at_risk,
    s.ended_by,
    t.matters,
    t.still_open,
    h.half_on_day,
    nullif(s.group_code, '') as group_code,
    n.name as group_name,
    case when s.known then s.open_share end as open_share,
    case when s.known and not s.emptied then s.open_share * sqrt(s.spread) end as error
from waiting_steps as s
inner join (
    select
        group_code,
        count(*) as matters,
        count(case when manner = 'open' then 1 end) as still_open
    from waiting_spells
    group by group_code
) as t on s.group_code = t.group_code
left join (
    select
        group_code,
        min(day) as half_on_day
    from waiting_steps
    where known and open_share <= 0.5 + 1e-12
    group by group_code
) as h on s.group_code = h.group_code
left join group_names as n on s.group_code = n.code
where s.is_fixed or (:steps and s.ended > 0)
order by s.group_code, s.day
