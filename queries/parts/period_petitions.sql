-- part: petitions on hand in the window: carried over from before :start, or received from :start to :end
-- parameters: start date, end date, kind text?, area text?, apart bool=true
select
    p.petition_id,
    p.kind,
    p.field_group,
    p.channel,
    p.agency_code,
    p.signatories,
    p.eligible,
    p.within_authority,
    p.processing,
    p.reply_received,
    p.forwarded_by,
    p.escalated,
    p.dossier_id,
    p.commune_code,
    p.district_code,
    p.received_on,
    p.received_on < :start as carried_over,
    p.processed_on is not null and p.processed_on <= :end as processed,
    case when p.processed_on <= :end then p.processed_on end as answered_on
from petitions as p
where
    p.received_on <= :end
    and (p.received_on >= :start or p.processed_on is null or p.processed_on >= :start)
    and (:kind is null or p.kind = :kind)
    and (:apart or p.kind <> 'denunciation')
    and (:area is null or p.district_code = :area or p.commune_code = :area)
