-- What the rules of watching count at each unit today, whatever their thresholds: one row a measure and unit. Bodies
-- that have ended are counted as the body of their place; denunciations are told of no unit. The days that a measure
-- looks back over come from its rule.
with today as (select as_of from stage.run),

days as (
    select
        w.measure,
        w.days
    from watch_rule as w
    cross join today as t
    where w.valid_from <= t.as_of and (w.valid_to is null or w.valid_to >= t.as_of)
),

successor as (
    select
        o.agency_code,
        min(n.agency_code) as successor_code
    from agencies as o
    cross join today as t
    inner join agencies as n
        on o.commune_code = n.commune_code and o.level = n.level and n.unit_code = n.commune_code
    where o.valid_to < t.as_of and (n.valid_to is null or n.valid_to >= t.as_of)
    group by o.agency_code
    having count(*) = 1
),

open_matters as (
    select
        d.dossier_id,
        coalesce(s.successor_code, h.agency_code, d.agency_code) as agency_code,
        case when p.dossier_id is null and u.due_on < t.as_of then t.as_of - u.due_on end as days_over
    from dossiers as d
    cross join today as t
    left join dossier_holder as h
        on d.dossier_id = h.dossier_id and h.from_date <= t.as_of and (h.to_date is null or t.as_of < h.to_date)
    left join dossier_due as u
        on d.dossier_id = u.dossier_id and u.from_date <= t.as_of and (u.to_date is null or t.as_of < u.to_date)
    left join successor as s on coalesce(h.agency_code, d.agency_code) = s.agency_code
    left join (
        select distinct x.dossier_id
        from suspensions as x
        cross join today as t
        inner join dossiers as m on x.dossier_id = m.dossier_id
        inner join suspension_rule as r
            on m.kind = r.kind and r.valid_from <= t.as_of and (r.valid_to is null or r.valid_to >= t.as_of)
        where x.from_date <= t.as_of and (x.to_date is null or x.to_date > t.as_of)
    ) as p on d.dossier_id = p.dossier_id
    where d.counted and d.kind <> 'denunciation' and d.entered_on <= t.as_of and d.closed_on is null
),

passed_on as (
    select
        x.dossier_id,
        max(x.moved_on) as last_moved_on
    from transfers as x
    where x.kind = 'transfer' and x.dossier_id is not null
    group by x.dossier_id
    having count(*) >= 2
),

recorded as (
    select
        agency_code,
        received_on as recorded_on
    from dossiers
    where kind <> 'denunciation'
    union all
    select
        agency_code,
        received_on as recorded_on
    from petitions
    where kind <> 'denunciation'
    union all
    select
        agency_code,
        held_on as recorded_on
    from reception_sessions
    where held_on is not null
)

select
    'overdue' as measure,
    agency_code as code,
    cast(count(*) as double) as value
from open_matters
where days_over > 0
group by agency_code
union all
select
    'overdue_days' as measure,
    agency_code as code,
    cast(max(days_over) as double) as value
from open_matters
where days_over > 0
group by agency_code
union all
select
    'mass_groups' as measure,
    v.district_code as code,
    cast(count(*) as double) as value
from reception_visits as v
cross join today as t
inner join days as w on w.measure = 'mass_groups'
where v.is_mass_group and v.district_code is not null and v.held_on > t.as_of - cast(w.days as integer)
group by v.district_code
union all
select
    'directives_late' as measure,
    coalesce(s.successor_code, v.agency_code) as code,
    cast(count(*) as double) as value
from directives as v
cross join today as t
left join successor as s on v.agency_code = s.agency_code
where v.done_on is null and v.due_on < t.as_of
group by coalesce(s.successor_code, v.agency_code)
union all
select
    'bounced' as measure,
    o.agency_code as code,
    cast(count(*) as double) as value
from open_matters as o
inner join passed_on as m on o.dossier_id = m.dossier_id
cross join today as t
inner join days as w on w.measure = 'bounced'
where m.last_moved_on > t.as_of - cast(w.days as integer)
group by o.agency_code
union all
select
    'silent' as measure,
    r.agency_code as code,
    cast(max(t.as_of) - max(r.recorded_on) as double) as value
from recorded as r
cross join today as t
inner join days as w on w.measure = 'silent'
inner join agencies as a on r.agency_code = a.agency_code
where a.valid_to is null or a.valid_to >= t.as_of
group by r.agency_code, w.days
having max(r.recorded_on) > max(t.as_of) - cast(w.days as integer)
order by 1, 2
