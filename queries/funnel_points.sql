-- question: How many matters of each unit ended on time, and how many are open against how many one would expect?
-- grain: one row a unit that has matters: a body, a former district or a commune
-- key: unit_code
-- uses: counted, successors
-- parameters: division text=district, start date, end date, as_of date=:end, since date=:start, kind text?, area text?
-- on time: of the matters that ended from :start to :end and had a limit (merged ones ended nowhere)
-- expected_open: each matter on hand on some day from :since to :as_of counts as the share still open at :as_of of its
--   level's matters of the same kind and age (by 30 days in the first year, then by years): observed and expected sum
--   to the same over each level
-- peers: units of one level (bodies: level; communes and districts: all), and of one zone where zones are known
-- a body that had ended by :as_of: what was on hand with it stands with the one that took over, what it ended itself is
--   judged of nobody; where nobody is known to have taken over it is left out
with unit_matters as (
    select
        c.kind,
        c.entered_on,
        c.closed_on,
        c.closing,
        u.due_on,
        case :division
            when 'agency' then a.agency_code
            when 'commune' then c.commune_code
            else c.district_code
        end as unit_code,
        case :division when 'agency' then a.level else :division end as level,
        case when :division in ('agency', 'commune') then z.zone end as zone,
        case :division when 'agency' then a.name when 'commune' then z.name else t.name end as unit_name,
        c.closed_on is null or c.closed_on > :as_of as is_open,
        cast(:as_of - c.entered_on as integer) as age_days,
        :division = 'agency' and x.agency_code is not null as is_taken_over
    from counted as c
    left join
        dossier_holder as h
        on
            c.dossier_id = h.dossier_id
            and h.from_date <= least(coalesce(c.closed_on, :as_of), :as_of)
            and (h.to_date is null or least(coalesce(c.closed_on, :as_of), :as_of) < h.to_date)
    left join successors as x on coalesce(h.agency_code, c.agency_code) = x.agency_code
    left join agencies as a on coalesce(x.successor_code, h.agency_code, c.agency_code) = a.agency_code
    left join
        commune as z
        on case :division when 'agency' then a.commune_code else c.commune_code end = z.commune_code
    left join district as t on c.district_code = t.district_code
    left join
        dossier_due as u
        on
            c.dossier_id = u.dossier_id
            and u.from_date <= c.closed_on
            and (u.to_date is null or c.closed_on < u.to_date)
    where
        (c.entered_on <= :as_of or c.entered_on <= :end)
        and (c.closing is distinct from 'merged' or c.closed_on > :as_of)
        and (:division <> 'agency' or a.valid_to is null or a.valid_to >= :as_of)
),

aged as (
    select
        *,
        entered_on <= :as_of and (closed_on is null or closed_on >= :since) as on_hand,
        case
            when age_days < 360 then cast(floor(age_days / 30.0) as integer)
            else 11 + cast(floor(age_days / 360.0) as integer)
        end as age_step
    from unit_matters
    where unit_code is not null
),

odds as (
    select
        level,
        kind,
        age_step,
        cast(count(case when is_open then 1 end) as double precision) / count(*) as share_open
    from aged
    where on_hand
    group by level, kind, age_step
)

select
    p.unit_code,
    p.unit_name,
    p.level,
    p.zone,
    count(case when p.closed_on between :start and :end and not p.is_taken_over and p.closed_on <= p.due_on then 1 end)
        as on_time,
    count(case when p.closed_on between :start and :end and not p.is_taken_over and p.due_on is not null then 1 end)
        as judged,
    count(case when p.on_hand then 1 end) as matters,
    count(case when p.on_hand and p.is_open then 1 end) as open_count,
    sum(case when p.on_hand then o.share_open else cast(0 as double precision) end) as expected_open
from aged as p
left join odds as o on p.level = o.level and p.kind = o.kind and p.age_step = o.age_step
group by p.unit_code, p.unit_name, p.level, p.zone
having count(case when p.on_hand or (p.closed_on between :start and :end and not p.is_taken_over) then 1 end) > 0
order by p.unit_code
