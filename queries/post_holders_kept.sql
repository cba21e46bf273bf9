-- question: Who held a post from :start to :end, and on how many days did each receive citizens in person?
-- grain: one row a spell of a holder, the latest first
-- key: post_code, holder_name, from_date, to_date
-- parameters: start date, end date, post text?, area text?
select
    h.post_code,
    h.holder_name,
    h.from_date,
    h.to_date,
    count(distinct case when s.chaired = 'in_person' then s.held_on end) as in_person,
    count(case when s.chaired = 'delegated' then 1 end) as delegated,
    count(case when s.held_on is null and s.scheduled_on <= :end then 1 end) as missed
from post_holders as h
left join
    reception_sessions as s
    on
        h.post_code = s.post_code
        and s.kind = 'periodic'
        and coalesce(s.held_on, s.scheduled_on) between :start and :end
        and coalesce(s.held_on, s.scheduled_on) >= h.from_date
        and (h.to_date is null or coalesce(s.held_on, s.scheduled_on) <= h.to_date)
where
    (:post is null or h.post_code = :post)
    and h.from_date <= :end
    and (h.to_date is null or h.to_date >= :start)
    and (
        :area is null
        or exists (
            select 1
            from posts as p
            where p.post_code = h.post_code and (p.district_code = :area or p.commune_code = :area)
        )
    )
group by h.post_code, h.holder_name, h.from_date, h.to_date
order by h.post_code, h.from_date desc, h.holder_name
