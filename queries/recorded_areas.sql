-- question: Where did open and new matters lie, by the unit as it was recorded at the time?
-- grain: one row a unit code and the name it had on the day of receipt; matters without a place under null;
--   still_there: the unit of that day still stands at the end of the window
-- key: area_code
-- uses: open_dossiers, flows
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
with parts as (
    select
        dossier_id,
        1 as open_count,
        case when clock = 'overdue' then 1 else 0 end as overdue,
        case when age_days > 180 then 1 else 0 end as over_180,
        0 as entered
    from open_dossiers
    union all
    select
        dossier_id,
        0 as open_count,
        0 as overdue,
        0 as over_180,
        1 as entered
    from flows
    where entered_first + entered_second + reopened > 0
),

named as (
    select
        p.open_count,
        p.overdue,
        p.over_180,
        p.entered,
        d.place_unit_code,
        exists(
            select 1
            from units as u
            where
                u.unit_code = d.place_unit_code
                and u.valid_from <= d.received_on
                and (u.valid_to is null or u.valid_to >= :as_of)
        ) as still_there,
        coalesce(
            (
                select min(u.name)
                from units as u
                where
                    u.unit_code = d.place_unit_code
                    and u.valid_from <= d.received_on
                    and (u.valid_to is null or u.valid_to >= d.received_on)
            ),
            (
                select min(u.name)
                from units as u
                where u.unit_code = d.place_unit_code
            )
        ) as name
    from parts as p
    inner join dossiers as d on p.dossier_id = d.dossier_id
)

select
    n.place_unit_code as area_code,
    n.name,
    p.commune_code,
    p.district_code,
    c.name as commune_name,
    g.name as district_name,
    n.still_there,
    sum(n.open_count) as open_count,
    sum(n.overdue) as overdue,
    sum(n.over_180) as over_180,
    sum(n.entered) as entered
from named as n
left join place as p on n.place_unit_code = p.unit_code
left join commune as c on p.commune_code = c.commune_code
left join district as g on p.district_code = g.district_code
group by n.place_unit_code, n.name, p.commune_code, p.district_code, c.name, g.name, n.still_there
order by overdue desc, open_count desc, n.place_unit_code nulls last, n.name, n.still_there
