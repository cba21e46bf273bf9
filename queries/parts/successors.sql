-- part: the bodies that had ended by :as_of, each with the one body in office that took over: that of the same level
--   in the commune its place became, else the one all its matters were handed to; null where there is no such one body
-- parameters: as_of date
select
    o.agency_code,
    coalesce(p.agency_code, h.agency_code) as successor_code
from agencies as o
left join (
    select
        commune_code,
        level,
        min(agency_code) as agency_code
    from agencies
    where
        level in ('commune', 'party')
        and unit_code = commune_code
        and (valid_from is null or valid_from <= :as_of)
        and (valid_to is null or valid_to >= :as_of)
    group by commune_code, level
    having count(*) = 1
) as p on o.commune_code = p.commune_code and o.level = p.level
left join (
    select
        t.from_agency_code,
        min(t.to_agency_code) as agency_code
    from transfers as t
    inner join agencies as n on t.to_agency_code = n.agency_code
    where t.kind = 'handover' and t.moved_on <= :as_of and (n.valid_to is null or n.valid_to >= :as_of)
    group by t.from_agency_code
    having count(distinct t.to_agency_code) = 1
) as h on o.agency_code = h.from_agency_code
where o.valid_to < :as_of
