-- question: Which shapes has the map for this division?
-- grain: one row an area
-- key: code
-- parameters: division text=district, area text?
select
    b.code,
    b.name,
    b.geojson,
    b.label_lon,
    b.label_lat,
    b.basis,
    c.district_code
from boundary as b
left join commune as c on b.code = c.commune_code and b.level = 'commune'
where b.level = :division and (:area is null or c.district_code = :area or b.code = :area)
order by b.code
