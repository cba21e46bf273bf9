-- question: Between the two halves of their time, which heads improved, fell back, or kept the duty throughout?
-- grain: one row a post; its judged months from :start to :end are split in two halves (the later one the longer)
-- key: post_code
-- uses: duty_by_month
-- parameters: start date, end date, area text?, duty text?
-- left out: months in which the body reported nothing or no day was asked for
with judged as (
    select
        m.post_code,
        m.title,
        m.duty_code,
        m.district_code,
        m.required,
        m.credited,
        row_number() over (partition by m.post_code order by m.month_on) * 2
        <= count(*) over (partition by m.post_code) as is_first
    from duty_by_month as m
    where m.reported and m.required > 0 and (:duty is null or m.duty_code = :duty)
)

select
    j.post_code,
    j.title,
    j.duty_code,
    d.name as district_name,
    case when p.valid_to <= :end then p.valid_to end as ended_on,
    count(*) as months,
    cast(sum(case when j.is_first then j.required else 0 end) as integer) as first_required,
    cast(sum(case when j.is_first then j.credited else 0 end) as integer) as first_credited,
    cast(sum(case when j.is_first then 0 else j.required end) as integer) as last_required,
    cast(sum(case when j.is_first then 0 else j.credited end) as integer) as last_credited,
    cast(sum(case when j.credited < j.required then 1 else 0 end) as integer) as months_short
from judged as j
inner join posts as p on j.post_code = p.post_code
left join district as d on j.district_code = d.district_code
group by j.post_code, j.title, j.duty_code, d.name, p.valid_to
order by j.post_code
