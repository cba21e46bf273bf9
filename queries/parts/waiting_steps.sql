-- part: Kaplan–Meier by group: one row a group and a day of age on which a matter left or ceased to be watched, and the
--   fixed days; a matter that leaves on the day another one is last seen open leaves first
--   open_share is the product of 1 − left/at risk up to that day, spread Greenwood's sum (error: open_share · √spread)
--   known while at least :least were at risk on every day up to that one; beyond, nothing may be said
-- uses: waiting_spells
-- parameters: least int=5
with changes as (
    select
        group_code,
        watched_from as day,
        1 as net,
        'none' as manner,
        0 as is_fixed
    from waiting_spells
    union all
    select
        group_code,
        days + 1 as day,
        -1 as net,
        'none' as manner,
        0 as is_fixed
    from waiting_spells
    union all
    select
        group_code,
        days as day,
        0 as net,
        manner,
        0 as is_fixed
    from waiting_spells
    where manner <> 'open'
    union all
    select
        g.group_code,
        f.day,
        0 as net,
        'none' as manner,
        f.is_fixed
    from (select distinct group_code from waiting_spells) as g
    cross join (
        values (0, 0), (30, 1), (45, 1), (60, 1), (90, 1), (180, 1), (365, 1)
    ) as f (day, is_fixed)
),

days as (
    select
        group_code,
        day,
        max(is_fixed) = 1 as is_fixed,
        cast(sum(net) as bigint) as net,
        count(case when manner = 'decided' then 1 end) as decided,
        count(case when manner = 'withdrawn' then 1 end) as withdrawn,
        count(case when manner = 'discontinued' then 1 end) as discontinued,
        count(case when manner = 'to_investigation' then 1 end) as to_investigation,
        count(case when manner <> 'none' then 1 end) as ended
    from changes
    group by group_code, day
),

watched as (
    select
        *,
        cast(sum(net) over (partition by group_code order by day rows unbounded preceding) as bigint) as at_risk
    from days
),

running as (
    select
        *,
        cast(sum(ended) over (partition by group_code order by day rows unbounded preceding) as bigint) as ended_by,
        min(at_risk) over (partition by group_code order by day rows unbounded preceding) >= :least as known,
        max(case when ended > 0 and ended >= at_risk then 1 else 0 end)
            over (partition by group_code order by day rows unbounded preceding)
        = 1 as emptied,
        sum(case when ended < at_risk then ln(cast(at_risk - ended as double precision) / at_risk) else 0 end)
            over (partition by group_code order by day rows unbounded preceding)
            as log_open,
        sum(
            case
                when ended < at_risk
                    then cast(ended as double precision) / (cast(at_risk as double precision) * (at_risk - ended))
                else 0
            end
        ) over (partition by group_code order by day rows unbounded preceding) as spread
    from watched
)

select
    group_code,
    day,
    is_fixed,
    at_risk,
    ended,
    decided,
    withdrawn,
    discontinued,
    to_investigation,
    ended_by,
    known,
    emptied,
    spread,
    case when emptied then 0 else exp(log_open) end as open_share
from running
