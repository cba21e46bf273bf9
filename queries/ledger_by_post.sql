-- question: How did each head keep the duty, who holds the post, and what must be known to judge it fairly?
-- grain: one row a post with at least one calendar month judged (months whose last day lies from :start to :end)
-- key: post_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?, duty text?, post text?
-- left out: months in which the body reported nothing count neither as required nor as kept; no day makes up for
--   another month; holders come from post_holders where the province gives it
with judged as (
    select
        m.post_code,
        m.title,
        m.duty_code,
        m.duty_level,
        m.agency_code,
        m.commune_code,
        m.district_code,
        count(*) as months,
        count(case when not m.reported and m.required > 0 then 1 end) as months_unreported,
        count(case when m.note like '%vacancy%' then 1 end) as months_vacant,
        count(case when m.reported and m.required > 0 and m.in_person = 0 then 1 end) as months_without,
        cast(sum(case when m.reported then m.required else 0 end) as integer) as required,
        cast(sum(m.credited) as integer) as credited,
        cast(sum(m.in_person) as integer) as in_person,
        cast(sum(m.delegated) as integer) as delegated,
        cast(sum(m.missed) as integer) as missed,
        cast(sum(m.moved) as integer) as moved,
        cast(sum(m.half_days) as integer) as half_days,
        cast(sum(m.ad_hoc) as integer) as ad_hoc,
        count(distinct d.rule_id) > 1 or count(case when m.note like '%rule_changed%' then 1 end) > 0 as rule_changed
    from duty_by_month as m
    inner join duty_month as d on m.post_code = d.post_code and m.month_on = d.month_on
    where (:duty is null or m.duty_code = :duty) and (:post is null or m.post_code = :post)
    group by m.post_code, m.title, m.duty_code, m.duty_level, m.agency_code, m.commune_code, m.district_code
),

holders as (
    select
        post_code,
        holder_name,
        from_date,
        row_number() over (partition by post_code order by from_date desc, holder_name) as place
    from post_holders
    where from_date <= :end and (to_date is null or to_date >= :end)
)

select
    j.post_code,
    j.title,
    h.holder_name,
    h.from_date as holder_since,
    j.duty_code,
    j.duty_level,
    j.district_code,
    c.name as district_name,
    j.commune_code,
    g.name as agency_name,
    case when p.valid_from between :start and :end then p.valid_from end as created_on,
    case when p.valid_to <= :end then p.valid_to end as ended_on,
    j.rule_changed,
    h.from_date is not null and h.from_date between :start and :end as holder_changed,
    j.months,
    j.months_unreported,
    j.months_vacant,
    j.months_without,
    j.required,
    j.credited,
    j.in_person,
    j.delegated,
    j.missed,
    j.moved,
    j.half_days,
    j.ad_hoc
from judged as j
inner join posts as p on j.post_code = p.post_code
left join agencies as g on j.agency_code = g.agency_code
left join district as c on j.district_code = c.district_code
left join holders as h on j.post_code = h.post_code and h.place = 1
order by j.post_code
