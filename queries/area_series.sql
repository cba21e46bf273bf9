-- question: What stood open, late and old in each area at the end of each of the last periods?
-- grain: one row a reporting period that has begun by :as_of (the running one up to :as_of) and an area with matters
-- key: code, area_code
-- uses: last_periods, counted
-- needs: dossiers
-- parameters: division text=district, as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=8,
--   kind text?, area text?
with stopped as (
    select distinct
        w.code,
        s.dossier_id
    from last_periods as w
    inner join suspensions as s on s.from_date <= w.end_on and (s.to_date is null or s.to_date > w.end_on)
    inner join
        suspension_rule as r
        on s.matter_kind = r.kind and r.valid_from <= w.end_on and (r.valid_to is null or r.valid_to >= w.end_on)
),

merged as (
    select
        w.code,
        m.survivor_id,
        min(m.entered_on) as entered_on
    from last_periods as w
    inner join merged_lineage as m on m.merged_on <= w.end_on
    group by w.code, m.survivor_id
)

select
    w.code,
    w.start_on,
    w.end_on,
    case when :division = 'commune' then c.commune_code else c.district_code end as area_code,
    count(case when c.closed_on is null or c.closed_on > w.end_on then 1 end) as open_count,
    count(
        case
            when (c.closed_on is null or c.closed_on > w.end_on) and u.due_on is not null and s.dossier_id is null
                then 1
        end
    ) as with_limit,
    count(
        case
            when (c.closed_on is null or c.closed_on > w.end_on) and u.due_on < w.end_on and s.dossier_id is null
                then 1
        end
    ) as overdue,
    count(
        case
            when
                (c.closed_on is null or c.closed_on > w.end_on)
                and w.end_on - least(c.entered_on, coalesce(m.entered_on, c.entered_on)) > 180
                then 1
        end
    ) as over_180,
    count(case when c.entered_on between w.start_on and w.end_on then 1 end) as entered
from last_periods as w
inner join counted as c on c.entered_on <= w.end_on and (c.closed_on is null or c.closed_on >= w.start_on)
left join
    dossier_due as u
    on
        c.dossier_id = u.dossier_id
        and (u.closed_on is null or u.closed_on > w.end_on)
        and u.from_date <= w.end_on
        and (u.to_date is null or w.end_on < u.to_date)
left join stopped as s on w.code = s.code and c.dossier_id = s.dossier_id
left join merged as m on w.code = m.code and c.dossier_id = m.survivor_id
group by 1, 2, 3, 4
order by w.start_on, area_code nulls last
