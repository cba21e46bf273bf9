-- Chức danh có trách nhiệm tiếp công dân.
select
    c.MaChucDanh as post_code,
    c.TenChucDanh as title,
    case trim(c.LoaiChucDanh)
        when 'Bí thư tỉnh ủy' then 'province_party_secretary'
        when 'Bí thư huyện ủy' then 'district_party_secretary'
        when 'Bí thư đảng ủy xã' then 'commune_party_secretary'
        when 'Chủ tịch UBND tỉnh' then 'province_chair'
        when 'Chủ tịch UBND huyện' then 'district_chair'
        when 'Chủ tịch UBND xã' then 'commune_chair'
        when 'Thủ trưởng cơ quan' then 'agency_head'
        else c.LoaiChucDanh
    end as duty_code,
    q.MaCoQuan as agency_code,
    lpad(cast(c.MaDiaBan as text), case c.CapDiaBan when 1 then 2 when 2 then 3 else 5 end, '0') as unit_code,
    case when c.TuNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(c.TuNgay, 7, 4) || '-' || substr(c.TuNgay, 4, 2) || '-' || substr(c.TuNgay, 1, 2)
    else c.TuNgay end as valid_from,
    case when c.DenNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(c.DenNgay, 7, 4) || '-' || substr(c.DenNgay, 4, 2) || '-' || substr(c.DenNgay, 1, 2)
    else c.DenNgay end as valid_to
from DmChucDanh as c
left join DmCoQuan as q on c.CoQuanID = q.CoQuanID
