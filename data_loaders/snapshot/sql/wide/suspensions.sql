-- suspensions, each with the kind of its matter
select
    s.*,
    d.kind as matter_kind
from stage.suspensions as s
left join dossiers as d on s.dossier_id = d.dossier_id
