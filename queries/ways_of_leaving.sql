-- question: By which way do the matters leave, and how soon, counting those that are open today?
-- grain: one row a group, a fixed day (30, 45, 60, 90, 180, 365) and a manner: decided, withdrawn, discontinued,
--   to_investigation or open; the shares of one group and day sum to 1
-- key: group_code, day, manner
-- uses: waiting_steps, group_names
-- parameters: division text=kind, start date, as_of date, least int=5, kind text?, area text?
-- method: Aalen–Johansen with the error of the delta method (not that of Aalen 1978); matters, groups and what is
--   missing as in waiting_curve
with by_way as (
    select
        s.group_code,
        s.day,
        s.is_fixed,
        s.known,
        s.emptied,
        s.at_risk,
        s.ended,
        w.manner,
        case w.manner
            when 'decided' then s.decided
            when 'withdrawn' then s.withdrawn
            when 'discontinued' then s.discontinued
            else s.to_investigation
        end as left_so,
        coalesce(lag(s.open_share) over (partition by s.group_code, w.manner order by s.day), 1) as open_before
    from waiting_steps as s
    cross join (
        values ('decided'), ('withdrawn'), ('discontinued'), ('to_investigation')
    ) as w (manner)
),

pieces as (
    select
        *,
        case when at_risk > 0 then open_before / at_risk * left_so else 0 end as piece,
        case when at_risk > 0 then open_before / at_risk else 0 end as weight,
        case
            when ended < at_risk
                then cast(ended as double precision) / (cast(at_risk as double precision) * (at_risk - ended))
            else 0
        end as hazard,
        case when at_risk > 0 then cast(left_so as double precision) / at_risk else 0 end as own_share
    from by_way
),

shares as (
    select
        *,
        sum(piece) over (partition by group_code, manner order by day rows unbounded preceding) as share,
        cast(sum(left_so) over (partition by group_code, manner order by day rows unbounded preceding) as bigint)
            as ended_by
    from pieces
),

errors as (
    select
        *,
        share * share * sum(hazard) over (partition by group_code, manner order by day rows unbounded preceding)
        - 2 * share * sum(share * hazard) over (partition by group_code, manner order by day rows unbounded preceding)
        + sum(share * share * hazard + weight * weight * (at_risk - left_so) * own_share + 2 * share * piece / at_most)
            over (partition by group_code, manner order by day rows unbounded preceding)
        - 2 * share * sum(piece / at_most) over (partition by group_code, manner order by day rows unbounded preceding)
            as variance
    from (
        select
            *,
            cast(greatest(at_risk, 1) as double precision) as at_most
        from shares
    ) as known_size
)

select
    o.day,
    o.manner,
    o.at_risk,
    o.ended_by,
    nullif(o.group_code, '') as group_code,
    n.name as group_name,
    case when o.known then o.share end as share,
    case when o.known and not o.emptied then sqrt(greatest(o.variance, 0)) end as error
from (
    select
        group_code,
        day,
        manner,
        at_risk,
        ended_by,
        known,
        emptied,
        share,
        variance
    from errors
    where is_fixed
    union all
    select
        group_code,
        day,
        'open' as manner,
        at_risk,
        ended_by,
        known,
        emptied,
        open_share as share,
        open_share * open_share * spread as variance
    from waiting_steps
    where is_fixed
) as o
left join group_names as n on o.group_code = n.code
order by o.group_code, o.day, o.manner
