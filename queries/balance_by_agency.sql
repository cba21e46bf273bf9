-- question: How does the balance of matters look for each body, with what was handed to it and passed on?
-- grain: one row a body and kind; handing over moves a matter from one body's stock to another's, and so does the
--   end of a body, to the one that took over
-- key: agency_code, kind
-- uses: held_spells
-- carries: dossiers (opening residual)
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
with spells as (
    select
        *,
        from_date <= :start - 1 and (to_date is null or :start - 1 < to_date) as held_before,
        from_date <= :end and (to_date is null or :end < to_date) as held_at_end,
        from_date <= entered_on and (to_date is null or entered_on < to_date) as held_at_entry,
        from_date <= closed_on and (to_date is null or closed_on < to_date) as held_at_close
    from held_spells
),

counts as (
    select
        agency_code,
        kind,
        count(case when held_before and entered_on < :start and (closed_on is null or closed_on >= :start) then 1 end)
            as opening,
        count(case when held_at_entry and entered_on between :start and :end then 1 end) as entered,
        count(case when from_date > entered_on and from_date between :start and :end then 1 end) as moved_in,
        count(
            case
                when
                    to_date > entered_on
                    and to_date between :start and :end
                    and (closed_on is null or to_date <= closed_on)
                    then 1
            end
        ) as moved_out,
        count(
            case
                when held_at_close and closed_on between :start and :end and closing is distinct from 'merged' then 1
            end
        )
            as resolved,
        count(
            case when held_at_close and closed_on between :start and :end and closing = 'merged' then 1 end
        ) as merged,
        count(case when held_at_end and entered_on <= :end and (closed_on is null or closed_on > :end) then 1 end)
            as closing
    from spells
    group by agency_code, kind
)

select
    b.agency_code,
    a.name as agency_name,
    a.level as agency_level,
    b.kind,
    b.opening,
    b.entered,
    b.moved_in,
    b.moved_out,
    b.resolved,
    b.merged,
    b.closing,
    b.opening + b.entered + b.moved_in - b.moved_out - b.resolved - b.merged - b.closing as residual
from counts as b
left join agencies as a on b.agency_code = a.agency_code
where b.opening + b.entered + b.moved_in + b.resolved + b.merged + b.closing > 0
order by b.closing desc, b.agency_code, b.kind
