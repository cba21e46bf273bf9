-- How many of the matters that ended in the days of the rule had a limit, and kept it, by former district; none of
-- denunciations.
select
    d.district_code as code,
    count(*) as judged,
    count(case when d.closed_on <= u.due_on then 1 end) as on_time
from dossiers as d
cross join stage.run as r
inner join watch_rule as w
    on w.measure = 'on_time_low' and w.valid_from <= r.as_of and (w.valid_to is null or w.valid_to >= r.as_of)
inner join dossier_due as u
    on d.dossier_id = u.dossier_id and u.from_date <= d.closed_on and (u.to_date is null or d.closed_on < u.to_date)
where
    d.counted and d.kind <> 'denunciation' and d.district_code is not null
    and d.closed_on > r.as_of - cast(w.days as integer) and d.closed_on <= r.as_of and u.due_on is not null
group by d.district_code
order by d.district_code
