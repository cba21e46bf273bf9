-- question: Which matters count in the figures of the window, and what is recorded of each?
-- grain: one row a matter open, come in or ended in the window, each figure as 0 or 1; with :dossiers (parted by
--   chr(31)) those matters instead, whether they count or not
-- key: dossier_id
-- uses: flows, open_dossiers
-- parameters: start date, end date, as_of date=:end, dossiers text?, kind text?, area text?
-- left out: body and area of a denunciation (few enough to point at somebody)
with named as (
    select unnest(string_to_array(:dossiers, chr(31))) as dossier_id
),

wanted as (
    select dossier_id from named
    union
    select dossier_id from flows
    where :dossiers is null
)

select
    d.dossier_id,
    d.kind,
    d.field_group,
    d.instance,
    d.counted,
    d.received_on,
    d.accepted_on,
    d.entered_on,
    d.closed_on,
    d.closing,
    d.previous_dossier_id,
    u.due_on,
    o.clock,
    case when d.kind <> 'denunciation' then coalesce(h.agency_code, d.agency_code) end as agency_code,
    case when d.kind <> 'denunciation' then a.name end as agency_name,
    case when d.kind <> 'denunciation' then d.commune_code end as commune_code,
    case when d.kind <> 'denunciation' then c.name end as commune_name,
    case when d.kind <> 'denunciation' then d.district_code end as district_code,
    case when d.kind <> 'denunciation' then t.name end as district_name,
    coalesce(f.opening, 0) as opening,
    coalesce(f.entered_first + f.entered_second + f.reopened, 0) as entered,
    coalesce(f.decided + f.withdrawn + f.discontinued + f.to_investigation, 0) as resolved,
    coalesce(f.withdrawn + f.discontinued + f.to_investigation, 0) as otherwise,
    coalesce(f.merged, 0) as merged,
    coalesce(f.closing, 0) as open_count,
    case when o.clock = 'overdue' then 1 else 0 end as overdue
from wanted as w
inner join dossiers as d on w.dossier_id = d.dossier_id
left join flows as f on d.dossier_id = f.dossier_id
left join open_dossiers as o on d.dossier_id = o.dossier_id
left join
    dossier_due as u
    on
        d.dossier_id = u.dossier_id
        and u.from_date <= least(coalesce(d.closed_on, :end), :end)
        and (u.to_date is null or least(coalesce(d.closed_on, :end), :end) < u.to_date)
left join
    dossier_holder as h
    on d.dossier_id = h.dossier_id and h.from_date <= :end and (h.to_date is null or :end < h.to_date)
left join agencies as a on coalesce(h.agency_code, d.agency_code) = a.agency_code
left join commune as c on d.commune_code = c.commune_code
left join district as t on d.district_code = t.district_code
where
    (:kind is null or d.kind = :kind)
    and (:apart or d.kind <> 'denunciation')
    and (:area is null or d.district_code = :area or d.commune_code = :area)
order by d.dossier_id
