-- petitions, each with the area of today, by the day they came
create table petitions as
select
    t.* exclude (seq),
    p.commune_code,
    p.district_code,
    coalesce(f.field_group, 'unmapped') as field_group
from stage.petitions as t
left join stage.field as f on split_part(t.field_code, '.', 1) = f.field_group
left join place_span as p
    on
        t.place_unit_code = p.unit_code and t.received_on >= p.known_from
        and (t.received_on < p.known_until or p.known_until is null)
order by t.received_on, t.petition_id;
