-- question: What stands in the petition forms (02/TCD, 01 to 04/XLD), by unit?
-- grain: one row a unit (agency that received it, former district or commune of the place) and class of petition
-- key: unit, kind, carried, processed, eligible, authority, way, signatories, field, via, state, turn, earlier
-- cells: whole
-- uses: form_papers
-- parameters: division text=agency, start date, end date, area text?
-- left out: nothing; matters count each matter once a unit and kind, by its first eligible and processed petition
with placed as (
    select
        *,
        processed = 'yes' and eligible = 'yes' as on_form
    from form_papers
),

ranked as (
    select
        *,
        row_number() over (partition by unit, kind, on_form, matter_id order by received_on, petition_id) as place,
        row_number() over (partition by unit, kind, on_form, via, matter_id order by received_on, petition_id)
            as place_of_channel
    from placed
)

select
    unit,
    kind,
    carried,
    processed,
    eligible,
    authority,
    way,
    signatories,
    field,
    via,
    state,
    turn,
    earlier,
    count(*) as papers,
    count(case when on_form and place = 1 then 1 end) as matters,
    count(case when on_form and via = 'reception' and place_of_channel = 1 then 1 end) as matters_reception,
    count(case when reply_received then 1 end) as replies
from ranked
group by unit, kind, carried, processed, eligible, authority, way, signatories, field, via, state, turn, earlier
order by
    unit nulls last, kind, carried, processed, eligible, authority, way, signatories, field, via, state, turn, earlier
