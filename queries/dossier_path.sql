-- question: What happened to a matter, day by day: papers, steps, bodies, extensions, stops, receptions, conclusions?
-- grain: one row something that happened by :as_of, the first one first; of every matter, and every paper of which none
--   was made, with :dossier left out
-- key: dossier_id, turn
-- uses: given_directives
-- parameters: dossier text?, as_of date, area text?, apart bool=true
-- reference: the number of the paper, of the directive, of the matter that was joined
-- detail: what one step alone tells: that number, the other body, the days, the session, the end or the processing
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

papers as (
    select
        petition_id,
        received_on,
        processed_on,
        processing,
        agency_code,
        coalesce(dossier_id, petition_id) as matter_id
    from petitions
    where :dossier is null or dossier_id = :dossier or (dossier_id is null and petition_id = :dossier)
),

happened as (
    select
        dossier_id,
        received_on as happened_on,
        'received' as path_step,
        2 as place,
        cast(null as varchar) as agency_code,
        cast(null as varchar) as detail
    from matters
    union
    select
        m.dossier_id,
        p.received_on,
        'paper',
        1,
        case when m.told then p.agency_code end,
        p.petition_id
    from papers as p
    inner join matters as m on p.matter_id = m.dossier_id
    union
    select
        m.dossier_id,
        p.processed_on,
        'processed',
        3,
        p.agency_code,
        p.processing
    from papers as p
    inner join matters as m on p.petition_id = m.dossier_id
    where m.told
    union
    select
        dossier_id,
        accepted_on,
        'accepted',
        3,
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
        end,
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
        6,
        t.from_agency_code,
        t.to_agency_code
    from transfers as t
    left join papers as p on t.petition_id = p.petition_id
    inner join matters as m on coalesce(t.dossier_id, p.matter_id, t.petition_id) = m.dossier_id
    where
        m.told
        and (:dossier is null or t.dossier_id = :dossier or t.petition_id in (select o.petition_id from papers as o))
    union
    select
        x.dossier_id,
        x.decided_on,
        'extended',
        7,
        null,
        cast(x.days as varchar)
    from extensions as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.from_date,
        'suspended',
        8,
        null,
        null
    from suspensions as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.to_date,
        'resumed',
        9,
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
        end,
        10,
        v.agency_code,
        v.session_kind
    from reception_visits as v
    inner join matters as m on v.matter_id = m.dossier_id
    where m.told
    union
    select
        x.dossier_id,
        x.listed_on,
        'listed',
        11,
        case when m.told then x.lead_agency_code end,
        null
    from complex_list as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        x.dossier_id,
        x.delisted_on,
        'delisted',
        11,
        null,
        null
    from complex_list as x
    inner join matters as m on x.dossier_id = m.dossier_id
    union
    select
        v.dossier_id,
        v.issued_on,
        'concluded',
        10,
        v.agency_code,
        v.number
    from given_directives as v
    inner join matters as m on v.dossier_id = m.dossier_id
    union
    select
        v.dossier_id,
        v.done_on,
        'carried_out',
        11,
        v.agency_code,
        v.number
    from given_directives as v
    inner join matters as m on v.dossier_id = m.dossier_id
    union
    select
        l.survivor_id,
        l.merged_on,
        'joined',
        11,
        null,
        l.merged_id
    from merged_lineage as l
    inner join matters as m on l.survivor_id = m.dossier_id
    union
    select
        dossier_id,
        closed_on,
        'closed',
        13,
        null,
        case when told then closing end
    from matters
),

told as (
    select
        h.dossier_id,
        m.kind,
        h.happened_on,
        h.path_step,
        h.place,
        h.agency_code,
        case when h.place = 6 then h.detail end as to_agency_code,
        cast(case when h.path_step = 'extended' then h.detail end as integer) as days,
        case when h.path_step in ('paper', 'concluded', 'carried_out', 'joined') then h.detail end as reference,
        case when h.path_step in ('heard', 'heard_by_head', 'heard_by_delegate') then h.detail end as session_kind,
        case when h.path_step = 'closed' then h.detail end as way_ended,
        case when h.path_step = 'processed' then h.detail end as processing
    from happened as h
    inner join matters as m on h.dossier_id = m.dossier_id
    where h.happened_on <= :as_of
)

select
    h.dossier_id,
    h.kind,
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
from told as h
left join agencies as f on h.agency_code = f.agency_code
left join agencies as t on h.to_agency_code = t.agency_code
order by h.dossier_id, turn
