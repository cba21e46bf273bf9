-- Người giữ chức danh (cán bộ, không phải công dân).
select
    c.MaChucDanh as post_code,
    l.HoTen as holder_name,
    case when l.TuNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(l.TuNgay, 7, 4) || '-' || substr(l.TuNgay, 4, 2) || '-' || substr(l.TuNgay, 1, 2)
    else l.TuNgay end as from_date,
    case when l.DenNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(l.DenNgay, 7, 4) || '-' || substr(l.DenNgay, 4, 2) || '-' || substr(l.DenNgay, 1, 2)
    else l.DenNgay end as to_date
from LanhDao as l
left join DmChucDanh as c on l.ChucDanhID = c.ChucDanhID
