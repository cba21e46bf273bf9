-- question: Where should the papers sent to a level above have been settled?
-- grain: one row a former district or commune, or place not known, of escalated papers received in the window
-- key: area_code
-- uses: period_petitions
-- parameters: start date, end date, division text=district, kind text?, area text?
select
    case :division when 'commune' then p.commune_code else p.district_code end as area_code,
    case :division when 'commune' then c.name else d.name end as area_name,
    count(*) as escalated_petitions,
    count(case when p.processed then 1 end) as papers_answered,
    count(case when p.within_authority = false then 1 end) as outside_authority
from period_petitions as p
left join district as d on p.district_code = d.district_code
left join commune as c on p.commune_code = c.commune_code
where p.escalated and not p.carried_over
group by 1, 2
order by escalated_petitions desc, 1
