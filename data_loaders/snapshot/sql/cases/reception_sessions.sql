-- reception_sessions, each with the area and month of its duty, by day
create table reception_sessions as
select
    s.* exclude (seq),
    a.commune_code,
    a.district_code,
    cast(date_trunc('month', coalesce(s.scheduled_on, s.held_on)) as date) as duty_month
from stage.reception_sessions as s
inner join agencies as a on s.agency_code = a.agency_code
order by s.held_on nulls last, s.scheduled_on, s.session_id;
