-- question: Where do the listed complex cases stand: who leads them, last and next step, dialogues, sessions?
-- grain: one row a listed dossier that had not ended by :as_of, the oldest first
-- key: dossier_id, listed_on
-- uses: standing_steps
-- parameters: as_of date, kind text?, area text?, apart bool=true
-- sessions: none of a denunciation: where one was received on a day would say where it was heard (Luật Tố cáo Điều 8)
-- next_step: what the usual order of steps has after the last one
select
    x.dossier_id,
    x.label,
    x.listed_on,
    d.kind,
    a.name as lead_agency_name,
    s.step as last_step,
    s.from_date as step_on,
    case s.step
        when 'received' then 'accepted'
        when 'reopened' then 'accepted'
        when 'accepted' then 'verification'
        when 'verification' then 'dialogue'
        when 'dialogue' then 'decision'
    end as next_step,
    coalesce(t.dialogues, 0) as dialogues,
    case when d.kind <> 'denunciation' then coalesce(v.sessions, 0) end as sessions,
    d.people_count,
    cast(:as_of - coalesce(d.entered_on, d.received_on) as integer) as age_days
from complex_list as x
inner join dossiers as d on x.dossier_id = d.dossier_id
left join agencies as a on x.lead_agency_code = a.agency_code
left join standing_steps as s on x.dossier_id = s.dossier_id
left join (
    select
        dossier_id,
        count(*) as dialogues
    from dossier_steps
    where step = 'dialogue' and happened_on <= :as_of and dossier_id in (select dossier_id from complex_list)
    group by dossier_id
) as t on x.dossier_id = t.dossier_id
left join (
    select
        matter_id,
        count(distinct session_id) as sessions
    from reception_visits
    where held_on <= :as_of and matter_id in (select dossier_id from complex_list)
    group by matter_id
) as v on x.dossier_id = v.matter_id
where
    x.listed_on <= :as_of
    and (x.delisted_on is null or x.delisted_on > :as_of)
    and (d.closed_on is null or d.closed_on > :as_of)
    and (:kind is null or d.kind = :kind)
    and (:apart or d.kind <> 'denunciation')
    and (:area is null or d.district_code = :area or d.commune_code = :area)
order by age_days desc, x.dossier_id
