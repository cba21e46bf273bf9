-- question: How many conclusions does each body answer for, and how many are done, open, without a day and late?
-- grain: one row a body (or all, or who issued them, by :division), of those issued by :as_of and open at the end of
--   the day before :start, or issued from :start on; with :until only those issued by that day
-- key: agency_code, ended_agency_code, issued_by
-- uses: given_directives
-- parameters: as_of date, start date, until date=:as_of, division text=agency, area text?
-- division: all, agency (the one that answers for it now), issuer
select
    case when :division = 'agency' then v.agency_code end as agency_code,
    case when :division = 'agency' then a.name end as agency_name,
    case when :division = 'agency' and v.agency_code = v.ended_agency_code then a.agency_code end as ended_agency_code,
    case when :division = 'agency' and v.agency_code = v.ended_agency_code then a.name end as ended_agency_name,
    case when :division = 'issuer' then v.issued_by end as issued_by,
    count(*) as directives_given,
    count(case when v.fate = 'done' then 1 end) as directives_done,
    count(case when v.fate = 'done_late' then 1 end) as directives_done_late,
    count(case when v.fate = 'open' then 1 end) as directives_open,
    count(case when v.fate = 'undated' then 1 end) as directives_undated,
    count(case when v.fate = 'late' then 1 end) as directives_late,
    max(case when v.fate = 'late' then v.days_over end) as longest_over
from given_directives as v
left join agencies as a on v.agency_code = a.agency_code
where (v.done_on is null or v.done_on >= :start) and v.issued_on <= :until
group by 1, 2, 3, 4, 5
order by directives_late desc, directives_open desc, directives_given desc, 1, 5
