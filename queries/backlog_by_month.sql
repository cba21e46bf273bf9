-- question: How much was open, and how late and how old was it, at the end of each month of the last years?
-- grain: one row a month that was over by :as_of, and the running one as it stands at :as_of
-- key: start_on
-- uses: counted
-- parameters: as_of date, calendar text=calendar, months int=96, kind text?, area text?
-- method: counted anew for each day from what had entered and not ended by then; nothing is carried forward
-- left out: months before matters were kept
with ends as (
    select
        p.code,
        p.start_on,
        least(p.end_on, :as_of) as end_on,
        p.end_on > :as_of as is_running
    from reporting_period as p
    inner join data_begin as b on b.table_name = 'dossiers' and p.start_on >= b.begins_on
    where p.calendar = :calendar and p.kind = 'month' and p.start_on <= :as_of
    order by p.start_on desc
    limit :months
),

stopped as (
    select distinct
        e.code,
        s.dossier_id
    from ends as e
    inner join suspensions as s on e.end_on >= s.from_date and (s.to_date is null or e.end_on < s.to_date)
    inner join
        suspension_rule as r
        on s.matter_kind = r.kind and e.end_on >= r.valid_from and (r.valid_to is null or e.end_on <= r.valid_to)
),

began as (
    select
        c.dossier_id,
        c.entered_on,
        c.closed_on,
        m.merged_on,
        m.entered_on as merged_entered_on
    from counted as c
    left join (
        select
            survivor_id,
            min(merged_on) as merged_on,
            min(entered_on) as entered_on
        from merged_lineage
        group by survivor_id
    ) as m on c.dossier_id = m.survivor_id
    where c.entered_on is not null
),

aged as (
    select
        e.code,
        e.end_on,
        b.dossier_id,
        cast(
            e.end_on - case
                when b.merged_on <= e.end_on then least(b.entered_on, b.merged_entered_on) else b.entered_on
            end as integer
        ) as age_days
    from ends as e
    inner join began as b on e.end_on >= b.entered_on and (b.closed_on is null or e.end_on < b.closed_on)
)

select
    e.code,
    e.start_on,
    e.end_on,
    e.is_running,
    count(a.dossier_id) as open_count,
    count(case when u.due_on < a.end_on and s.dossier_id is null then 1 end) as overdue,
    count(case when a.age_days > 180 then 1 end) as over_180,
    count(case when a.age_days > 365 then 1 end) as over_365
from ends as e
left join aged as a on e.code = a.code
left join
    dossier_due as u
    on
        a.dossier_id = u.dossier_id
        and (u.closed_on is null or a.end_on < u.closed_on)
        and u.from_date <= a.end_on
        and (u.to_date is null or a.end_on < u.to_date)
left join stopped as s on a.code = s.code and a.dossier_id = s.dossier_id
group by e.code, e.start_on, e.end_on, e.is_running
order by e.start_on
