-- part: every matter open on some day from :start to :as_of, at which age it is first watched, how many days it has
--   waited (from the day it entered; of the oldest matter merged into it), and by which way it left, if it has
-- uses: counted, oldest_merged
-- parameters: division text=kind, start date, as_of date, kind text?, area text?
-- left out: matters merged into another one by :as_of: they go on in that one and did not leave
select
    w.dossier_id,
    w.manner,
    w.group_code,
    cast(greatest(:start - w.begun_on, 0) as integer) as watched_from,
    cast(least(coalesce(w.closed_on, :as_of), :as_of) - w.begun_on as integer) as days
from (
    select
        c.dossier_id,
        c.closed_on,
        least(c.entered_on, coalesce(m.entered_on, c.entered_on)) as begun_on,
        case
            when c.closed_on is null or c.closed_on > :as_of then 'open'
            when c.closing in ('withdrawn', 'discontinued', 'to_investigation') then c.closing
            else 'decided'
        end as manner,
        coalesce(
            case :division
                when 'kind' then c.kind
                when 'field' then c.field_group
                when 'instance' then cast(c.instance as varchar)
                when 'agency' then coalesce(h.agency_code, c.agency_code)
                when 'district' then c.district_code
                when 'commune' then c.commune_code
                else 'all'
            end, ''
        ) as group_code
    from counted as c
    left join
        dossier_holder as h
        on
            c.dossier_id = h.dossier_id
            and h.from_date <= least(coalesce(c.closed_on, :as_of), :as_of)
            and (h.to_date is null or least(coalesce(c.closed_on, :as_of), :as_of) < h.to_date)
    left join oldest_merged as m on c.dossier_id = m.survivor_id
    where
        c.entered_on <= :as_of
        and (c.closed_on is null or c.closed_on >= :start)
        and (c.closing is distinct from 'merged' or c.closed_on > :as_of)
) as w
