-- dossier_holder: who held a dossier that moved, and when (to_date exclusive; the last holder is the one on record).
create table dossier_holder as
with moves as (
    select
        t.dossier_id,
        t.moved_on,
        t.from_agency_code,
        t.to_agency_code,
        row_number() over (partition by t.dossier_id order by t.moved_on, t.seq) as turn
    from stage.transfers as t
    where t.kind in ('transfer', 'handover') and t.dossier_id is not null
),

spells as (
    select
        m.dossier_id,
        least(d.received_on, m.moved_on) as from_date,
        m.from_agency_code as agency_code,
        0 as turn
    from moves as m inner join dossiers as d on m.dossier_id = d.dossier_id
    where m.turn = 1
    union all
    select
        dossier_id,
        moved_on as from_date,
        to_agency_code as agency_code,
        turn
    from moves
),

bounded as (
    select
        *,
        lead(from_date) over (partition by dossier_id order by turn) as to_date
    from spells
)

select
    b.dossier_id,
    b.from_date,
    b.to_date,
    case when b.to_date is null then d.agency_code else b.agency_code end as agency_code
from bounded as b inner join dossiers as d on b.dossier_id = d.dossier_id
where b.to_date is null or b.from_date < b.to_date
order by b.dossier_id, b.from_date;

-- merged_lineage: every dossier that ended up in another one, directly or through others
create table merged_lineage as
with recursive lineage as (
    select
        merged_into as survivor_id,
        dossier_id as merged_id,
        closed_on as merged_on,
        entered_on
    from dossiers
    where merged_into is not null and merged_into <> dossier_id
    union
    select
        d.merged_into as survivor_id,
        l.merged_id,
        l.merged_on,
        l.entered_on
    from lineage as l inner join dossiers as d on l.survivor_id = d.dossier_id
    where d.merged_into is not null and d.merged_into <> l.merged_id
)

select * from lineage
order by survivor_id, merged_id;
