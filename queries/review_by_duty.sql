-- question: Year by year, how did each kind of post keep the duty, and what became of the matters brought to it?
-- grain: one row a duty and block of twelve calendar months, back from the last whole month at :end (block 0)
-- key: duty_code, block
-- kinds: of visits
-- uses: duty_by_month, visits
-- parameters: start date, end date, kind text?, area text?
with kept as (
    select
        duty_code,
        cast(
            floor(
                (
                    (extract(year from :end) - extract(year from month_on)) * 12
                    + extract(month from :end) - extract(month from month_on)
                ) / 12.0
            ) as integer
        ) as block,
        count(distinct post_code) as posts,
        cast(min(month_on) as date) as first_month_on,
        cast(max(month_on) as date) as last_month_on,
        cast(sum(case when reported then required else 0 end) as integer) as required,
        cast(sum(credited) as integer) as credited,
        cast(sum(in_person) as integer) as in_person,
        cast(sum(delegated) as integer) as delegated,
        cast(sum(missed) as integer) as missed
    from duty_by_month
    group by duty_code, block
),

heard as (
    select
        p.duty_code,
        cast(
            floor(
                (
                    (extract(year from :end) - extract(year from v.held_on)) * 12
                    + extract(month from :end) - extract(month from v.held_on)
                ) / 12.0
            ) as integer
        ) as block,
        count(*) as visits,
        sum(v.people) as people,
        count(distinct d.dossier_id) as dossiers,
        count(distinct case when d.closed_on <= :end then d.dossier_id end) as dossiers_resolved,
        count(distinct case when s.dossier_id is not null then d.dossier_id end) as dossiers_with_dialogue
    from visits as v
    inner join posts as p on v.post_code = p.post_code
    left join dossiers as d on v.matter_id = d.dossier_id and d.counted and d.kind <> 'denunciation'
    left join (
        select distinct dossier_id
        from dossier_steps
        where step = 'dialogue' and happened_on <= :end
    ) as s on d.dossier_id = s.dossier_id
    group by p.duty_code, block
)

select
    k.duty_code,
    k.block,
    k.first_month_on,
    k.last_month_on,
    k.posts,
    k.required,
    k.credited,
    k.in_person,
    k.delegated,
    k.missed,
    coalesce(h.visits, 0) as visits,
    cast(coalesce(h.people, 0) as integer) as people,
    coalesce(h.dossiers, 0) as dossiers,
    coalesce(h.dossiers_resolved, 0) as dossiers_resolved,
    coalesce(h.dossiers_with_dialogue, 0) as dossiers_with_dialogue
from kept as k
left join heard as h on k.duty_code = h.duty_code and k.block = h.block
order by k.duty_code, k.block desc
