-- question: Which bodies pass matters on, and how many came back to a body that had them before?
-- grain: one row a body that passed a matter on in the window
-- key: agency_code
-- uses: passed_on
-- parameters: start date, end date, kind text?, area text?
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    m.from_agency_code as agency_code,
    a.name as agency_name,
    count(*) as transfers,
    count(distinct m.matter_id) as matters,
    count(case when b.matter_id is not null then 1 end) as circular
from passed_on as m
left join agencies as a on m.from_agency_code = a.agency_code
left join (
    select distinct
        later.matter_id,
        later.from_agency_code,
        later.to_agency_code,
        later.moved_on
    from passed_on as later
    inner join
        passed_on as earlier
        on
            later.matter_id = earlier.matter_id
            and later.to_agency_code = earlier.from_agency_code
            and earlier.moved_on <= later.moved_on
) as b
    on
        m.matter_id = b.matter_id
        and m.from_agency_code = b.from_agency_code
        and m.to_agency_code = b.to_agency_code
        and m.moved_on = b.moved_on
where m.moved_on >= :start
group by m.from_agency_code, a.name
order by circular desc, transfers desc, m.from_agency_code
