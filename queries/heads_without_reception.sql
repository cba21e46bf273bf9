-- question: Which heads have not received citizens in person this month, although a duty is set?
-- grain: one row a post in office at the end of :as_of without a periodic day held in person in its calendar month
-- key: post_code
-- needs: reception_sessions
-- parameters: as_of date, area text?
select
    p.post_code,
    p.title,
    p.duty_code,
    p.duty_level,
    p.district_code,
    d.required,
    count(case when s.chaired = 'delegated' and s.held_on <= :as_of then 1 end) as delegated,
    count(case when s.held_on is null and s.scheduled_on < :as_of then 1 end) as missed,
    cast(min(case when s.held_on is null and s.scheduled_on >= :as_of then s.scheduled_on end) as date)
        as next_scheduled_on,
    cast(max(l.last_in_person_on) as date) as last_in_person_on
from posts as p
inner join duty_month as d on p.post_code = d.post_code and d.month_on = cast(date_trunc('month', :as_of) as date)
left join reception_sessions as s on p.post_code = s.post_code and s.kind = 'periodic' and s.duty_month = d.month_on
left join (
    select
        post_code,
        max(held_on) as last_in_person_on
    from reception_sessions
    where kind = 'periodic' and chaired = 'in_person' and held_on <= :as_of
    group by post_code
) as l on p.post_code = l.post_code
where
    p.valid_from <= :as_of
    and (p.valid_to is null or p.valid_to >= :as_of)
    and d.required > 0
    and (:area is null or p.district_code = :area or p.commune_code = :area)
group by p.post_code, p.title, p.duty_code, p.duty_level, p.district_code, d.required
having count(case when s.chaired = 'in_person' and s.held_on <= :as_of then 1 end) = 0
order by last_in_person_on nulls first, p.post_code
