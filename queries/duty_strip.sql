-- question: Month by month, how did each head keep the duty?
-- grain: one row a post and calendar month judged
-- key: post_code, month_on
-- uses: duty_by_month
-- parameters: start date, end date, area text?, level text?, post text?
select
    post_code,
    title,
    duty_code,
    duty_level,
    district_code,
    month_on,
    required,
    credited,
    in_person,
    delegated,
    missed,
    moved,
    ad_hoc,
    half_days,
    note,
    reported
from duty_by_month
where (:level is null or duty_level = :level) and (:post is null or post_code = :post)
order by post_code, month_on
