-- place: where each unit code of any vintage lies today. commune, district: what the maps are made of.
-- A code may name one commune until the reform and another one after it, so everything is done by vintage of a code.
create temp table vintage as
select
    u.*,
    row_number() over (order by u.unit_code, u.valid_from) as id,
    coalesce(
        u.valid_from <= r.as_of and (u.valid_to is null or u.valid_to >= r.as_of)
        and row_number() over (
            partition by u.unit_code, u.valid_from <= r.as_of and (u.valid_to is null or u.valid_to >= r.as_of)
            order by u.valid_from desc
        ) = 1, false
    ) as is_now
from stage.units as u cross join stage.run as r;

-- each change between the vintages that it ended and began
create temp table step as
with from_vintage as (
    select
        c.old_code,
        c.new_code,
        c.changed_on,
        c.share,
        v.id as old_id,
        v.level as old_level
    from stage.unit_changes as c inner join vintage as v on c.old_code = v.unit_code
    qualify row_number() over (
        partition by c.old_code, c.new_code, c.changed_on
        order by v.valid_from < c.changed_on desc, abs(c.changed_on - v.valid_from)
    ) = 1
)

select
    c.old_id,
    v.id as new_id,
    c.old_level,
    v.level as new_level,
    coalesce(c.share, 1.0) as weight
from from_vintage as c inner join vintage as v on c.new_code = v.unit_code
qualify row_number() over (
    partition by c.old_id, c.new_code, c.changed_on
    order by v.valid_from <= c.changed_on desc, abs(c.changed_on - v.valid_from)
) = 1;

-- where an ended vintage went, through as many changes as it took
create temp table reach as
with recursive walk as (
    select
        s.old_id as src,
        s.new_id as dst,
        s.weight,
        1 as steps
    from step as s inner join vintage as o on s.old_id = o.id
    where not o.is_now and s.old_id <> s.new_id
    union all
    select
        w.src,
        s.new_id as dst,
        w.weight * s.weight as weight,
        w.steps + 1 as steps
    from walk as w
    inner join vintage as v on w.dst = v.id and not v.is_now
    inner join step as s on w.dst = s.old_id and s.new_id not in (w.src, w.dst)
    where w.steps < 8
)

select
    src,
    dst,
    sum(weight) as weight,
    min(steps) as steps
from walk
group by src, dst;

-- former districts: the given groups, else the districts that no other district took over
create temp table former_group as
select
    group_code as code,
    arg_max(group_name, valid_from) as name
from stage.unit_groups
where group_set = 'huyen_cu'
group by group_code;

insert into former_group
select
    unit_code,
    arg_max(name, valid_from)
from vintage
where
    level = 'district'
    and (select count(*) from former_group) = 0
    and id not in (
        select old_id from step
        where old_level = 'district' and new_level = 'district' and old_id <> new_id
    )
group by unit_code;

create temp table direct_group as
select
    v.id,
    g.group_code
from vintage as v
cross join stage.run as r
inner join stage.unit_groups as g
    on
        v.unit_code = g.unit_code and g.group_set = 'huyen_cu'
        and g.valid_from <= coalesce(v.valid_to, date '9999-12-31')
        and coalesce(g.valid_to, date '9999-12-31') >= v.valid_from
qualify row_number() over (
    partition by v.id
    order by
        v.is_now and g.valid_from <= r.as_of and (g.valid_to is null or g.valid_to >= r.as_of) desc, g.valid_from desc
) = 1;

-- a district's group: its own, or that of the district that took it over
create temp table district_group as
select
    v.unit_code,
    arg_max(coalesce(d.group_code, f.code, t.code), v.valid_from) as group_code
from vintage as v
left join direct_group as d on v.id = d.id
left join former_group as f on v.unit_code = f.code
left join (
    select
        r.src,
        min(g.code) as code
    from reach as r
    inner join vintage as n on r.dst = n.id
    inner join former_group as g on n.unit_code = g.code
    where n.level = 'district'
    group by r.src
) as t on v.id = t.src
where v.level = 'district'
group by v.unit_code;

-- today's commune of each commune vintage, only where all of it went into one
create temp table today as
select
    v.id,
    case
        when v.is_now then v.unit_code
        when x.targets = 1 and x.weight >= 0.999 then x.commune_code
        when x.targets is null then n.unit_code
    end as commune_code
