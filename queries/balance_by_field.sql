-- question: How does the balance of matters look in each field?
-- grain: one row a field group
-- key: field_group
-- uses: flows
-- carries: dossiers (opening)
-- parameters: start date, end date, kind text?, area text?
select
    field_group,
    sum(opening) as opening,
    sum(entered_first + entered_second + reopened) as entered,
    sum(decided + withdrawn + discontinued + to_investigation) as resolved,
    sum(merged) as merged,
    sum(closing) as closing
from flows
group by field_group
order by closing desc, field_group
