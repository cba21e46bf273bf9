-- part: who held each counted matter from when to when (end excluded), clipped to nothing after it ended; what was left
--   with a body that has ended goes to the body that took over on the day after its last
-- uses: counted, successors
with spells as (
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
),

passed as (
    select
        s.*,
        x.successor_code,
        case when x.successor_code is not null then greatest(a.valid_to + 1, s.from_date) end as taken_on
    from spells as s
    left join successors as x on s.to_date is null and s.agency_code = x.agency_code
    left join agencies as a on x.agency_code = a.agency_code
)

select
    dossier_id,
    kind,
    entered_on,
    closed_on,
    closing,
    coalesce(taken_on, to_date) as to_date,
    agency_code,
    from_date
from passed
union all
select
    dossier_id,
    kind,
    entered_on,
    closed_on,
    closing,
    to_date,
    successor_code as agency_code,
    taken_on as from_date
from passed
where taken_on is not null and (closed_on is null or taken_on <= closed_on)
