-- The standard tables as they are read: with the area of today on each row, sorted by the date that is asked for.
create table units as select * exclude (seq) from stage.units
order by unit_code, valid_from;

create table unit_changes as select * exclude (seq) from stage.unit_changes
order by old_code, new_code, changed_on;

create table unit_groups as
select * exclude (seq) from stage.unit_groups
order by group_set, group_code, unit_code, valid_from;

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

create table post_holders as select * exclude (seq) from stage.post_holders
order by post_code, from_date, seq;

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

create table extensions as select * exclude (seq) from stage.extensions
order by decided_on, dossier_id, seq;

create table dossier_steps as select * exclude (seq) from stage.dossier_steps
order by happened_on, dossier_id, seq;

create table complex_list as select * exclude (seq) from stage.complex_list
order by listed_on, dossier_id, seq;

create table reception_sessions as
select
    s.* exclude (seq),
    a.commune_code,
    a.district_code,
    cast(date_trunc('month', coalesce(s.scheduled_on, s.held_on)) as date) as duty_month
from stage.reception_sessions as s
inner join agencies as a on s.agency_code = a.agency_code
order by s.held_on nulls last, s.scheduled_on, s.session_id;

create table reception_visits as
select
    v.* exclude (seq),
    s.held_on,
    s.kind as session_kind,
    s.chaired,
    s.agency_code,
    s.post_code,
    s.commune_code,
    s.district_code,
    v.people >= r.mass_group_size as is_mass_group,
    coalesce(v.dossier_id, p.dossier_id, v.petition_id) as matter_id
from stage.reception_visits as v
cross join stage.run as r
inner join reception_sessions as s on v.session_id = s.session_id
left join stage.petitions as p on v.petition_id = p.petition_id
order by s.held_on nulls last, v.visit_id;

create table directives as select * exclude (seq) from stage.directives
order by issued_on, directive_id;

create table submissions as
select * exclude (seq)
from stage.submissions
order by agency_code, period_code, submitted_at;
