-- question: In the calendar month that still runs at :as_of, how far are the heads with their days of reception?
-- grain: one row a duty (a row of the reception duty rules) that asks for days in this month
-- key: duty_code
-- parameters: as_of date, area text?
-- left out: posts that nobody is to keep at :as_of; nobody is judged by a month that is not over
with months as (
    select
        p.post_code,
        p.duty_code,
        p.duty_level,
        d.required,
        count(distinct case when s.chaired = 'in_person' and s.held_on <= :as_of then s.held_on end) as in_person,
        count(case when s.chaired = 'delegated' and s.held_on <= :as_of then 1 end) as delegated,
        count(case when s.held_on is null and s.scheduled_on < :as_of then 1 end) as missed,
        count(case when s.held_on > :as_of or (s.held_on is null and s.scheduled_on >= :as_of) then 1 end) as ahead
    from posts as p
    inner join duty_month as d on p.post_code = d.post_code and d.month_on = cast(date_trunc('month', :as_of) as date)
    left join reception_sessions as s on p.post_code = s.post_code and s.kind = 'periodic' and s.duty_month = d.month_on
    where
        p.valid_from <= :as_of
        and (p.valid_to is null or p.valid_to >= :as_of)
        and d.required > 0
        and (:area is null or p.district_code = :area or p.commune_code = :area)
    group by p.post_code, p.duty_code, p.duty_level, d.required
)

select
    duty_code,
    duty_level,
    count(*) as posts,
    cast(sum(required) as integer) as required,
    cast(sum(least(required, in_person)) as integer) as credited,
    cast(sum(delegated) as integer) as delegated,
    cast(sum(missed) as integer) as missed,
    cast(sum(ahead) as integer) as ahead,
    count(case when in_person > 0 then 1 end) as posts_came,
    count(case when in_person = 0 and ahead > 0 then 1 end) as posts_ahead,
    count(case when in_person = 0 and ahead = 0 then 1 end) as posts_none_left
from months
group by duty_code, duty_level
order by duty_code
