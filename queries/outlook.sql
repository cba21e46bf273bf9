-- question: What may the next reporting quarter bring, and how well did such forecasts do on the months before?
-- grain: one row the province or a former district, and a measure: entered (over the quarter), open_count (at its end)
-- key: level, code, measure
-- parameters: area text?
-- worked out when the snapshot was built (data_loaders/snapshot/outlook.py); low to high holds the truth about eight
--   times in ten: held of tried such intervals did; error and naive_error: mean absolute error of this forecast and of
--   the seasonal naive, in units of the seasonal naive within the series (MASE)
-- unpublished: empty where it may be published, else too_short, too_few_origins or not_better than the seasonal naive
select
    o.level,
    o.code,
    d.name,
    o.measure,
    o.start_on,
    o.end_on,
    o.value,
    o.low,
    o.high,
    o.held,
    o.tried,
    o.error,
    o.naive_error,
    o.origins,
    o.unpublished
from outlook as o
left join district as d on o.level = 'district' and o.code = d.district_code
where :area is null or (o.level = 'district' and o.code = :area)
order by o.level desc, o.code, o.measure
