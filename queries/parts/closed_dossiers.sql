-- part: every matter that ended from :start to :end, with the due date in force on the day it ended
-- uses: counted
-- parameters: start date, end date
select
    c.*,
    u.due_on,
    case
        when c.closing = 'merged' then 'merged'
        when c.closing in ('withdrawn', 'discontinued', 'to_investigation') then c.closing
        else 'decided'
    end as manner,
    cast(c.closed_on - c.entered_on as integer) as days_taken,
    case
        when c.closing = 'merged' or u.due_on is null then null
        else c.closed_on <= u.due_on
    end as on_time
from counted as c
left join
    dossier_due as u
    on
        c.dossier_id = u.dossier_id
        and u.closed_on between :start and :end
        and u.from_date <= u.closed_on
        and (u.to_date is null or u.closed_on < u.to_date)
where c.closed_on between :start and :end and c.entered_on is not null
