-- part: who held each counted matter from when to when (end excluded), clipped to nothing after it ended; what was left
--   with a body that has ended goes to the body that took over on the day after its last
-- uses: counted, successors
select
    c.dossier_id,
    c.kind,
    c.entered_on,
    c.closed_on,
    c.closing,
    case
        when h.to_date is null and x.successor_code is not null
            then greatest(a.valid_to + 1, coalesce(h.from_date, date '1900-01-01'))
        else h.to_date
    end as to_date,
    coalesce(h.agency_code, c.agency_code) as agency_code,
    coalesce(h.from_date, date '1900-01-01') as from_date
from counted as c
left join dossier_holder as h on c.dossier_id = h.dossier_id
left join successors as x on coalesce(h.agency_code, c.agency_code) = x.agency_code
left join agencies as a on x.agency_code = a.agency_code
where c.entered_on is not null and (h.from_date is null or c.closed_on is null or h.from_date <= c.closed_on)
union all
select
    c.dossier_id,
    c.kind,
    c.entered_on,
    c.closed_on,
    c.closing,
    h.to_date,
    x.successor_code as agency_code,
    greatest(a.valid_to + 1, coalesce(h.from_date, date '1900-01-01')) as from_date
from counted as c
left join dossier_holder as h on c.dossier_id = h.dossier_id
inner join successors as x on coalesce(h.agency_code, c.agency_code) = x.agency_code and x.successor_code is not null
inner join agencies as a on x.agency_code = a.agency_code
where
    c.entered_on is not null
    and h.to_date is null
    and (c.closed_on is null or greatest(a.valid_to + 1, coalesce(h.from_date, date '1900-01-01')) <= c.closed_on)
