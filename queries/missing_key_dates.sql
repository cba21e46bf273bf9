-- question: Which accepted rows lack what the figures need?
-- grain: one row a weakness: how many rows have it, of how many
-- key: weakness
-- about: operation
-- parameters: as_of date
select
    'accepted_on' as weakness,
    count(case when accepted_on is null and kind <> 'petition' then 1 end) as rows_weak,
    count(case when kind <> 'petition' then 1 end) as rows_all
from dossiers
where received_on <= :as_of
union all
select
    'closing',
    count(case when closed_on is not null and closing is null then 1 end),
    count(case when closed_on is not null then 1 end)
from dossiers
union all
select
    'closed_on',
    count(case when closed_on is null then 1 end),
    count(*)
from dossiers
where closing is not null or result is not null or merged_into is not null or closed_on is not null
union all
select
    'result',
    count(case when closing in ('decision', 'conclusion') and kind <> 'petition' and result is null then 1 end),
    count(case when closing in ('decision', 'conclusion') and kind <> 'petition' then 1 end)
from dossiers
union all
select
    'place_of_dossier',
    count(case when district_code is null then 1 end),
    count(*)
from dossiers
union all
select
    'commune_of_dossier',
    count(case when commune_code is null then 1 end),
    count(*)
from dossiers
union all
select
    'field_of_dossier',
    count(case when field_group = 'unmapped' then 1 end),
    count(*)
from dossiers
union all
select
    'due_outside_calendar',
    count(distinct case when due_on is null then dossier_id end),
    count(distinct dossier_id)
from dossier_due
union all
select
    'processed_on',
    count(case when processing is not null and processed_on is null then 1 end),
    count(case when processing is not null then 1 end)
from petitions
union all
select
    'dossier_of_accepted_petition',
    count(case when processing = 'accepted' and dossier_id is null then 1 end),
    count(case when processing = 'accepted' then 1 end)
from petitions
union all
select
    'first_time_of_visit',
    count(case when first_time is null then 1 end),
    count(*)
from reception_visits
union all
select
    'held_on',
    count(case when s.held_on is null then 1 end),
    count(*)
from reception_sessions as s
where
    s.held_on is not null
    or s.chaired is not null
    or exists (
        select 1 from reception_visits as v
        where v.session_id = s.session_id
    )
union all
select
    'chaired_of_session',
    count(case when kind <> 'regular' and held_on is not null and chaired is null then 1 end),
    count(case when kind <> 'regular' and held_on is not null then 1 end)
from reception_sessions
order by weakness
