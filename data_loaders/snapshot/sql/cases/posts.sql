-- posts, each with the area of today and the level of its duty
create table posts as
select
    o.* exclude (seq),
    case when o.unit_code is null then a.commune_code else p.commune_code end as commune_code,
    case when o.unit_code is null then a.district_code else p.district_code end as district_code,
    split_part(o.duty_code, '_', 1) as duty_level
from stage.posts as o
cross join stage.run as r
inner join agencies as a on o.agency_code = a.agency_code
left join place_span as p
    on
        o.unit_code = p.unit_code and coalesce(o.valid_to, r.as_of) >= p.known_from
        and (coalesce(o.valid_to, r.as_of) < p.known_until or p.known_until is null)
order by o.post_code;
