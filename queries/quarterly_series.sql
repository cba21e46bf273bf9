-- question: What came in, ended and stayed open in each of the last periods?
-- grain: one row a reporting period that has begun by :as_of, the running one up to :as_of
-- key: code
-- uses: last_periods, counted
-- needs: dossiers (entered resolved open_count on_time judged with_limit overdue)
-- parameters: as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=12, kind text?, area text?
select
    w.code,
    w.start_on,
    w.end_on,
    w.is_running,
    count(case when c.entered_on between w.start_on and w.end_on then 1 end) as entered,
    count(
        case when c.closed_on between w.start_on and w.end_on and coalesce(c.closing, '') <> 'merged' then 1 end
    ) as resolved,
    count(
        case when c.entered_on <= w.end_on and (c.closed_on is null or c.closed_on > w.end_on) then 1 end
    ) as open_count,
    count(
        case
            when
                c.closed_on between w.start_on and w.end_on
                and coalesce(c.closing, '') <> 'merged'
                and c.closed_on <= u.due_on
                then 1
        end
    ) as on_time,
    count(
        case
            when
                c.closed_on between w.start_on and w.end_on
                and coalesce(c.closing, '') <> 'merged'
                and u.due_on is not null
                then 1
        end
    ) as judged,
    count(
        case
            when
                c.entered_on <= w.end_on
                and (c.closed_on is null or c.closed_on > w.end_on)
                and u.due_on is not null
                and s.dossier_id is null
                then 1
        end
    ) as with_limit,
    count(
        case
            when
                c.entered_on <= w.end_on
                and (c.closed_on is null or c.closed_on > w.end_on)
                and u.due_on < w.end_on
                and s.dossier_id is null
                then 1
        end
    ) as overdue
from last_periods as w
left join counted as c on c.entered_on <= w.end_on and (c.closed_on is null or c.closed_on >= w.start_on)
left join
    dossier_due as u
    on
        c.dossier_id = u.dossier_id
        and u.from_date <= least(coalesce(c.closed_on, w.end_on), w.end_on)
        and (u.to_date is null or least(coalesce(c.closed_on, w.end_on), w.end_on) < u.to_date)
left join (
    select distinct
        s.dossier_id,
        s.from_date,
        s.to_date,
        r.valid_from,
        r.valid_to
    from suspensions as s
    inner join suspension_rule as r on s.matter_kind = r.kind
) as s
    on
        c.dossier_id = s.dossier_id
        and s.from_date <= w.end_on
        and (s.to_date is null or s.to_date > w.end_on)
        and s.valid_from <= w.end_on
        and (s.valid_to is null or s.valid_to >= w.end_on)
group by w.code, w.start_on, w.end_on, w.is_running
order by w.start_on
