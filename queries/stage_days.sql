-- question: How many days do matters stand after each step until the next one, counting those that stand there still?
-- grain: one row a step (received, accepted, verification, dialogue), a number of days, the first of them that was
--   watched, and whether they went on
-- key: step, day, watched_from, has_ended
-- uses: step_spells
-- parameters: start date, end date, as_of date=:end, kind text?, area text?
-- of matters that stood there on some day from :start to :end; watched_from: the day of their wait on which :start fell
select
    step,
    place as band_order,
    cast(least(coalesce(to_date, :as_of), :as_of) - from_date as integer) as day,
    cast(greatest(:start - from_date, 0) as integer) as watched_from,
    to_date is not null as has_ended,
    count(*) as matters
from step_spells
where from_date <= :end and (to_date is null or to_date >= :start)
group by 1, 2, 3, 4, 5
order by 2, 3, 4, 5
