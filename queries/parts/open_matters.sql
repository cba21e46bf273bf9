-- part: every matter open at the end of :as_of: how old it is (by calendar days, that of the oldest matter merged into
--   it), and where its legal clock stands; who holds it is said by open_dossiers
-- uses: counted, stopped_clock, oldest_merged
-- parameters: as_of date
select
    c.dossier_id,
    c.kind,
    c.field_code,
    c.field_group,
    c.agency_code as accepting_agency_code,
    c.commune_code,
    c.district_code,
    c.instance,
    c.entered_on,
    c.people_count,
    c.escalated,
    u.due_on,
    u.basis as due_basis,
    cast(:as_of - least(c.entered_on, coalesce(m.entered_on, c.entered_on)) as integer) as age_days,
    case
        when s.dossier_id is not null then 'suspended'
        when u.due_on is null then 'no_limit'
        when u.due_on < :as_of then 'overdue'
        when u.due_on - :as_of <= 7 then 'due_soon'
        else 'in_time'
    end as clock,
    cast(case when s.dossier_id is null and u.due_on < :as_of then :as_of - u.due_on end as integer) as days_over
from counted as c
left join
    dossier_due as u
    on
        c.dossier_id = u.dossier_id
        and (u.closed_on is null or u.closed_on > :as_of)
        and u.from_date <= :as_of
        and (u.to_date is null or :as_of < u.to_date)
left join stopped_clock as s on c.dossier_id = s.dossier_id
left join oldest_merged as m on c.dossier_id = m.survivor_id
where c.entered_on <= :as_of and (c.closed_on is null or c.closed_on > :as_of)
