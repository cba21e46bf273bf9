-- question: What was each month of each head: kept, short, only delegated, missed, not reported, vacant, or no duty?
-- grain: one row a post and calendar month judged
-- key: post_code, month_on
-- uses: duty_by_month
-- parameters: start date, end date, area text?, duty text?, post text?
select
    post_code,
    month_on,
    case
        when required = 0 and note like '%vacancy%' then 'vacant'
        when required = 0 then 'none'
        when not reported then 'unreported'
        when credited >= required then 'kept'
        when in_person > 0 then 'short'
        when delegated > 0 then 'delegated'
        else 'missed'
    end as state,
    required,
    in_person,
    delegated,
    missed,
    moved,
    ad_hoc,
    note
from duty_by_month
where (:duty is null or duty_code = :duty) and (:post is null or post_code = :post)
order by post_code, month_on
