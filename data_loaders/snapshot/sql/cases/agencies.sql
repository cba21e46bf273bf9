-- agencies, each with the area of today that it lies in
create table agencies as
select
    a.* exclude (seq),
    p.commune_code,
    p.district_code
from stage.agencies as a
cross join stage.run as r
left join place_span as p
    on
        a.unit_code = p.unit_code and coalesce(a.valid_to, r.as_of) >= p.known_from
        and (coalesce(a.valid_to, r.as_of) < p.known_until or p.known_until is null)
order by a.agency_code;
