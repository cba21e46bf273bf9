-- question: What was open at the start, what came in, what ended and how, what is open at the end?
-- grain: one row a kind of matter, and one for all kinds (kind = 'all')
-- key: kind
-- uses: flows
-- needs: dossiers
-- carries: dossiers (opening residual)
-- parameters: start date, end date, kind text?, area text?
-- left out: duplicates; matters still waiting for acceptance
with summed as (
    select
        coalesce(kind, 'all') as kind,
        sum(opening) as opening,
        sum(entered_first) as entered_first,
        sum(entered_second) as entered_second,
        sum(reopened) as reopened,
        sum(decided) as decided,
        sum(withdrawn) as withdrawn,
        sum(discontinued) as discontinued,
        sum(to_investigation) as to_investigation,
        sum(merged) as merged,
        sum(closing) as closing
    from flows
    group by rollup (kind)
)

select
    kind,
    coalesce(opening, 0) as opening,
    coalesce(entered_first, 0) as entered_first,
    coalesce(entered_second, 0) as entered_second,
    coalesce(reopened, 0) as reopened,
    coalesce(decided, 0) as decided,
    coalesce(withdrawn, 0) as withdrawn,
    coalesce(discontinued, 0) as discontinued,
    coalesce(to_investigation, 0) as to_investigation,
    coalesce(merged, 0) as merged,
    coalesce(closing, 0) as closing,
    coalesce(
        opening + entered_first + entered_second + reopened
        - decided - withdrawn - discontinued - to_investigation - merged - closing, 0
    ) as residual
from summed
order by kind
