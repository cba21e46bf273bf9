-- question: At each kind of post, how many sessions and visits did the heads take and how many a deputy?
-- grain: one row a duty (a row of the reception duty rules) with at least one periodic or ad hoc session held
-- key: duty_code
-- uses: held_sessions, visits
-- parameters: start date, end date, kind text?, area text?
with taken as (
    select
        p.duty_code,
        p.duty_level,
        count(case when s.reception = 'head' then 1 end) as head_sessions,
        count(case when s.reception = 'delegated' then 1 end) as delegated_sessions,
        count(distinct s.post_code) as posts,
        count(distinct case when s.reception = 'delegated' then s.post_code end) as delegating_posts
    from held_sessions as s
    inner join posts as p on s.post_code = p.post_code
    where s.reception <> 'regular'
    group by p.duty_code, p.duty_level
),

came as (
    select
        p.duty_code,
        count(case when v.reception = 'head' then 1 end) as head_visits,
        count(case when v.reception = 'delegated' then 1 end) as delegated_visits
    from visits as v
    inner join posts as p on v.post_code = p.post_code
    where v.reception <> 'regular'
    group by p.duty_code
)

select
    t.duty_code,
    t.duty_level,
    t.posts,
    t.delegating_posts,
    t.head_sessions,
    t.delegated_sessions,
    cast(t.delegated_sessions as double precision) / (t.head_sessions + t.delegated_sessions) as delegated_share,
    coalesce(c.head_visits, 0) as head_visits,
    coalesce(c.delegated_visits, 0) as delegated_visits
from taken as t
left join came as c on t.duty_code = c.duty_code
order by t.duty_code
