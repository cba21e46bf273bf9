-- question: Where do high values lie together more than chance explains, on the day of the data?
-- grain: one row an area of the division with a value; verdict none means no evidence
-- key: area_code
-- parameters: measure text=overdue_share, division text=commune, area text?
select
    k.code as area_code,
    k.value,
    k.gi_z,
    k.gi_p,
    k.moran_i,
    k.moran_p,
    k.verdict
from cluster as k
left join commune as c on k.code = c.commune_code
where
    k.level = :division
    and k.measure = :measure
    and (:area is null or c.district_code = :area or k.code = :area)
order by k.code
