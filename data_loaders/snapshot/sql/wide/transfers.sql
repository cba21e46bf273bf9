-- transfers, each with the matter that moved: its number (of the dossier, else of the petition), kind, first day, area
select
    t.*,
    coalesce(t.dossier_id, t.petition_id) as matter_id,
    coalesce(d.kind, p.kind) as matter_kind,
    coalesce(d.received_on, p.received_on) as received_on,
    coalesce(d.commune_code, p.commune_code) as commune_code,
    coalesce(d.district_code, p.district_code) as district_code
from stage.transfers as t
left join dossiers as d on t.dossier_id = d.dossier_id
left join petitions as p on t.petition_id = p.petition_id
