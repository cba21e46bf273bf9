-- question: Have the heads published as many reception days for this month and the next as the law asks for?
-- grain: one row a post in office at :as_of and month (that of :as_of and the following one)
-- key: post_code, month_on
-- parameters: as_of date, area text?, duty text?
select
    p.post_code,
    p.title,
    p.duty_code,
    g.name as agency_name,
    c.name as district_name,
    d.month_on,
    d.required,
    count(s.session_id) as scheduled
from duty_month as d
inner join posts as p on d.post_code = p.post_code
left join agencies as g on p.agency_code = g.agency_code
left join district as c on p.district_code = c.district_code
left join
    reception_sessions as s
    on d.post_code = s.post_code and s.kind = 'periodic' and d.month_on = s.duty_month
where
    d.month_on between cast(date_trunc('month', :as_of) as date)
    and cast(date_trunc('month', :as_of) + interval '1 month' as date)
    and p.valid_from <= :as_of
    and (p.valid_to is null or p.valid_to >= :as_of)
    and (:area is null or p.district_code = :area or p.commune_code = :area)
    and (:duty is null or p.duty_code = :duty)
group by p.post_code, p.title, p.duty_code, g.name, c.name, d.month_on, d.required
order by d.month_on, p.post_code
