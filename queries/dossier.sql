-- question: Where does one matter stand: kind, field, place, who holds it, its limit, how it ended?
-- grain: one row the matter, or the paper of which no matter was made, if it is known by :as_of and may be seen; all of
--   them with :dossier left out; the number of a paper finds its matter
-- key: dossier_id
-- uses: open_dossiers
-- parameters: dossier text?, as_of date, area text?, apart bool=true
-- is_paper: no matter was made of it; due_on and clock of one that has ended: the last limit it had
-- left out: place, body, field, result and way of ending of a denunciation (Luật Tố cáo Điều 8)
with named as (
    select :dossier as dossier_id
    union
    select dossier_id
    from petitions
    where petition_id = :dossier
),

matters as (
    select
        dossier_id,
        kind,
        instance,
        complexity,
        received_on,
        accepted_on,
        case when closed_on <= :as_of then closed_on end as closed_on,
        people_count,
        escalated,
        duplicate_of,
        case when closed_on <= :as_of then merged_into end as merged_into,
        previous_dossier_id,
        case when closed_on <= :as_of then closing end as way_ended,
        case when closed_on <= :as_of then result end as result,
        cast(null as date) as processed_on,
        cast(null as varchar) as processing,
        field_group,
        commune_code,
        district_code,
        agency_code,
        false as is_paper
    from dossiers
    where :dossier is null or dossier_id in (select n.dossier_id from named as n)
    union all
    select
        petition_id,
        kind,
        null,
        null,
        received_on,
        null,
        null,
        null,
        escalated,
        null,
        null,
        null,
        null,
        null,
        case when processed_on <= :as_of then processed_on end,
        case when processed_on <= :as_of then processing end,
        field_group,
        commune_code,
        district_code,
        agency_code,
        true as is_paper
    from petitions
    where dossier_id is null and (:dossier is null or petition_id = :dossier)
)

select
    m.dossier_id,
    m.kind,
    m.instance,
    m.complexity,
    m.received_on,
    m.accepted_on,
    m.closed_on,
    m.people_count,
    m.escalated,
    m.duplicate_of,
    m.merged_into,
    m.previous_dossier_id,
    m.processed_on,
    m.is_paper,
    coalesce(o.due_on, case when m.closed_on is not null then u.due_on end) as due_on,
    o.clock,
    o.age_days,
    o.days_over,
    case when m.kind <> 'denunciation' then m.way_ended end as way_ended,
    case when m.kind <> 'denunciation' then m.result end as result,
    case when m.kind <> 'denunciation' then m.processing end as processing,
    case when m.kind <> 'denunciation' then m.field_group end as field_group,
    case when m.kind <> 'denunciation' then m.commune_code end as commune_code,
    case when m.kind <> 'denunciation' then c.name end as commune_name,
    case when m.kind <> 'denunciation' then m.district_code end as district_code,
    case when m.kind <> 'denunciation' then d.name end as district_name,
    case when m.kind <> 'denunciation' then g.agency_code end as agency_code,
    case when m.kind <> 'denunciation' then g.name end as agency_name
from matters as m
left join (
    select w.*
    from open_dossiers as w
    where :dossier is null or w.dossier_id in (select n.dossier_id from named as n)
) as o on m.dossier_id = o.dossier_id
left join (
    select
        dossier_id,
        due_on,
        row_number() over (partition by dossier_id order by from_date desc) as turn
    from dossier_due
    where from_date <= :as_of and (:dossier is null or dossier_id in (select n.dossier_id from named as n))
) as u on m.dossier_id = u.dossier_id and u.turn = 1
left join commune as c on m.commune_code = c.commune_code
left join district as d on m.district_code = d.district_code
left join agencies as g on coalesce(o.agency_code, m.agency_code) = g.agency_code
where
    m.received_on <= :as_of
    and (:apart or m.kind <> 'denunciation')
    and (:area is null or m.district_code = :area or m.commune_code = :area)
order by m.dossier_id
