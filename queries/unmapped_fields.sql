-- question: Which field codes does the vocabulary not know?
-- grain: one row an unknown code
-- key: field_code
-- about: operation
select
    field_code,
    sum(dossiers) as dossiers,
    sum(petitions) as petitions
from (
    select
        field_code,
        1 as dossiers,
        0 as petitions
    from dossiers
    where field_group = 'unmapped' and field_code is not null
    union all
    select
        field_code,
        0,
        1
    from petitions
    where field_group = 'unmapped' and field_code is not null
) as unknown_codes
group by field_code
order by 2 desc, 3 desc, field_code
