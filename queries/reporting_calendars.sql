-- question: On which day of a month does a reporting month close, since when, and by which article?
-- grain: one row a rule of the reporting calendars
-- scope: province
-- key: rule_id
select
    rule_id,
    calendar,
    closing_day,
    article,
    cast(valid_from as date) as valid_from,
    cast(valid_to as date) as valid_to
from reporting_calendar
order by calendar, valid_from
