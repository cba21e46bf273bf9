-- part: the last reporting periods that have begun by :as_of, the running one up to :as_of
-- parameters: as_of date, calendar text=inspectorate, period_kind text=quarter, periods int=12
select
    code,
    start_on,
    least(end_on, :as_of) as end_on,
    end_on > :as_of as is_running
from reporting_period
where calendar = :calendar and kind = :period_kind and start_on <= :as_of
order by start_on desc
limit :periods
