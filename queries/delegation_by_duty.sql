-- question: At each kind of post, how many sessions and visits did the heads take and how many a deputy?
-- grain: one row a duty (a row of the reception duty rules) with at least one periodic or ad hoc session held
-- key: duty_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?
-- left out: months that are not judged (their last day lies not from :start to :end)
with taken as (
    select
        duty_code,
        duty_level,
        cast(sum(by_head) as integer) as head_sessions,
        cast(sum(by_deputy) as integer) as delegated_sessions,
        count(distinct post_code) as posts,
        count(distinct case when by_deputy > 0 then post_code end) as delegating_posts
    from duty_by_month
    where by_head + by_deputy > 0
    group by duty_code, duty_level
),

came as (
    select
        m.duty_code,
        count(case when v.chaired = 'delegated' then 1 end) as delegated_visits,
        count(case when v.chaired is distinct from 'delegated' then 1 end) as head_visits
    from duty_by_month as m
    inner join reception_sessions as s
        on
            m.post_code = s.post_code
            and s.kind <> 'regular'
            and s.held_on is not null
            and m.month_on
            = case when s.kind = 'periodic' then s.duty_month else cast(date_trunc('month', s.held_on) as date) end
    inner join reception_visits as v on s.session_id = v.session_id
    group by m.duty_code
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
