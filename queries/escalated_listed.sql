-- question: Which papers were sent to a level above, and where should each have been settled?
-- grain: one row a paper that `escalated_papers` counts, of one former district or commune where one is named
-- key: dossier_id
-- uses: period_petitions
-- parameters: start date, end date, place text?, kind text?, area text?
-- dossier_id: the number of the paper
select
    p.petition_id as dossier_id,
    p.kind,
    p.field_group,
    p.district_code,
    d.name as district_name,
    p.commune_code,
    c.name as commune_name,
    a.name as agency_name,
    p.received_on,
    p.answered_on,
    cast(coalesce(p.answered_on, :end) - p.received_on as integer) as age_days
from period_petitions as p
left join district as d on p.district_code = d.district_code
left join commune as c on p.commune_code = c.commune_code
left join agencies as a on p.agency_code = a.agency_code
where
    p.escalated
    and not p.carried_over
    and (:place is null or p.district_code = :place or p.commune_code = :place)
order by case when p.processed then 1 else 0 end, age_days desc, p.petition_id
