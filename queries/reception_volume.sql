-- question: Who was received, in the counts of form 01/TCD?
-- grain: one row a kind of reception: regular (thường xuyên), head (thủ trưởng tiếp), delegated (ủy quyền tiếp)
-- key: reception
-- kinds: of visits
-- uses: visits, held_sessions
-- needs: reception_sessions (sessions), reception_visits (visits people matters_first matters_repeat mass_groups
--   mass_people mass_matters_first mass_matters_repeat)
-- parameters: start date, end date, kind text?, area text?
with kinds as (select kind_name as reception from (values ('regular'), ('head'), ('delegated')) as k (kind_name)),

came as (
    select
        reception,
        count(*) as visits,
        sum(people) as people,
        sum(case when first_time is distinct from false then matters else 0 end) as matters_first,
        sum(case when first_time = false then matters else 0 end) as matters_repeat,
        count(case when is_mass_group then 1 end) as mass_groups,
        sum(case when is_mass_group then people else 0 end) as mass_people,
        sum(case when is_mass_group and first_time is distinct from false then matters else 0 end)
            as mass_matters_first,
        sum(case when is_mass_group and first_time = false then matters else 0 end) as mass_matters_repeat
    from visits
    group by reception
),

took_place as (
    select
        reception,
        count(*) as sessions
    from held_sessions
    group by reception
)

select
    k.reception,
    coalesce(t.sessions, 0) as sessions,
    coalesce(c.visits, 0) as visits,
    coalesce(c.people, 0) as people,
    coalesce(c.matters_first, 0) as matters_first,
    coalesce(c.matters_repeat, 0) as matters_repeat,
    coalesce(c.mass_groups, 0) as mass_groups,
    coalesce(c.mass_people, 0) as mass_people,
    coalesce(c.mass_matters_first, 0) as mass_matters_first,
    coalesce(c.mass_matters_repeat, 0) as mass_matters_repeat
from kinds as k
left join came as c on k.reception = c.reception
left join took_place as t on k.reception = t.reception
order by k.reception
