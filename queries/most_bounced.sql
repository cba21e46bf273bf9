-- question: Which matters were passed on most often?
-- grain: one row a matter passed on in the window and, until its end, at least :times times, the most passed on first
-- key: dossier_id
-- uses: hand_overs
-- parameters: start date, end date, times int=2, kind text?, area text?
-- left out: guidance, urging, and the hand-over of 1/7/2025
select
    b.dossier_id,
    b.kind,
    b.transfers,
    b.circular,
    a.name as agency_name,
    b.first_moved_on,
    b.last_moved_on,
    b.longest_held_days,
    cast(:end - b.received_on as integer) as since_received_days
from (
    select
        h.matter_id as dossier_id,
        h.kind,
        h.received_on,
        count(*) as transfers,
        count(case when h.came_back then 1 end) as circular,
        min(h.moved_on) as first_moved_on,
        max(h.moved_on) as last_moved_on,
        max(h.held_days) as longest_held_days
    from hand_overs as h
    group by h.matter_id, h.kind, h.received_on
    having count(*) >= :times and max(h.moved_on) >= :start
) as b
left join (
    select
        matter_id,
        max(to_agency_code) as to_agency_code
    from (
        select
            matter_id,
            to_agency_code,
            row_number() over (partition by matter_id order by moved_on desc, from_agency_code desc) as latest
        from hand_overs
    ) as l
    where latest = 1
    group by matter_id
) as l on b.dossier_id = l.matter_id
left join agencies as a on l.to_agency_code = a.agency_code
order by b.transfers desc, b.circular desc, since_received_days desc, b.dossier_id
