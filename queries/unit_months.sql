-- question: What came in, ended and stayed open at each unit, month by month?
-- grain: one row a unit and one of the last :months months that were over by :as_of, months without anything too; a
--   body only from its first whole month to its last, with what an ended body left to it
-- key: unit_code, start_on
-- uses: counted, held_spells
-- needs: dossiers
-- parameters: division text=district, as_of date, calendar text=calendar, months int=36, kind text?, area text?
-- division: all, agency (who held the matter on the day that counts), district or commune
with whole_months as (
    select
        code,
        start_on,
        end_on
    from reporting_period
    where calendar = :calendar and kind = 'month' and end_on <= :as_of
    order by start_on desc
    limit :months
),

spells as (
    select
        dossier_id,
        entered_on,
        closed_on,
        closing,
        from_date,
        to_date,
        agency_code as unit_code
    from held_spells
    where :division = 'agency'
    union all
    select
        dossier_id,
        entered_on,
        closed_on,
        closing,
        date '1900-01-01' as from_date,
        null as to_date,
        case :division when 'district' then district_code when 'commune' then commune_code else 'all' end as unit_code
    from counted
    where entered_on is not null and :division <> 'agency'
),

units as (
    select
        s.unit_code,
        coalesce(a.name, d.name, n.name) as unit_name,
        a.level,
        a.valid_from,
        a.valid_to
    from (select distinct unit_code from spells) as s
    left join agencies as a on :division = 'agency' and s.unit_code = a.agency_code
    left join district as d on :division = 'district' and s.unit_code = d.district_code
    left join commune as n on :division = 'commune' and s.unit_code = n.commune_code
    where s.unit_code is not null
),

stopped as (
    select distinct
        w.code,
        s.dossier_id
    from whole_months as w
    inner join suspensions as s on w.end_on >= s.from_date and (s.to_date is null or w.end_on < s.to_date)
    inner join
        suspension_rule as r
        on s.matter_kind = r.kind and w.end_on >= r.valid_from and (r.valid_to is null or w.end_on <= r.valid_to)
),

held as (
    select
        w.code,
        w.end_on,
        s.dossier_id,
        s.unit_code,
        s.closed_on,
        s.entered_on between w.start_on and w.end_on
        and s.from_date <= s.entered_on
        and (s.to_date is null or s.entered_on < s.to_date) as entered_here,
        (s.closed_on between w.start_on and w.end_on)
        and coalesce(s.closing, '') <> 'merged'
        and s.from_date <= s.closed_on
        and (s.to_date is null or s.closed_on < s.to_date) as ended_here,
        (s.closed_on is null or s.closed_on > w.end_on)
        and s.from_date <= w.end_on
        and (s.to_date is null or w.end_on < s.to_date) as open_here,
        least(coalesce(s.closed_on, w.end_on), w.end_on) as judged_on
    from whole_months as w
    inner join
        spells as s
        on
            w.end_on >= s.entered_on
            and (s.closed_on is null or w.start_on <= s.closed_on)
            and w.end_on >= s.from_date
            and (s.to_date is null or w.start_on < s.to_date)
),

counts as (
    select
        s.code,
        s.unit_code,
        count(case when s.entered_here then 1 end) as entered,
        count(case when s.ended_here then 1 end) as resolved,
        count(case when s.ended_here and s.closed_on <= u.due_on then 1 end) as on_time,
        count(case when s.ended_here and u.due_on is not null then 1 end) as judged,
        count(case when s.open_here then 1 end) as open_count,
        count(case when s.open_here and u.due_on < s.end_on and p.dossier_id is null then 1 end) as overdue
    from held as s
    left join
        dossier_due as u
        on
            s.dossier_id = u.dossier_id
            and u.from_date <= s.judged_on
            and (u.to_date is null or s.judged_on < u.to_date)
    left join stopped as p on s.code = p.code and s.dossier_id = p.dossier_id
    group by s.code, s.unit_code
)

select
    u.unit_code,
    u.unit_name,
    u.level,
    w.code,
    w.start_on,
    w.end_on,
    coalesce(c.entered, 0) as entered,
    coalesce(c.resolved, 0) as resolved,
    coalesce(c.on_time, 0) as on_time,
    coalesce(c.judged, 0) as judged,
    coalesce(c.open_count, 0) as open_count,
    coalesce(c.overdue, 0) as overdue
from units as u
cross join whole_months as w
left join counts as c on u.unit_code = c.unit_code and w.code = c.code
where (u.valid_from is null or u.valid_from <= w.start_on) and (u.valid_to is null or u.valid_to >= w.end_on)
order by u.unit_code, w.start_on
