-- question: Which days are off work?
-- grain: one row a day off from :start to :end, with the holiday's name where it is one
-- key: day
-- scope: province
-- parameters: start date, end date
select
    day,
    holiday_name,
    next_working
from calendar_day
where day between :start and :end and not is_working
order by day
