-- part: every post and calendar month judged: months whose last day lies from :start to :end
--   required days (rule in force), days the head came in person, sessions a deputy took, missed and ad hoc ones,
--   and whether the body reported anything at all that month; a day that was moved counts in the month it was set for;
--   by_head and by_deputy: sessions held, periodic and ad hoc, as form 01/TCD counts them (columns 12 and 21)
-- parameters: start date, end date, area text?
select
    d.post_code,
    p.title,
    p.duty_code,
    p.duty_level,
    p.agency_code,
    p.commune_code,
    p.district_code,
    d.month_on,
    d.required,
    d.note,
    coalesce(s.in_person_days, 0) as in_person,
    coalesce(s.delegated, 0) as delegated,
    coalesce(s.missed, 0) as missed,
    coalesce(s.moved, 0) as moved,
    coalesce(s.half_days, 0) as half_days,
    coalesce(a.ad_hoc_days, 0) as ad_hoc,
    coalesce(s.by_head, 0) + coalesce(a.by_head, 0) as by_head,
    coalesce(s.delegated, 0) + coalesce(a.by_deputy, 0) as by_deputy,
    case
        when r.agency_code is null then 0
        else least(
            d.required,
            coalesce(case when w.half_day_counts then s.in_person_days else s.full_days end, 0)
            + case when w.ad_hoc_counts then coalesce(a.ad_hoc_days, 0) else 0 end
        )
    end as credited,
    r.agency_code is not null as reported
from duty_month as d
inner join posts as p on d.post_code = p.post_code
left join duty_rule as w on d.rule_id = w.rule_id
left join (
    select
        post_code,
        month_on,
        cast(sum(in_person) as bigint) as in_person_days,
        cast(sum(by_head) as bigint) as by_head,
        cast(sum(delegated) as bigint) as delegated,
        cast(sum(missed) as bigint) as missed,
        cast(sum(moved) as bigint) as moved,
        cast(sum(half_day) as bigint) as half_days,
        cast(sum(full_day) as bigint) as full_days
    from (
        select
            post_code,
            duty_month as month_on,
            held_on,
            max(case when chaired = 'in_person' and held_on is not null then 1 else 0 end) as in_person,
            count(case when chaired = 'in_person' and held_on is not null then 1 end) as by_head,
            count(case when chaired = 'delegated' and held_on is not null then 1 end) as delegated,
            count(case when held_on is null and scheduled_on <= :end then 1 end) as missed,
            count(case when held_on <> scheduled_on then 1 end) as moved,
            max(case when chaired = 'in_person' and half_day and held_on is not null then 1 else 0 end) as half_day,
            max(
                case
                    when chaired = 'in_person' and half_day is distinct from true and held_on is not null then 1
                    else 0
                end
            ) as full_day
        from reception_sessions
        where kind = 'periodic' and duty_month between cast(date_trunc('month', :start) as date) and :end
        group by post_code, duty_month, held_on
    ) as of_day
    group by post_code, month_on
) as s on d.post_code = s.post_code and d.month_on = s.month_on
left join (
    select
        post_code,
        cast(date_trunc('month', held_on) as date) as month_on,
        count(distinct case when chaired = 'in_person' then held_on end) as ad_hoc_days,
        count(case when chaired = 'in_person' then 1 end) as by_head,
        count(case when chaired = 'delegated' then 1 end) as by_deputy
    from reception_sessions
    where kind = 'ad_hoc' and held_on between cast(date_trunc('month', :start) as date) and :end
    group by post_code, cast(date_trunc('month', held_on) as date)
) as a on d.post_code = a.post_code and d.month_on = a.month_on
left join (
    select
        agency_code,
        duty_month as month_on
    from reception_sessions
    where duty_month between cast(date_trunc('month', :start) as date) and :end
    union
    select
        s.agency_code,
        cast(date_trunc('month', q.end_on) as date) as month_on
    from submissions as s
    inner join reporting_period as q on s.period_code = q.code
    where q.kind = 'month' and q.calendar = 'calendar'
) as r on p.agency_code = r.agency_code and d.month_on = r.month_on
where
    cast(d.month_on + interval '1 month' as date) - 1 between :start and :end
    and d.required is not null
    and (:area is null or p.district_code = :area or p.commune_code = :area)
