-- question: How old are the open matters?
-- grain: one row an age band (calendar days since acceptance, upper end included) and kind
-- key: band, kind
-- uses: open_matters
-- parameters: as_of date, kind text?, area text?
select
    bands.band_order,
    bands.band,
    o.kind,
    count(*) as open_count,
    count(case when o.clock = 'overdue' then 1 end) as overdue
from (
    values
    (1, '0-30', 0, 30), (2, '31-60', 31, 60), (3, '61-90', 61, 90),
    (4, '91-180', 91, 180), (5, '181-365', 181, 365), (6, '366+', 366, 1000000)
) as bands (band_order, band, from_days, to_days)
inner join open_matters as o on o.age_days between bands.from_days and bands.to_days
group by bands.band_order, bands.band, o.kind
order by bands.band_order, o.kind
