-- dossiers, each with the area of today, in the order in which they ended
create table dossiers as
select
    d.* exclude (seq),
    d.duplicate_of is null as counted,
    coalesce(d.accepted_on, case when d.kind = 'petition' or d.closed_on is not null then d.received_on end)
        as entered_on,
    p.commune_code,
    p.district_code,
    coalesce(f.field_group, 'unmapped') as field_group
from stage.dossiers as d
left join stage.field as f on split_part(d.field_code, '.', 1) = f.field_group
left join place_span as p
    on
        d.place_unit_code = p.unit_code and d.received_on >= p.known_from
        and (d.received_on < p.known_until or p.known_until is null)
order by d.closed_on nulls last, d.received_on, d.dossier_id;
