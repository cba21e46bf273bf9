-- question: Where did open and new matters lie, by the unit as it was recorded at the time?
-- grain: one row a unit of the day of receipt: its code and first day (unit_from), a code may name another later;
--   matters without a place under null; still_there: it still stands at the end of the window
-- key: area_code, unit_from
-- uses: open_matters, flows
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
with parts as (
    select
        dossier_id,
        1 as open_count,
        case when clock = 'overdue' then 1 else 0 end as overdue,
        case when age_days > 180 then 1 else 0 end as over_180,
        0 as entered
    from open_matters
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

recorded as (
    select
        p.open_count,
        p.overdue,
        p.over_180,
        p.entered,
        d.place_unit_code,
        coalesce(
            (
                select max(u.valid_from)
                from units as u
                where
                    u.unit_code = d.place_unit_code
                    and u.valid_from <= d.received_on
                    and (u.valid_to is null or u.valid_to >= d.received_on)
            ),
            (
                select max(u.valid_from)
                from units as u
                where u.unit_code = d.place_unit_code and u.valid_from <= d.received_on
            ),
            (
                select min(u.valid_from)
                from units as u
                where u.unit_code = d.place_unit_code
            )
        ) as unit_from
    from parts as p
    inner join dossiers as d on p.dossier_id = d.dossier_id
)

select
    r.place_unit_code as area_code,
    u.name,
    p.commune_code,
    p.district_code,
    c.name as commune_name,
    g.name as district_name,
    r.unit_from,
    u.valid_to as unit_to,
    u.unit_code is not null and (u.valid_to is null or u.valid_to >= :as_of) as still_there,
    sum(r.open_count) as open_count,
    sum(r.overdue) as overdue,
    sum(r.over_180) as over_180,
    sum(r.entered) as entered
from recorded as r
left join units as u on r.place_unit_code = u.unit_code and r.unit_from = u.valid_from
left join place as p on r.place_unit_code = p.unit_code
left join commune as c on p.commune_code = c.commune_code
left join district as g on p.district_code = g.district_code
group by
    r.place_unit_code, u.unit_code, u.name, p.commune_code, p.district_code, c.name, g.name, r.unit_from, u.valid_to
order by overdue desc, open_count desc, r.place_unit_code nulls last, r.unit_from
