-- part: of every matter into which others were merged by the end of :as_of, the day on which the oldest of them entered
-- parameters: as_of date
select
    survivor_id,
    min(entered_on) as entered_on
from merged_lineage
where merged_on <= :as_of
group by survivor_id
