-- question: Which bodies hold the open and overdue matters?
-- grain: one row a body that holds at least one open matter at the end of :as_of; of one that has ended: who took over
-- key: agency_code
-- uses: open_dossiers
-- parameters: as_of date, kind text?, area text?
select
    o.agency_code,
    a.name as agency_name,
    a.level as agency_level,
    case when a.valid_to < :as_of then o.agency_code end as ended_agency_code,
    case when a.valid_to < :as_of then a.name end as ended_agency_name,
    count(*) as open_count,
    count(case when o.clock in ('overdue', 'due_soon', 'in_time') then 1 end) as with_limit,
    count(case when o.clock = 'overdue' then 1 end) as overdue,
    count(case when o.age_days > 180 then 1 end) as over_180,
    max(o.days_over) as longest_over,
    percentile_cont(0.5) within group (order by o.age_days) as median_age
from open_dossiers as o
left join agencies as a on o.agency_code = a.agency_code
group by o.agency_code, a.name, a.level, a.valid_to
order by overdue desc, open_count desc, o.agency_code
