-- part: petitions on hand in the window as the petition forms class them, with the matter each belongs to and
--   where that matter stands at the end of :end; a duplicate's matter is the one it repeats
-- uses: period_petitions
-- parameters: division text=agency, start date, end date, area text?
select
    p.petition_id,
    p.agency_code,
    p.kind,
    p.received_on,
    case :division when 'commune' then p.commune_code when 'district' then p.district_code else p.agency_code end
        as unit,
    coalesce(k.dossier_id, p.dossier_id, p.petition_id) as matter_id,
    case when p.carried_over then 'yes' else 'no' end as carried,
    case when p.processed then 'yes' else 'no' end as processed,
    case when p.eligible then 'yes' else 'no' end as eligible,
    case when p.within_authority then 'within' else 'outside' end as authority,
    case when p.processed then coalesce(p.processing, 'none') else 'none' end as way,
    coalesce(p.signatories, 'other') as signatories,
    p.field_group as field,
    case when p.channel = 'reception' then 'reception' else 'other' end as via,
    case
        when k.closed_on <= :end and coalesce(k.closing, '') <> 'merged' and k.instance = 2 then 'resolved_again'
        when k.closed_on <= :end and coalesce(k.closing, '') <> 'merged' and k.previous_dossier_id is not null
            then 'resolved_again'
        when k.closed_on <= :end and coalesce(k.closing, '') <> 'merged' then 'resolved_first'
        when k.entered_on <= :end then 'in_progress'
        else 'waiting'
    end as state,
    case when k.instance = 2 then 'second' when k.previous_dossier_id is not null then 'repeat' else 'first' end
        as turn,
    case
        when k.previous_dossier_id is null then 'none'
        when b.closed_on <= :end then 'ended'
        else 'open'
    end as earlier,
    p.reply_received
from period_petitions as p
left join dossiers as d on p.dossier_id = d.dossier_id
left join dossiers as k on coalesce(d.duplicate_of, d.dossier_id) = k.dossier_id
left join dossiers as b on k.previous_dossier_id = b.dossier_id
