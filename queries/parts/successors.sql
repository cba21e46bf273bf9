-- part: who answers now for a body that had ended by :as_of: the one to which most of its matters were handed over
-- parameters: as_of date
select
    h.from_agency_code as agency_code,
    h.to_agency_code as successor_code
from (
    select
        t.from_agency_code,
        t.to_agency_code,
        row_number() over (partition by t.from_agency_code order by count(*) desc, t.to_agency_code) as turn
    from transfers as t
    inner join agencies as a on t.from_agency_code = a.agency_code and a.valid_to < :as_of
    inner join agencies as s on t.to_agency_code = s.agency_code and (s.valid_to is null or s.valid_to >= :as_of)
    where t.kind = 'handover' and t.moved_on <= :as_of
    group by t.from_agency_code, t.to_agency_code
) as h
where h.turn = 1
