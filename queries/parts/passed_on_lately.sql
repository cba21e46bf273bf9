-- part: all transfers until :end of the matters of which one was passed on since :start
-- uses: passed_on
-- parameters: start date, end date
select p.*
from passed_on as p
inner join (
    select distinct matter_id
    from passed_on
    where moved_on >= :start
) as l on p.matter_id = l.matter_id
