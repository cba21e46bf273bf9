-- question: How were the petitions received in the window sorted and processed?
-- grain: one row a kind, eligibility, authority and way of processing
-- key: kind, eligible, within_authority, processing
-- uses: period_petitions
-- parameters: start date, end date, kind text?, area text?
-- left out: petitions carried over from earlier windows
select
    kind,
    eligible,
    within_authority,
    processing,
    count(*) as petitions,
    count(case when reply_received then 1 end) as replies
from period_petitions
where not carried_over
group by kind, eligible, within_authority, processing
order by kind, eligible desc, within_authority desc nulls last, processing nulls last
