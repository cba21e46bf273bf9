-- question: Which matters does a figure of what is open count?
-- grain: one row a matter, the longest waiting first
-- key: dossier_id
-- uses: counted, open_dossiers
-- parameters: as_of date, figure text=open_dossiers, agency text?, kind text?, area text?
-- figure: open_dossiers, overdue_dossiers, due_soon_dossiers, no_limit_dossiers, suspended_dossiers,
--   open_over_180_days, open_over_365_days, awaiting_acceptance (those are not open yet: age since receipt)
with matters as (
    select
        dossier_id,
        kind,
        field_group,
        agency_code,
        district_code,
        due_on,
        clock,
        age_days,
        days_over,
        false as is_awaiting
    from open_dossiers
    union all
    select
        dossier_id,
        kind,
        field_group,
        agency_code,
        district_code,
        null as due_on,
        'no_limit' as clock,
        cast(:as_of - received_on as integer) as age_days,
        null as days_over,
        true as is_awaiting
    from counted
    where
        kind <> 'petition' and received_on <= :as_of
        and (entered_on is null or entered_on > :as_of)
        and (closed_on is null or closed_on > :as_of)
)

select
    m.dossier_id,
    m.kind,
    m.field_group,
    m.agency_code,
    a.name as agency_name,
    m.district_code,
    d.name as district_name,
    m.due_on,
    m.clock,
    m.age_days,
    m.days_over
from matters as m
left join agencies as a on m.agency_code = a.agency_code
left join district as d on m.district_code = d.district_code
where
    (:agency is null or m.agency_code = :agency)
    and m.is_awaiting = (:figure = 'awaiting_acceptance')
    and case :figure
        when 'overdue_dossiers' then m.clock = 'overdue'
        when 'due_soon_dossiers' then m.clock = 'due_soon'
        when 'no_limit_dossiers' then m.clock = 'no_limit'
        when 'suspended_dossiers' then m.clock = 'suspended'
        when 'open_over_180_days' then m.age_days > 180
        when 'open_over_365_days' then m.age_days > 365
        else true
    end
order by m.age_days desc, m.dossier_id
