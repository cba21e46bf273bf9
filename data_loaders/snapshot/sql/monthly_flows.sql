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
        district_code,
        is_secret,
        moved_on,
        sum(entered) as entered,
        sum(ended) as ended
    from (
        select
            d.district_code,
            d.kind = 'denunciation' as is_secret,
            unnest([d.entered_on, d.closed_on]) as moved_on,
            unnest([1, 0]) as entered,
            unnest([0, 1]) as ended
        from dossiers as d
        where d.counted and d.entered_on is not null
    ) as m
    group by district_code, is_secret, moved_on
)

select
    m.start_on,
    v.district_code,
    v.is_secret,
    cast(sum(case when v.moved_on < m.start_on then v.entered - v.ended else 0 end) as bigint) as opening,
    cast(sum(case when v.moved_on between m.start_on and m.end_on then v.entered else 0 end) as bigint) as entered,
    cast(sum(case when v.moved_on between m.start_on and m.end_on then v.ended else 0 end) as bigint) as ended
from months as m
cross join moves as v
group by m.start_on, v.district_code, v.is_secret
order by v.district_code, v.is_secret, m.start_on
