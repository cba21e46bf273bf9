-- question: What else says where to look: matters in hand, fresh mass groups, levels skipped, going in circles?
-- grain: one row an area of the division (former district or today's commune); what has none stands under null
-- key: area_code
-- uses: flows, period_petitions, passed_on
-- parameters: division text=district, start date, end date, as_of date=:end, kind text?, area text?
-- left out: guidance, urging, and the hand-over of 1/7/2025
with parts as (
    select
        commune_code,
        district_code,
        1 as matters,
        cast(0 as double precision) as mass_groups_recent,
        0 as escalated_petitions,
        cast(null as varchar) as bounced_id
    from flows
    union all
    select
        commune_code,
        district_code,
        0 as matters,
        power(cast(0.5 as double precision), cast(:as_of - held_on as integer) / 45.0) as mass_groups_recent,
        0 as escalated_petitions,
        cast(null as varchar) as bounced_id
    from reception_visits
    where
        is_mass_group
        and held_on > :as_of - 90
        and held_on <= :as_of
        and (:kind is null or kind = :kind or not :apart)
        and (:area is null or district_code = :area or commune_code = :area)
    union all
    select
        commune_code,
        district_code,
        0 as matters,
        cast(0 as double precision) as mass_groups_recent,
        1 as escalated_petitions,
        cast(null as varchar) as bounced_id
    from period_petitions
    where escalated and not carried_over
    union all
    select
        m.commune_code,
        m.district_code,
        0 as matters,
        cast(0 as double precision) as mass_groups_recent,
        0 as escalated_petitions,
        m.matter_id as bounced_id
    from passed_on as m
    inner join
        passed_on as earlier
        on
            m.matter_id = earlier.matter_id
            and m.to_agency_code = earlier.from_agency_code
            and earlier.moved_on <= m.moved_on
    where m.moved_on >= :start
)

select
    case when :division = 'commune' then commune_code else district_code end as area_code,
    sum(matters) as matters,
    sum(mass_groups_recent) as mass_groups_recent,
    sum(escalated_petitions) as escalated_petitions,
    count(distinct bounced_id) as bounced
from parts
group by 1
order by 1 nulls last
