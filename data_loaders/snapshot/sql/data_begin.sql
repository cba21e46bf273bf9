-- data_begin: since when each table of events is kept: as the province declares it, else its first date.
create table data_begin as
with first_date as (
    select 'petitions' as table_name, min(received_on) as begins_on from petitions
    union all
    select 'dossiers', min(received_on) from dossiers
    union all
    select 'extensions', min(decided_on) from extensions
    union all
    select 'suspensions', min(from_date) from suspensions
    union all
    select 'transfers', min(moved_on) from transfers
    union all
    select 'dossier_steps', min(happened_on) from dossier_steps
    union all
    select 'complex_list', min(listed_on) from complex_list
    union all
    select 'reception_sessions', min(coalesce(held_on, scheduled_on)) from reception_sessions
    union all
    select 'reception_visits', min(held_on) from reception_visits
    union all
    select 'directives', min(issued_on) from directives
    union all
    select 'submissions', cast(min(submitted_at) as date) from submissions
)

select
    f.table_name,
    coalesce(d.begins_on, e.begins_on, f.begins_on) as begins_on,
    coalesce(d.begins_on, e.begins_on) is not null as declared
from first_date as f
left join stage.declared_begin as d on f.table_name = d.table_name
left join stage.declared_begin as e on e.table_name = '*'
order by f.table_name;
