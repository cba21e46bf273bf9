-- question: How many days must a head receive citizens, since when, and by which article?
-- grain: one row a rule of the reception duty
-- key: duty_code, valid_from
-- scope: province
-- parameters: duty text?
select
    duty_code,
    minimum,
    per,
    article,
    ad_hoc_counts,
    half_day_counts,
    cast(valid_from as date) as valid_from,
    cast(valid_to as date) as valid_to
from duty_rule
where :duty is null or duty_code = :duty
order by duty_code, valid_from
