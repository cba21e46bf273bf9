-- question: Who passes matters on to whom, how long after they got them, and how many came back?
-- grain: one row a pair of bodies between which a matter was passed on in the window
-- key: agency_code, to_agency_code
-- uses: hand_overs
-- parameters: start date, end date, kind text?, area text?
-- circular: went to a body that had passed it on before; half_held_days: half were passed on after at most so many days
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    m.from_agency_code as agency_code,
    f.name as agency_name,
    m.to_agency_code,
    t.name as to_agency_name,
    count(*) as transfers,
    count(distinct m.matter_id) as matters,
    count(case when m.came_back then 1 end) as circular,
    min(case when 2 * m.turn >= m.turns then m.held_days end) as half_held_days
from (
    select
        *,
        row_number() over (partition by from_agency_code, to_agency_code order by held_days, matter_id) as turn,
        count(*) over (partition by from_agency_code, to_agency_code) as turns
    from hand_overs
    where moved_on >= :start
) as m
left join agencies as f on m.from_agency_code = f.agency_code
left join agencies as t on m.to_agency_code = t.agency_code
group by m.from_agency_code, f.name, m.to_agency_code, t.name
order by transfers desc, circular desc, m.from_agency_code, m.to_agency_code
