-- question: Year by year, how did each head keep the duty: who improved, who fell back, who kept it throughout?
-- grain: one row a post and block of twelve calendar months, back from the last whole month at :end (block 0)
-- uses: duty_by_month
-- parameters: start date, end date, area text?, duty text?
select
    m.post_code,
    m.title,
    m.duty_code,
    d.name as district_name,
    case when p.valid_to <= :end then p.valid_to end as ended_on,
    cast(
        floor(
            (
                (extract(year from :end) - extract(year from m.month_on)) * 12
                + extract(month from :end) - extract(month from m.month_on)
            ) / 12.0
        ) as integer
    ) as block,
    cast(sum(case when m.reported then m.required else 0 end) as integer) as required,
    cast(sum(m.credited) as integer) as credited,
    cast(sum(m.delegated) as integer) as delegated
from duty_by_month as m
inner join posts as p on m.post_code = p.post_code
left join district as d on m.district_code = d.district_code
where :duty is null or m.duty_code = :duty
group by m.post_code, m.title, m.duty_code, d.name, p.valid_to, block
order by m.post_code, block desc
