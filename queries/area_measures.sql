-- question: How does each area stand: open, overdue, old, new per 10,000 people, mass groups, complex cases?
-- grain: one row an area of the division (former district or today's commune); matters without one under null
-- key: area_code
-- uses: open_matters, flows, visits
-- needs: dossiers (open_count with_limit overdue over_180 escalated entered resolved),
--   reception_visits (visits mass_groups)
-- parameters: division text=district, start date, end date, as_of date=:end, kind text?, area text?
with areas as (
    select
        case when :division = 'commune' then commune_code else district_code end as area_code,
        sum(population) as population,
        min(population_as_of) as population_as_of,
        count(case when population is null then 1 end) as without_population,
        count(case when straddles then 1 end) as straddling
    from commune
    where :area is null or district_code = :area or commune_code = :area
    group by 1
),

names as (
    select
        commune_code as area_code,
        name
    from commune
    where :division = 'commune'
    union all
    select
        district_code as area_code,
        name
    from district
    where :division <> 'commune'
),

stock as (
    select
        case when :division = 'commune' then commune_code else district_code end as area_code,
        count(*) as open_count,
        count(case when clock in ('overdue', 'due_soon', 'in_time') then 1 end) as with_limit,
        count(case when clock = 'overdue' then 1 end) as overdue,
        count(case when age_days > 180 then 1 end) as over_180,
        count(case when escalated then 1 end) as escalated
    from open_matters
    group by 1
),

flow as (
    select
        case when :division = 'commune' then commune_code else district_code end as area_code,
        sum(entered_first + entered_second + reopened) as entered,
        sum(decided + withdrawn + discontinued + to_investigation) as resolved
    from flows
    group by 1
),

groups as (
    select
        case when :division = 'commune' then commune_code else district_code end as area_code,
        count(*) as visits,
        count(case when is_mass_group then 1 end) as mass_groups
    from visits
    group by 1
),

listed as (
    select
        case when :division = 'commune' then d.commune_code else d.district_code end as area_code,
        count(distinct d.dossier_id) as complex_listed
    from dossiers as d
    inner join complex_list as x on d.dossier_id = x.dossier_id
    where
        d.counted
        and x.listed_on <= :as_of
        and (x.delisted_on is null or x.delisted_on > :as_of)
        and (:kind is null or d.kind = :kind)
        and (:apart or d.kind <> 'denunciation')
        and (:area is null or d.district_code = :area or d.commune_code = :area)
    group by 1
),

keys as (
    select area_code from areas
    union
    select area_code from stock
    union
    select area_code from flow
    union
    select area_code from groups
    union
    select area_code from listed
)

select
    k.area_code,
    n.name,
    coalesce(s.open_count, 0) as open_count,
    coalesce(s.with_limit, 0) as with_limit,
    coalesce(s.overdue, 0) as overdue,
    coalesce(s.over_180, 0) as over_180,
    coalesce(s.escalated, 0) as escalated,
    coalesce(f.entered, 0) as entered,
    coalesce(f.resolved, 0) as resolved,
    coalesce(g.visits, 0) as visits,
    coalesce(g.mass_groups, 0) as mass_groups,
    coalesce(l.complex_listed, 0) as complex_listed,
    case when a.without_population = 0 then a.population end as population,
    a.population_as_of,
    coalesce(a.straddling, 0) as straddling
from keys as k
left join areas as a on k.area_code is not distinct from a.area_code
left join names as n on k.area_code = n.area_code
left join stock as s on k.area_code is not distinct from s.area_code
left join flow as f on k.area_code is not distinct from f.area_code
left join groups as g on k.area_code is not distinct from g.area_code
left join listed as l on k.area_code is not distinct from l.area_code
where
    k.area_code is not null
    or coalesce(s.open_count, 0)
    + coalesce(f.entered, 0)
    + coalesce(f.resolved, 0)
    + coalesce(g.visits, 0)
    + coalesce(l.complex_listed, 0)
    > 0
order by overdue desc, open_count desc, k.area_code nulls last
