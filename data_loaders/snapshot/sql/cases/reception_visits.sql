-- reception_visits, each with its session and its matter, by day
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
