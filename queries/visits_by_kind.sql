-- question: What did visitors come with, and were they guided, was their matter taken, or resolved at once?
-- grain: one row a kind of matter that visits were about, the whole province
-- key: kind
-- needs: reception_visits
-- left out: areas, below which visits are counted of all kinds together
-- parameters: start date, end date
select
    v.kind,
    count(*) as visits,
    cast(sum(v.people) as integer) as people,
    count(case when v.outcome = 'guided' then 1 end) as visits_guided,
    count(case when v.outcome = 'taken' then 1 end) as visits_taken,
    count(case when v.outcome = 'resolved' then 1 end) as visits_resolved,
    count(case when v.outcome is null then 1 end) as visits_untold
from reception_visits as v
where v.held_on between :start and :end
group by v.kind
order by v.kind is null, v.kind
