-- question: Which heads rely on deputies to receive citizens?
-- grain: one row a post with at least one session taken by a deputy, those with the most first
-- key: post_code
-- uses: held_sessions
-- parameters: start date, end date, area text?, duty text?
select
    p.post_code,
    p.title,
    p.duty_code,
    g.name as agency_name,
    d.name as district_name,
    count(case when s.reception = 'head' then 1 end) as head_sessions,
    count(case when s.reception = 'delegated' then 1 end) as delegated_sessions,
    cast(count(case when s.reception = 'delegated' then 1 end) as double precision) / count(*) as delegated_share,
    cast(max(case when s.reception = 'head' then s.held_on end) as date) as last_in_person_on
from held_sessions as s
inner join posts as p on s.post_code = p.post_code
left join agencies as g on p.agency_code = g.agency_code
left join district as d on p.district_code = d.district_code
where s.reception <> 'regular' and (:duty is null or p.duty_code = :duty)
group by p.post_code, p.title, p.duty_code, g.name, d.name
having count(case when s.reception = 'delegated' then 1 end) > 0
order by delegated_sessions desc, delegated_share desc, p.post_code
