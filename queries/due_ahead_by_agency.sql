-- question: How many matters of each body reach the end of their legal time within 7 and within 30 days?
-- grain: one row a body that holds such a matter at the end of :as_of
-- key: agency_code
-- uses: open_dossiers
-- parameters: as_of date, kind text?, area text?
select
    o.agency_code,
    a.name as agency_name,
    count(case when o.due_on - :as_of <= 7 then 1 end) as due_7,
    count(*) as due_30
from open_dossiers as o
left join agencies as a on o.agency_code = a.agency_code
where o.clock in ('due_soon', 'in_time') and o.due_on - :as_of <= 30
group by o.agency_code, a.name
order by due_7 desc, due_30 desc, o.agency_code
