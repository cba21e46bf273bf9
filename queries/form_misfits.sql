-- question: Which papers and matters does an official form have no column for, so that its sums cannot hold?
-- grain: one row a petition or dossier and reason: outside_way (outside authority, yet not guided, transferred or
--   urged), accepted_outside (accepted though outside authority), transferred_complaint and guided_other (the way the
--   forms of 2024 do not know for that kind), no_result (decided without a result), no_limit (ended, but its time
--   limit cannot be determined: neither on time nor late)
-- key: subject_id, reason
-- uses: form_papers, closed_dossiers
-- parameters: division text=agency, start date, end date, area text?
with papers as (
    select
        petition_id as subject_id,
        unit,
        kind,
        case
            when authority = 'within' then null
            when way = 'accepted' then 'accepted_outside'
            when way not in ('guided', 'transferred', 'urged') then 'outside_way'
            when kind = 'complaint' and way = 'transferred' then 'transferred_complaint'
            when kind <> 'complaint' and way = 'guided' then 'guided_other'
        end as reason
    from form_papers
    where processed = 'yes' and eligible = 'yes'
),

matters as (
    select
        dossier_id as subject_id,
        case :division when 'commune' then commune_code when 'district' then district_code else agency_code end as unit,
        kind,
        case when manner = 'decided' and result is null then 'no_result' when due_on is null then 'no_limit' end
            as reason
    from closed_dossiers
    where kind <> 'petition' and manner <> 'merged'
)

select
    subject_id,
    unit,
    kind,
    reason
from papers
where reason is not null
union all
select
    subject_id,
    unit,
    kind,
    reason
from matters
where reason is not null
order by reason, unit nulls last, subject_id
