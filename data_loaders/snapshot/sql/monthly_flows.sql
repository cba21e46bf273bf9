-- What came in and what left the stock in each whole reporting month of the last eight years, by former district and
-- whether it is a denunciation (which is told of no area), months without anything too; opening: open before each
-- month. Merged matters leave the stock like the others.
with months as (
    select
        p.start_on,
        p.end_on
    from reporting_period as p
    cross join stage.run as r
    inner join data_begin as b on b.table_name = 'dossiers'
    where
        p.calendar = 'inspectorate' and p.kind = 'month'
        and p.end_on <= r.as_of and p.start_on >= greatest(b.begins_on, r.as_of - interval '8 years')
),

moves as (
    select
        d.district_code,
        d.kind = 'denunciation' as is_secret,
        unnest([d.entered_on, d.closed_on]) as moved_on,
        unnest([1, 0]) as entered
    from dossiers as d
    where d.counted and d.entered_on is not null
)

select
    m.start_on,
    v.district_code,
    v.is_secret,
    count(case when v.moved_on < m.start_on and v.entered = 1 then 1 end)
    - count(case when v.moved_on < m.start_on and v.entered = 0 then 1 end) as opening,
    count(case when v.moved_on between m.start_on and m.end_on and v.entered = 1 then 1 end) as entered,
    count(case when v.moved_on between m.start_on and m.end_on and v.entered = 0 then 1 end) as ended
from months as m
cross join moves as v
group by m.start_on, v.district_code, v.is_secret
order by v.district_code, v.is_secret, m.start_on
