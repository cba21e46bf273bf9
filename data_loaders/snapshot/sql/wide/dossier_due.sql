-- dossier_due, each row with the day on which its matter ended
select
    u.*,
    d.closed_on
from stage.dossier_due as u
left join dossiers as d on u.dossier_id = d.dossier_id
