-- question: Which areas, fields and kinds moved the figures between two windows?
-- grain: one row a part (area of the division, field, kind) and its code: entered, resolved and open, now and
--   in the base window (not given: as many days, ending the day before :start); open in the base: at the end of
--   :stock_on (not given: of the base window)
-- key: part, code
-- uses: counted
-- parameters: division text=district, start date, end date, base_start date?, base_end date?, stock_on date?,
--   kind text?, area text?
-- left out: duplicates; matters merged into others from what was resolved
with windows as (
    select
        coalesce(:base_end, :start - 1) as base_end,
        coalesce(:stock_on, :base_end, :start - 1) as stock_on,
        coalesce(:base_start, :start - cast(:end - :start as integer) - 1) as base_start
),

marked as (
    select
        case when :division = 'commune' then c.commune_code else c.district_code end as area_code,
        c.field_group,
        c.kind,
        case when c.entered_on between :start and :end then 1 else 0 end as entered,
        case when c.entered_on between w.base_start and w.base_end then 1 else 0 end as entered_base,
        case when c.closed_on between :start and :end and coalesce(c.closing, '') <> 'merged' then 1 else 0 end
            as resolved,
        case
            when c.closed_on between w.base_start and w.base_end and coalesce(c.closing, '') <> 'merged' then 1 else 0
        end as resolved_base,
        case when c.entered_on <= :end and (c.closed_on is null or c.closed_on > :end) then 1 else 0 end as open_count,
        case when c.entered_on <= w.stock_on and (c.closed_on is null or c.closed_on > w.stock_on) then 1 else 0 end
            as open_base
    from counted as c
    cross join windows as w
    where c.entered_on <= :end and (c.closed_on is null or c.closed_on >= least(w.base_start, w.stock_on))
),

parts as (
    select
        'area' as part,
        area_code as code,
        m.*
    from marked as m
    union all
    select
        'field' as part,
        field_group as code,
        m.*
    from marked as m
    union all
    select
        'kind' as part,
        kind as code,
        m.*
    from marked as m
)

select
    part,
    code,
    sum(entered) as entered,
    sum(entered_base) as entered_base,
    sum(resolved) as resolved,
    sum(resolved_base) as resolved_base,
    sum(open_count) as open_count,
    sum(open_base) as open_base
from parts
group by part, code
having sum(entered + entered_base + resolved + resolved_base + open_count + open_base) > 0
order by part, code nulls last
