-- part: every matter open at the end of :as_of with who holds it (for a body that has ended, who took over)
-- uses: open_matters, successors
-- parameters: as_of date
select
    o.dossier_id,
    o.kind,
    o.field_code,
    o.field_group,
    o.commune_code,
    o.district_code,
    o.instance,
    o.entered_on,
    o.people_count,
    o.escalated,
    o.due_on,
    o.due_basis,
    coalesce(x.successor_code, h.agency_code, o.accepting_agency_code) as agency_code,
    x.agency_code as ended_agency_code,
    o.age_days,
    o.clock,
    o.days_over
from open_matters as o
left join
    dossier_holder as h
    on o.dossier_id = h.dossier_id and h.from_date <= :as_of and (h.to_date is null or :as_of < h.to_date)
left join successors as x on coalesce(h.agency_code, o.accepting_agency_code) = x.agency_code
