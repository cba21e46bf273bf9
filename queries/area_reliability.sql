-- question: How far can what is told of one area be relied on: what is missing, when was something last recorded?
-- grain: one row an area of the division with matters, papers or receptions in the window
-- key: area_code
-- uses: counted
-- parameters: division text=commune, start date, end date, kind text?, area text?
-- silent_months: calendar months of the window, the running one left out, in which nothing at all was recorded
with recorded as (
    select
        case :division when 'commune' then commune_code else district_code end as area_code,
        received_on as recorded_on
    from counted
    where received_on between :start and :end
    union all
    select
        case :division when 'commune' then commune_code else district_code end as area_code,
        received_on as recorded_on
    from petitions
    where
        received_on between :start and :end
        and (:apart or kind <> 'denunciation')
        and (:area is null or district_code = :area or commune_code = :area)
    union all
    select
        case :division when 'commune' then commune_code else district_code end as area_code,
        held_on as recorded_on
    from reception_sessions
    where
        held_on between :start and :end
        and (:area is null or district_code = :area or commune_code = :area)
),

gaps as (
    select
        case :division when 'commune' then commune_code else district_code end as area_code,
        count(*) as matters,
        count(case when kind <> 'petition' and closed_on is not null and accepted_on is null then 1 end)
            as without_acceptance,
        count(case when closed_on is not null and closing is null then 1 end) as without_closing,
        count(case when field_group = 'unmapped' then 1 end) as without_field
    from counted
    where received_on between :start and :end
    group by 1
),

months as (
    select count(*) as whole
    from reporting_period
    where calendar = 'calendar' and kind = 'month' and start_on >= :start and end_on <= :end
),

told as (
    select
        r.area_code,
        max(r.recorded_on) as last_recorded_on,
        count(distinct p.code) as months_told
    from recorded as r
    left join reporting_period as p
        on
            p.calendar = 'calendar'
            and p.kind = 'month'
            and p.start_on >= :start
            and p.end_on <= :end
            and r.recorded_on between p.start_on and p.end_on
    where r.area_code is not null
    group by r.area_code
)

select
    t.area_code,
    coalesce(g.matters, 0) as matters,
    coalesce(g.without_acceptance, 0) as without_acceptance,
    coalesce(g.without_closing, 0) as without_closing,
    coalesce(g.without_field, 0) as without_field,
    m.whole - t.months_told as silent_months,
    m.whole as whole_months,
    t.last_recorded_on
from told as t
cross join months as m
left join gaps as g on t.area_code = g.area_code
order by t.area_code