from vintage as v
left join (
    select
        r.src,
        count(distinct d.unit_code) as targets,
        sum(r.weight) as weight,
        min(d.unit_code) as commune_code
    from reach as r inner join vintage as d on r.dst = d.id and d.is_now
    where d.level = 'commune'
    group by r.src
) as x on v.id = x.src
left join vintage as n
    on v.unit_code = n.unit_code and n.is_now and n.level = 'commune' and v.id not in (select old_id from step)
where v.level = 'commune';

-- pieces of today's communes: the vintages that became them last, each with its own former district
create temp table piece as
select
    n.unit_code as commune_code,
    o.id,
    r.weight,
    coalesce(o.population, 0) as population,
    coalesce(d.group_code, g.group_code) as group_code
from reach as r
inner join vintage as n on r.dst = n.id and n.is_now and n.level = 'commune'
inner join vintage as o on r.src = o.id and o.level = 'commune'
left join direct_group as d on o.id = d.id
left join district_group as g on o.parent_code = g.unit_code
where r.steps = 1;

create temp table commune_group as
with votes as (
    select
        commune_code,
        group_code,
        sum(weight) as pieces,
        sum(weight * population) as people
    from piece
    where group_code is not null
    group by commune_code, group_code
),

most as (
    select
        commune_code,
        group_code
    from votes
    qualify row_number() over (partition by commune_code order by people desc, pieces desc, group_code) = 1
)

select
    v.unit_code as commune_code,
    coalesce(d.group_code, m.group_code, p.group_code) as district_code
from vintage as v
left join direct_group as d on v.id = d.id
left join most as m on v.unit_code = m.commune_code
left join district_group as p on v.parent_code = p.unit_code
where v.is_now and v.level = 'commune';

-- the former district that all parts of a split commune lie in
create temp table shared as
select
    r.src as id,
    min(c.district_code) as district_code
from reach as r
inner join vintage as n on r.dst = n.id and n.is_now
inner join commune_group as c on n.unit_code = c.commune_code
group by r.src
having count(distinct c.district_code) = 1 and count(*) = count(c.district_code);

-- groups with codes of their own: a district belongs to the one that most of its people, or communes, are in
update district_group set group_code = m.group_code
from (
    select
        v.parent_code,
        coalesce(d.group_code, c.district_code, s.district_code) as group_code
    from vintage as v
    inner join today as t on v.id = t.id
    left join direct_group as d on v.id = d.id
    left join commune_group as c on t.commune_code = c.commune_code
    left join shared as s on v.id = s.id
    where coalesce(d.group_code, c.district_code, s.district_code) is not null
    group by v.parent_code, coalesce(d.group_code, c.district_code, s.district_code)
    qualify row_number() over (
        partition by v.parent_code
        order by
            sum(coalesce(v.population, 0)) desc, count(*) desc,
            coalesce(d.group_code, c.district_code, s.district_code)
    ) = 1
) as m
where district_group.group_code is null and district_group.unit_code = m.parent_code;

create temp table place_vintage as
select
    v.unit_code,
    v.valid_from,
    case
        when row_number() over (partition by v.unit_code order by v.valid_from) = 1 then date '0001-01-01'
        else v.valid_from
    end as known_from,
    v.level,
    t.commune_code,
    case v.level
        when 'commune' then coalesce(c.district_code, s.district_code, d.group_code, g.group_code)
        when 'district' then w.group_code
    end as district_code
from vintage as v
left join today as t on v.id = t.id
left join commune_group as c on t.commune_code = c.commune_code
left join shared as s on v.id = s.id
left join direct_group as d on v.id = d.id
left join district_group as g on v.parent_code = g.unit_code
left join district_group as w on v.unit_code = w.unit_code;

-- each vintage with the day before which it is meant: a plain join finds the one of a day, where ASOF sorts every row
create temp table place_span as
select
    *,
    lead(known_from) over (partition by unit_code order by known_from) as known_until
from place_vintage;

create table place as
select
    unit_code,
    commune_code,
    district_code
from place_vintage
qualify row_number() over (partition by unit_code order by valid_from desc) = 1
order by unit_code;

create table commune as
select
    v.unit_code as commune_code,
    v.name,
    g.district_code,
    coalesce(x.districts > 1, false) as straddles,
    v.population,
    v.population_as_of,
    v.zone
from vintage as v
left join commune_group as g on v.unit_code = g.commune_code
left join (
    select
        commune_code,
        count(distinct group_code) as districts
    from piece
    group by commune_code
) as x on v.unit_code = x.commune_code
where v.is_now and v.level = 'commune'
order by v.unit_code;

create table district as
select
    code as district_code,
    name
from former_group
order by code;
