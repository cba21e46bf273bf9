-- question: What happened to a matter, day by day: papers, steps, bodies, extensions, stops, receptions, conclusions?
-- grain: one row something that happened by :as_of, the first one first; of every matter, and every paper of which none
--   was made, with :dossier left out
-- key: dossier_id, turn
-- uses: given_directives
-- parameters: dossier text?, as_of date, area text?, apart bool=true
-- reference: the number of the paper, of the directive, of the matter that was joined
-- left out: of a denunciation every body, session and transfer, and how it ended (Luật Tố cáo Điều 8)
with matters as (
    select
        dossier_id,
        kind,
        received_on,
        accepted_on,
        closed_on,
        closing,
        kind <> 'denunciation' as told
    from dossiers
    where
        (:dossier is null or dossier_id = :dossier)
        and (:apart or kind <> 'denunciation')
        and (:area is null or district_code = :area or commune_code = :area)
    union all
    select
        petition_id,
        kind,
        null,
        null,
        null,
        null,
        kind <> 'denunciation' as told
    from petitions
    where
        dossier_id is null
        and (:dossier is null or petition_id = :dossier)
        and (:apart or kind <> 'denunciation')
        and (:area is null or district_code = :area or commune_code = :area)
),

happened as (
    select
        dossier_id,
        received_on as happened_on,
        'received' as path_step,
        2 as place,
        cast(null as varchar) as agency_code,
        cast(null as varchar) as to_agency_code,
        cast(null as integer) as days,
        cast(null as varchar) as reference,
        cast(null as varchar) as session_kind,
        cast(null as varchar) as way_ended,
        cast(null as varchar) as processing
    from matters
    union
    select
        m.dossier_id,
        p.received_on,
        'paper' as path_step,
        1 as place,
        case when m.told then p.agency_code end,
        null,
        null,
        p.petition_id,
        null,
        null,
        null
    from petitions as p
    inner join matters as m on coalesce(p.dossier_id, p.petition_id) = m.dossier_id
    union
    select
        m.dossier_id,
        p.processed_on,
        'processed' as path_step,
        3 as place,
        p.agency_code,
        null,
        null,
        null,
        null,
        null,
        p.processing
    from petitions as p
    inner join matters as m on p.petition_id = m.dossier_id
    where m.told
    union
    select
        dossier_id,
        accepted_on,
        'accepted' as path_step,
        3 as place,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    from matters
    union
    select
        s.dossier_id,
        s.happened_on,
        s.step,
        case s.step
            when 'reopened' then 3 when 'verification' then 4 when 'dialogue' then 5 when 'decision' then 12 else 14
        end as place,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    from dossier_steps as s
    inner join matters as m on s.dossier_id = m.dossier_id
    where s.step in ('reopened', 'verification', 'dialogue', 'decision', 'execution')
    union
    select
        m.dossier_id,
        t.moved_on,
        t.kind,
        6 as place,
        t.from_agency_code,
        t.to_agency_code,
        null,
        null,
        null,
        null,
        null
    from transfers as t
    left join petitions as p on t.petition_id = p.petition_id
    inner join matters as m on coalesce(t.dossier_id, p.dossier_id, t.petition_id) = m.dossier_id
    where m.told
    union
    select
        x.dossier_id,
        x.decided_on,
        'extended' as path_step,
        7 as place,
        null,
        null,
        x.days,
        null,
        null,
        null,
        null
    from extensions as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.from_date,
        'suspended' as path_step,
        8 as place,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    from suspensions as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.to_date,
        'resumed' as path_step,
        9 as place,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    from suspensions as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        v.matter_id,
        v.held_on,
        case v.chaired
            when 'in_person' then 'heard_by_head' when 'delegated' then 'heard_by_delegate' else 'heard'
        end as path_step,
        10 as place,
        v.agency_code,
        null,
        null,
        null,
        v.session_kind,
        null,
        null
    from reception_visits as v
    inner join matters as m on v.matter_id = m.dossier_id
    where m.told
    union
    select
        x.dossier_id,
        x.listed_on,
        'listed' as path_step,
        11 as place,
        case when m.told then x.lead_agency_code end,
        null,
        null,
        null,
        null,
        null,
        null
    from complex_list as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.delisted_on,
        'delisted' as path_step,
        11 as place,
        null,
        null,
        null,
        null,
        null,
        null,
        null
    from complex_list as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        v.dossier_id,
        v.issued_on,
        'concluded' as path_step,
        10 as place,
        v.agency_code,
        null,
        null,
        v.number,
        null,
        null,
        null
    from given_directives as v
    inner join matters as m on v.dossier_id = m.dossier_id
    union
    select
        v.dossier_id,
        v.done_on,
        'carried_out' as path_step,
        11 as place,
        v.agency_code,
        null,
        null,
        v.number,
        null,
        null,
        null
    from given_directives as v
    inner join matters as m on v.dossier_id = m.dossier_id
    union
    select
        l.survivor_id,
        l.merged_on,
        'joined' as path_step,
        11 as place,
        null,
        null,
        null,
        l.merged_id,
        null,
        null,
        null
    from merged_lineage as l
    inner join matters as m on l.survivor_id = m.dossier_id
    union
    select
        dossier_id,
        closed_on,
        'closed' as path_step,
        13 as place,
        null,
        null,
        null,
        null,
        null,
        case when told then closing end,
        null
    from matters
)

select
    h.dossier_id,
    m.kind,
    h.happened_on,
    h.path_step,
    h.agency_code,
    f.name as agency_name,
    h.to_agency_code,
    t.name as to_agency_name,
    h.days,
    h.reference,
    h.session_kind,
    h.way_ended,
    h.processing,
    row_number() over (
        partition by h.dossier_id
        order by
            h.happened_on, h.place, h.path_step, h.reference, h.agency_code, h.to_agency_code, h.session_kind,
            h.way_ended, h.processing, h.days
    ) as turn
from happened as h
inner join matters as m on h.dossier_id = m.dossier_id
left join agencies as f on h.agency_code = f.agency_code
left join agencies as t on h.to_agency_code = t.agency_code
where h.happened_on <= :as_of
order by h.dossier_id, turn
