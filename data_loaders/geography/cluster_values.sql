-- today's communes at the end of the day of the data: what is open, late and old, for the search for clusters;
-- denunciations are told of no area
with stopped as (
    select distinct s.dossier_id
    from stage.run as q
    inner join suspensions as s on s.from_date <= q.as_of and coalesce(s.to_date > q.as_of, true)
    inner join dossiers as d on s.dossier_id = d.dossier_id
    inner join
        suspension_rule as r
        on d.kind = r.kind and r.valid_from <= q.as_of and coalesce(r.valid_to >= q.as_of, true)
),

oldest as (
    select
        m.survivor_id,
        min(m.entered_on) as entered_on
    from stage.run as q
    inner join merged_lineage as m on m.merged_on <= q.as_of
    group by m.survivor_id
),

open_now as (
    select
        d.commune_code,
        u.due_on is not null and s.dossier_id is null as has_limit,
        u.due_on < q.as_of and s.dossier_id is null as is_overdue,
        q.as_of - least(d.entered_on, coalesce(o.entered_on, d.entered_on)) > 180 as is_old
    from stage.run as q
    inner join dossiers as d
        on
            d.counted and d.entered_on <= q.as_of and coalesce(d.closed_on > q.as_of, true)
            and d.kind <> 'denunciation'
    left join
        dossier_due as u
        on d.dossier_id = u.dossier_id and u.from_date <= q.as_of and coalesce(q.as_of < u.to_date, true)
    left join stopped as s on d.dossier_id = s.dossier_id
    left join oldest as o on d.dossier_id = o.survivor_id
)

select
    c.commune_code as code,
    count(o.commune_code)::double as open_count,
    count(case when o.is_overdue then 1 end)::double as overdue,
    count(case when o.is_overdue then 1 end) / nullif(count(case when o.has_limit then 1 end), 0)::double
        as overdue_share,
    count(case when o.is_old then 1 end) / nullif(count(o.commune_code), 0)::double as over_180_share
from commune as c
left join open_now as o on c.commune_code = o.commune_code
group by c.commune_code
order by c.commune_code
