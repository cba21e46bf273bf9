-- question: Which heads rely on deputies to receive citizens?
-- grain: one row a post with at least one session taken by a deputy in the months judged, those with the most first
-- key: post_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?, duty text?
select
    m.post_code,
    m.title,
    m.duty_code,
    m.duty_level,
    g.name as agency_name,
    d.name as district_name,
    cast(sum(m.by_head) as integer) as head_sessions,
    cast(sum(m.by_deputy) as integer) as delegated_sessions,
    cast(sum(m.by_deputy) as double precision) / sum(m.by_head + m.by_deputy) as delegated_share,
    cast(max(l.held_on) as date) as last_in_person_on
from duty_by_month as m
left join agencies as g on m.agency_code = g.agency_code
left join district as d on m.district_code = d.district_code
left join (
    select
        post_code,
        max(held_on) as held_on
    from reception_sessions
    where kind <> 'regular' and chaired = 'in_person' and held_on <= :end
    group by post_code
) as l on m.post_code = l.post_code
where :duty is null or m.duty_code = :duty
group by m.post_code, m.title, m.duty_code, m.duty_level, g.name, d.name
having sum(m.by_deputy) > 0
order by delegated_sessions desc, delegated_share desc, m.post_code
