-- question: What are the headline figures of the window?
-- grain: one row a figure; a count has no denominator, a rate or a median has value and base
-- key: figure
-- uses: open_matters, closed_dossiers, flows, visits, period_petitions, duty_by_month, passed_on
-- parameters: start date, end date, as_of date=:end, kind text?, area text?, stocks bool=false
-- stocks: only what stands at the end of the last day; DuckDB then reads nothing of what the others are made of
-- papers: eligible ones are counted of those received in the window; those within authority or not of all processed
--   that are on hand, carried over ones too, as in form 01/XLD
-- matters of mass groups: none where one came again for a matter that is not recorded, as it may be one of the others
-- left out: duplicates everywhere; matters without a legal limit from both sides of every share of lateness;
--   post-months in which the body reported nothing from the duty of heads
with balance as (
    select
        coalesce(sum(opening), 0) as opening,
        coalesce(sum(entered_first + entered_second + reopened), 0) as entered,
        coalesce(sum(decided + withdrawn + discontinued + to_investigation), 0) as resolved,
        coalesce(sum(withdrawn + discontinued), 0) as ended_otherwise,
        coalesce(sum(merged), 0) as merged,
        coalesce(sum(closing), 0) as closing
    from flows
),

stock as (
    select
        count(*) as open_all,
        count(case when clock in ('overdue', 'due_soon', 'in_time') then 1 end) as with_limit,
        count(case when clock = 'overdue' then 1 end) as overdue,
        count(case when clock = 'due_soon' then 1 end) as due_soon,
        count(case when clock = 'suspended' then 1 end) as suspended,
        count(case when clock = 'no_limit' then 1 end) as no_limit,
        count(case when age_days > 180 then 1 end) as over_180,
        count(case when age_days > 365 then 1 end) as over_365,
        percentile_cont(0.5) within group (order by age_days) as median_age,
        percentile_cont(0.9) within group (order by age_days) as p90_age
    from open_matters
),

awaiting as (
    select count(*) as awaiting
    from dossiers as d
    where
        d.counted
        and d.kind <> 'petition'
        and d.received_on <= :as_of
        and (d.entered_on is null or d.entered_on > :as_of)
        and (d.closed_on is null or d.closed_on > :as_of)
        and (:kind is null or d.kind = :kind)
        and (:apart or d.kind <> 'denunciation')
        and (:area is null or d.district_code = :area or d.commune_code = :area)
),

ended as (
    select
        count(case when on_time then 1 end) as on_time,
        count(case when on_time is not null then 1 end) as judged,
        count(case when manner <> 'merged' then 1 end) as closed,
        percentile_cont(0.5) within group (order by case when manner <> 'merged' then days_taken end) as median_taken,
        count(case when kind = 'complaint' and instance = 1 and result in ('right', 'partly') then 1 end) as justified,
        count(case when kind = 'complaint' and instance = 1 and result in ('right', 'partly', 'wrong') then 1 end)
            as justified_base,
        count(case when kind = 'complaint' and instance = 2 and result in ('amended', 'annulled') then 1 end)
            as overturned,
        count(case when kind = 'complaint' and instance = 2 and result in ('upheld', 'amended', 'annulled') then 1 end)
            as overturned_base,
        count(case when kind = 'complaint' and manner = 'withdrawn' then 1 end) as complaints_withdrawn,
        count(case when kind = 'complaint' and manner in ('withdrawn', 'decided') then 1 end)
            as complaints_withdrawn_base
    from closed_dossiers
),

due_in_window as (
    select
        count(case when c.closed_on <= u.due_on then 1 end) as on_time,
        count(*) as due
    from counted as c
    inner join
        dossier_due as u
        on
            c.dossier_id = u.dossier_id
            and u.from_date <= least(coalesce(u.closed_on, :end), :end)
            and (u.to_date is null or least(coalesce(u.closed_on, :end), :end) < u.to_date)
    left join stopped_clock as s on c.dossier_id = s.dossier_id
    where
        u.due_on between :start and :end
        and coalesce(c.closing, '') <> 'merged'
        and (s.dossier_id is null or c.closed_on <= :end)
),

