-- question: In which fields do the open and overdue matters lie?
-- grain: one row a field group
-- key: field_group
-- uses: open_matters
-- parameters: as_of date, kind text?, area text?
select
    field_group,
    count(*) as open_count,
    count(case when clock in ('overdue', 'due_soon', 'in_time') then 1 end) as with_limit,
    count(case when clock = 'overdue' then 1 end) as overdue,
    count(case when age_days > 180 then 1 end) as over_180,
    percentile_cont(0.5) within group (order by age_days) as median_age
from open_matters
group by field_group
order by overdue desc, open_count desc, field_group
