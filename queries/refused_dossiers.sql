-- question: Which matters were refused when the source was read, and why?
-- grain: one row a refused matter and its first reason; with :dossiers (parted by chr(31)) only those
-- key: dossier_id
-- parameters: dossiers text?
select
    q.row_key as dossier_id,
    min(q.reason) as reason
from quarantine as q
where
    q.table_name = 'dossiers'
    and q.row_key is not null
    and (:dossiers is null or q.row_key in (select unnest(string_to_array(:dossiers, chr(31)))))
group by q.row_key
order by q.row_key