moved as (
    select
        coalesce(sum(moves), 0) as transfers,
        count(*) as moved_matters,
        count(case when moves >= 2 then 1 end) as moved_twice
    from (
        select
            matter_id,
            count(*) as moves
        from passed_on
        where moved_on >= :start
        group by matter_id
    ) as per_matter
),

came as (
    select
        count(*) as visits,
        coalesce(sum(people), 0) as people,
        count(case when is_mass_group then 1 end) as mass_groups,
        coalesce(sum(case when is_mass_group then people end), 0) as mass_people,
        case
            when count(case when is_mass_group and matter_id is null and first_time = false then 1 end) = 0
                then
                    count(distinct case when is_mass_group then matter_id end)
                    + coalesce(sum(case when is_mass_group and matter_id is null then matters end), 0)
        end as mass_matters,
        count(case when reception = 'regular' then 1 end) as visits_regular,
        coalesce(sum(case when reception = 'regular' then people end), 0) as people_regular,
        count(case when reception <> 'regular' then 1 end) as visits_leaders,
        coalesce(sum(case when reception <> 'regular' then people end), 0) as people_leaders,
        count(case when first_time = false then 1 end) as repeat_visits
    from visits
),

papers as (
    select
        count(case when not carried_over then 1 end) as received,
        count(case when carried_over then 1 end) as carried_over,
        count(case when processed then 1 end) as processed,
        count(case when not carried_over and eligible then 1 end) as eligible,
        count(case when not carried_over and not eligible then 1 end) as not_eligible,
        count(case when not carried_over and eligible and kind = 'complaint' then 1 end) as complaints_eligible,
        count(case when not carried_over and eligible and kind = 'denunciation' then 1 end) as denunciations_eligible,
        count(case when not carried_over and eligible and kind = 'petition' then 1 end) as proposals_eligible,
        count(case when not carried_over and eligible and within_authority is null then 1 end) as unsorted,
        count(case when processed and eligible and within_authority then 1 end) as within_authority,
        count(case when processed and eligible and within_authority and kind = 'complaint' then 1 end) as complaints,
        count(case when processed and eligible and within_authority and kind = 'denunciation' then 1 end)
            as denunciations,
        count(case when processed and eligible and within_authority and kind = 'petition' then 1 end) as petitions,
        count(case when processed and eligible and within_authority = false then 1 end) as not_within_authority,
        count(
            case when processed and eligible and within_authority = false and processing = 'transferred' then 1 end
        ) as transferred,
        count(case when processed and eligible and within_authority = false and processing = 'guided' then 1 end)
            as guided,
        count(case when processed and eligible and within_authority = false and processing = 'urged' then 1 end)
            as urged,
        count(case when processed and processing = 'transferred' and reply_received then 1 end) as replies,
        count(case when processed and processing = 'transferred' then 1 end) as replies_base,
        count(case when not carried_over and escalated then 1 end) as escalated,
        count(distinct case when not carried_over and eligible then dossier_id end) as linked_matters,
        count(case when not carried_over and eligible and dossier_id is not null then 1 end) as linked_papers
    from period_petitions
),

duty as (
    select
        coalesce(sum(case when reported then credited end), 0) as credited,
        coalesce(sum(case when reported then required end), 0) as required,
        coalesce(sum(in_person), 0) as in_person,
        coalesce(sum(by_head), 0) as by_head,
        coalesce(sum(by_deputy), 0) as by_deputy,
        coalesce(sum(missed), 0) as missed,
        count(case when not reported and required > 0 then 1 end) as unreported,
        count(case when required > 0 then 1 end) as post_months
    from duty_by_month
),

