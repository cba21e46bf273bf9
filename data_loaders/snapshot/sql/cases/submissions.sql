-- submissions, by body and period
create table submissions as
select * exclude (seq)
from stage.submissions
order by agency_code, period_code, submitted_at;
