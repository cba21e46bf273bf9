-- question: How many came to regular, periodic and ad hoc reception, in person and online?
-- grain: one row a kind of session and way of meeting
-- key: session_kind, online
-- kinds: of visits
-- uses: visits
-- parameters: start date, end date, kind text?, area text?
select
    v.session_kind,
    coalesce(s.online, false) as online,
    count(distinct v.session_id) as sessions,
    count(*) as visits,
    cast(sum(v.people) as integer) as people,
    cast(sum(v.matters) as integer) as matters,
    count(case when v.is_mass_group then 1 end) as mass_groups,
    cast(sum(case when v.is_mass_group then v.people else 0 end) as integer) as mass_people
from visits as v
inner join reception_sessions as s on v.session_id = s.session_id
group by v.session_kind, coalesce(s.online, false)
order by v.session_kind, online
