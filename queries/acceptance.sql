-- question: Were complaints and denunciations taken up within the days the law gives, and which still wait beyond them?
-- grain: one row a kind and instance: accepted in the window, waiting at the end of :as_of
-- key: kind, instance
-- uses: take_up_days
-- parameters: start date, end date, as_of date=:end, kind text?, area text?, apart bool=true
-- left out: duplicates; petitions, which the law takes up without a step; matters received under no rule are neither
--   in time nor late (Luật Khiếu nại Điều 27, 36; Luật Tố cáo Điều 24)
with judged as (
    select
        d.kind,
        coalesce(d.instance, 1) as instance,
        d.accepted_on between :start and :end as is_accepted,
        d.received_on <= :as_of
        and (d.entered_on is null or d.entered_on > :as_of)
        and (d.closed_on is null or d.closed_on > :as_of) as is_waiting,
        d.accepted_on,
        t.last_day
    from dossiers as d
    left join take_up_days as t on t.subject = 'dossiers' and d.dossier_id = t.subject_id
    where
        d.counted
        and d.kind <> 'petition'
        and (:kind is null or d.kind = :kind)
        and (:apart or d.kind <> 'denunciation')
        and (:area is null or d.district_code = :area or d.commune_code = :area)
)

select
    kind,
    instance,
    count(case when is_accepted then 1 end) as accepted,
    count(case when is_accepted and accepted_on <= last_day then 1 end) as accepted_in_time,
    count(case when is_accepted and accepted_on > last_day then 1 end) as accepted_late,
    count(case when is_waiting then 1 end) as waiting,
    count(case when is_waiting and last_day < :as_of then 1 end) as waiting_late
from judged
where is_accepted or is_waiting
group by kind, instance
order by kind, instance