named as (
    select
        'opening_dossiers' as figure,
        opening as numerator,
        cast(null as bigint) as denominator,
        cast(null as double precision) as measured
    from balance
    union all select 'entered_dossiers', entered, null, null from balance
    union all select 'resolved_dossiers', resolved, null, null from balance
    union all select 'merged_dossiers', merged, null, null from balance
    union all select 'open_dossiers', closing, null, null from balance
    union all select 'resolution_rate', resolved, opening + entered, null from balance
    union all select 'clearance_rate', resolved, entered, null from balance
    union all select 'awaiting_acceptance', awaiting, null, null from awaiting
    union all select 'overdue_dossiers', overdue, null, null from stock
    union all select 'overdue_share', overdue, with_limit, null from stock
    union all select 'due_soon_dossiers', due_soon, null, null from stock
    union all select 'suspended_dossiers', suspended, null, null from stock
    union all select 'no_limit_dossiers', no_limit, open_all, null from stock
    union all select 'open_over_180_days', over_180, open_all, null from stock
    union all select 'open_over_365_days', over_365, open_all, null from stock
    union all select 'median_open_age', open_all, null, median_age from stock
    union all select 'p90_open_age', open_all, null, p90_age from stock
    union all select 'on_time_rate', on_time, judged, null from ended
    union all select 'on_time_rate_of_due', on_time, due, null from due_in_window
    union all select 'median_days_to_close', closed, null, median_taken from ended
    union all select 'justified_complaints', justified, justified_base, null from ended
    union all select 'overturned_decisions', overturned, overturned_base, null from ended
    union all select 'withdrawn_complaints', complaints_withdrawn, complaints_withdrawn_base, null from ended
    union all select 'transfers_per_matter', transfers, moved_matters, null from moved
    union all select 'moved_twice_share', moved_twice, moved_matters, null from moved
    union all select 'visits', visits, null, null from came
    union all select 'people', people, null, null from came
    union all select 'visits_regular', visits_regular, null, null from came
    union all select 'people_regular', people_regular, null, null from came
    union all select 'visits_leaders', visits_leaders, null, null from came
    union all select 'people_leaders', people_leaders, null, null from came
    union all select 'repeat_visits', repeat_visits, visits, null from came
    union all select 'mass_groups', mass_groups, null, null from came
    union all select 'mass_group_people', mass_people, null, null from came
    union all select 'mass_group_matters', mass_matters, null, null from came
    union all select 'petitions_received', received, null, null from papers
    union all select 'petitions_carried_over', carried_over, null, null from papers
    union all select 'petitions_processed', processed, received + carried_over, null from papers
    union all select 'petitions_eligible', eligible, null, null from papers
    union all select 'petitions_not_eligible', not_eligible, null, null from papers
    union all select 'complaints_eligible', complaints_eligible, null, null from papers
    union all select 'denunciations_eligible', denunciations_eligible, null, null from papers
    union all select 'proposals_eligible', proposals_eligible, null, null from papers
    union all select 'petitions_within_authority', within_authority, null, null from papers
    union all select 'complaints_within_authority', complaints, null, null from papers
    union all select 'denunciations_within_authority', denunciations, null, null from papers
    union all select 'proposals_within_authority', petitions, null, null from papers
    union all select 'petitions_not_within_authority', not_within_authority, null, null from papers
    union all select 'petitions_unsorted', unsorted, null, null from papers
    union all select 'petitions_transferred', transferred, null, null from papers
    union all select 'petitions_guided', guided, null, null from papers
    union all select 'petitions_urged', urged, null, null from papers
    union all select 'replies_received', replies, replies_base, null from papers
    union all select 'petitions_escalated', escalated, null, null from papers
    union all select 'petitions_per_matter', linked_papers, linked_matters, null from papers
    union all select 'duty_compliance', credited, required, null from duty
    union all select 'duty_days_in_person', in_person, null, null from duty
    union all select 'duty_sessions_missed', missed, null, null from duty
    union all select 'duty_unreported', unreported, post_months, null from duty
    union all select 'delegated_share', by_deputy, by_head + by_deputy, null from duty
)

select
    figure,
    cast(numerator as bigint) as numerator,
    cast(denominator as bigint) as denominator,
    coalesce(
        cast(measured as double precision),
        case
            when figure in ('median_open_age', 'p90_open_age', 'median_days_to_close') then null -- of nothing
            when denominator is null then cast(numerator as double precision)
            when denominator > 0 then cast(numerator as double precision) / denominator
        end
    ) as value
from named
where
    not :stocks
    or figure in (
        'awaiting_acceptance', 'due_soon_dossiers', 'median_open_age', 'no_limit_dossiers', 'open_dossiers',
        'open_over_180_days', 'open_over_365_days', 'overdue_dossiers', 'overdue_share', 'p90_open_age',
        'suspended_dossiers'
    )
order by figure
