-- Đơn vị hành chính: the system keeps codes as numbers; 2, 3 and 5 digits by level.
select
    lpad(cast(d.MaDiaBan as text), case d.Cap when 1 then 2 when 2 then 3 else 5 end, '0') as unit_code,
    d.TenDiaBan as name,
    case d.Cap when 1 then 'province' when 2 then 'district' when 3 then 'commune' end as level,
    lpad(cast(d.MaDiaBanCha as text), case p.Cap when 1 then 2 when 2 then 3 else 5 end, '0') as parent_code,
    case when d.HieuLucTu ~ '^\d\d/\d\d/\d{4}$' then
        substr(d.HieuLucTu, 7, 4) || '-' || substr(d.HieuLucTu, 4, 2) || '-' || substr(d.HieuLucTu, 1, 2)
    else d.HieuLucTu end as valid_from,
    case when d.HieuLucDen ~ '^\d\d/\d\d/\d{4}$' then
        substr(d.HieuLucDen, 7, 4) || '-' || substr(d.HieuLucDen, 4, 2) || '-' || substr(d.HieuLucDen, 1, 2)
    else d.HieuLucDen end as valid_to,
    d.DanSo as population,
    case when d.NgayDanSo ~ '^\d\d/\d\d/\d{4}$' then
        substr(d.NgayDanSo, 7, 4) || '-' || substr(d.NgayDanSo, 4, 2) || '-' || substr(d.NgayDanSo, 1, 2)
    else d.NgayDanSo end as population_as_of,
    d.Vung as zone
from DmDiaBan as d
left join (select MaDiaBan, min(Cap) as Cap from DmDiaBan group by MaDiaBan) as p on d.MaDiaBanCha = p.MaDiaBan
