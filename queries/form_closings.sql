-- question: What stands in the resolution forms (01 to 04/KQGQ), by unit?
-- grain: one row a unit (agency that held it at its end, former district or commune of the place) and class of ending;
--   event is closed (in the window) or executed (its decision or conclusion carried out in the window)
-- key: event, unit, kind, instance, manner, result, turn, timing
-- cells: whole
-- uses: closed_dossiers
-- parameters: division text=agency, start date, end date, area text?
-- left out: duplicates; matters merged into others stand under manner merged
with ended as (
    select
        'closed' as event,
        case :division
            when 'commune' then c.commune_code
            when 'district' then c.district_code
            else coalesce(h.agency_code, c.agency_code)
        end as unit,
        c.kind,
        c.instance,
        c.manner,
        coalesce(c.result, 'none') as result,
        case when c.instance = 2 then 'second' when c.previous_dossier_id is not null then 'repeat' else 'first' end
            as turn,
        case when c.on_time then 'on_time' when not c.on_time then 'late' else 'none' end as timing
    from closed_dossiers as c
    left join
        dossier_holder as h
        on
            c.dossier_id = h.dossier_id
            and h.from_date <= c.closed_on
            and (h.to_date is null or c.closed_on < h.to_date)
),

executed as (
    select
        'executed' as event,
        case :division when 'commune' then d.commune_code when 'district' then d.district_code else d.agency_code end
            as unit,
        d.kind,
        d.instance,
        'decided' as manner,
        coalesce(d.result, 'none') as result,
        case when d.instance = 2 then 'second' when d.previous_dossier_id is not null then 'repeat' else 'first' end
            as turn,
        'none' as timing
    from dossiers as d
    where
        d.counted
        and (:area is null or d.district_code = :area or d.commune_code = :area)
        and d.dossier_id in (
            select s.dossier_id
            from dossier_steps as s
            where s.step = 'execution'
            group by s.dossier_id
            having max(s.happened_on) between :start and :end
        )
),

both_events as (
    select * from ended
    union all
    select * from executed
)

select
    event,
    unit,
    kind,
    cast(instance as varchar) as instance,
    manner,
    result,
    turn,
    timing,
    count(*) as matters
from both_events
group by event, unit, kind, instance, manner, result, turn, timing
order by event, unit nulls last, kind, instance, manner, result, turn, timing
