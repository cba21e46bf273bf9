-- question: Where does the legal clock of the open matters stand, and by how much are the late ones late?
-- grain: one row a state of the clock; the overdue ones in bands of days over
-- key: clock, days_over_band
-- uses: open_matters
-- parameters: as_of date, kind text?, area text?
select
    clock,
    case
        when days_over is null then ''
        when days_over <= 30 then '1-30'
        when days_over <= 90 then '31-90'
        when days_over <= 180 then '91-180'
        when days_over <= 365 then '181-365'
        else '366+'
    end as days_over_band,
    count(*) as open_count,
    max(days_over) as longest_over
from open_matters
group by 1, 2
order by 1, 2
