-- part: the last day on which so many working days have passed: a day off belongs to the working day before it
select
    working_index,
    max(day) as last_day
from calendar_day
group by working_index
