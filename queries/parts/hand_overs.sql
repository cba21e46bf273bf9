-- part: each transfer until :end of the matters passed on since :start, with how long the body that passed it on had
--   held the matter, and whether it went to a body that had passed it on before
-- uses: passed_on_lately
-- parameters: start date, end date, kind text?, area text?
select
    m.matter_id,
    m.kind,
    m.received_on,
    m.from_agency_code,
    m.to_agency_code,
    m.moved_on,
    cast(m.moved_on - m.got_on as integer) as held_days,
    coalesce(m.moved_on >= b.first_moved_on, false) as came_back
from (
    select
        *,
        lag(moved_on, 1, received_on) over (partition by matter_id order by moved_on, from_agency_code) as got_on
    from passed_on_lately
) as m
left join (
    select
        matter_id,
        from_agency_code,
        min(moved_on) as first_moved_on
    from passed_on_lately
    group by matter_id, from_agency_code
) as b on m.matter_id = b.matter_id and m.to_agency_code = b.from_agency_code
