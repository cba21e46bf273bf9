-- part: one row a matter that was open, came in or ended in the window, each part of the balance as 0 or 1
-- uses: counted
-- parameters: start date, end date
select
    c.dossier_id,
    c.kind,
    c.field_group,
    c.agency_code,
    c.commune_code,
    c.district_code,
    case when c.entered_on < :start then 1 else 0 end as opening,
    case when c.entered_on >= :start and c.instance = 1 and c.previous_dossier_id is null then 1 else 0 end
        as entered_first,
    case when c.entered_on >= :start and c.instance = 2 then 1 else 0 end as entered_second,
    case
        when c.entered_on >= :start and c.instance = 1 and c.previous_dossier_id is not null then 1 else 0
    end as reopened,
    case
        when
            c.closed_on <= :end
            and coalesce(c.closing, 'decision') not in ('merged', 'withdrawn', 'discontinued', 'to_investigation')
            then 1
        else 0
    end as decided,
    case when c.closed_on <= :end and c.closing = 'withdrawn' then 1 else 0 end as withdrawn,
    case when c.closed_on <= :end and c.closing = 'discontinued' then 1 else 0 end as discontinued,
    case when c.closed_on <= :end and c.closing = 'to_investigation' then 1 else 0 end as to_investigation,
    case when c.closed_on <= :end and c.closing = 'merged' then 1 else 0 end as merged,
    case when c.closed_on is null or c.closed_on > :end then 1 else 0 end as closing
from counted as c
where c.entered_on <= :end and (c.closed_on is null or c.closed_on >= :start)
