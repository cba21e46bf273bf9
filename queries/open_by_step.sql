-- question: At which step do the open matters stand, for how long, and at which body?
-- grain: one row a body (or all, by :division) and the last step of its open matters
-- key: agency_code, step
-- uses: standing_steps, open_dossiers
-- parameters: as_of date, division text=all, kind text?, area text?
-- division: all, agency; matters of which no step is kept stand apart (step missing)
-- over_90: more than 90 days since that step
select
    s.step,
    s.place as band_order,
    case when :division = 'agency' then o.agency_code end as agency_code,
    case when :division = 'agency' then a.name end as agency_name,
    count(*) as open_count,
    count(case when o.clock = 'overdue' then 1 end) as overdue,
    count(case when :as_of - s.from_date > 90 then 1 end) as over_90,
    max(cast(:as_of - s.from_date as integer)) as longest_days
from open_dossiers as o
left join standing_steps as s on o.dossier_id = s.dossier_id
left join agencies as a on o.agency_code = a.agency_code
group by 1, 2, 3, 4
order by s.place nulls last, open_count desc, 3
