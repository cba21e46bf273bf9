-- question: What happened that a figure over time may show: laws, reforms, sessions of the assembly, holidays?
-- grain: one row an event of the rule file the snapshot was taken with
-- scope: province
-- key: event_id
select
    event_id,
    cast(happened_on as date) as happened_on,
    kind,
    law_change,
    label,
    name,
    article
from event
order by happened_on, event_id
