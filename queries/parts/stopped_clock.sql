-- part: the dossiers whose clock stands still at the end of :as_of because they are suspended by law
-- parameters: as_of date
select distinct s.dossier_id
from suspensions as s
inner join
    suspension_rule as r
    on s.matter_kind = r.kind and r.valid_from <= :as_of and (r.valid_to is null or r.valid_to >= :as_of)
where s.from_date <= :as_of and (s.to_date is null or s.to_date > :as_of)
