-- question: How does the balance of matters look in each area?
-- grain: one row an area of the division (former district or today's commune) and kind; a matter without one under null
-- key: area_code, kind
-- uses: flows
-- carries: dossiers (opening residual)
-- parameters: division text=district, start date, end date, kind text?, area text?
select
    case when :division = 'commune' then commune_code else district_code end as area_code,
    kind,
    sum(opening) as opening,
    sum(entered_first + entered_second + reopened) as entered,
    sum(decided + withdrawn + discontinued + to_investigation) as resolved,
    sum(merged) as merged,
    sum(closing) as closing,
    sum(
        opening + entered_first + entered_second + reopened
        - decided - withdrawn - discontinued - to_investigation - merged - closing
    ) as residual
from flows
group by 1, 2
order by 1 nulls last, 2
