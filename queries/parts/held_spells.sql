-- part: who held each counted matter from when to when (end excluded), clipped to nothing after it ended
-- uses: counted
select
    c.dossier_id,
    c.kind,
    c.entered_on,
    c.closed_on,
    c.closing,
    h.to_date,
    coalesce(h.agency_code, c.agency_code) as agency_code,
    coalesce(h.from_date, date '1900-01-01') as from_date
from counted as c
left join dossier_holder as h on c.dossier_id = h.dossier_id
where c.entered_on is not null and (h.from_date is null or c.closed_on is null or h.from_date <= c.closed_on)
