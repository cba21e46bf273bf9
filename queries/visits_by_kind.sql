-- question: What did visitors come with, and were they guided, was their matter taken, or resolved at once?
-- grain: one row for complaints, for denunciations and petitions together (others), for visits without a kind, of the
--   whole province
-- key: kind
-- needs: reception_visits
-- left out: areas, below which visits are counted of all kinds together; denunciations alone, since on a day with one
--   visit that would say where it was (Luật Tố cáo Điều 8)
-- parameters: start date, end date
with came as (
    select
        people,
        outcome,
        case when kind = 'complaint' then kind when kind is not null then 'others' end as kind
    from reception_visits
    where held_on between :start and :end
)

select
    v.kind,
    count(*) as visits,
    cast(sum(v.people) as integer) as people,
    count(case when v.outcome = 'guided' then 1 end) as visits_guided,
    count(case when v.outcome = 'taken' then 1 end) as visits_taken,
    count(case when v.outcome = 'resolved' then 1 end) as visits_resolved,
    count(case when v.outcome is null then 1 end) as visits_untold
from came as v
group by v.kind
order by v.kind is null, v.kind
