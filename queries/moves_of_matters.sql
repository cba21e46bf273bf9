-- question: How often was a matter passed on by the end of the window?
-- grain: one row a number of times, of the matters passed on in the window
-- key: times
-- uses: hand_overs
-- parameters: start date, end date, kind text?, area text?
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    times,
    count(*) as matters,
    count(case when returns > 0 then 1 end) as returned_matters
from (
    select
        matter_id,
        cast(count(*) as integer) as times,
        count(case when came_back then 1 end) as returns
    from hand_overs
    group by matter_id
    having max(moved_on) >= :start
) as moved
group by times
order by times
