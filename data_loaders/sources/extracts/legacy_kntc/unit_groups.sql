-- Nhóm địa bàn (huyện cũ).
select
    BoNhom as group_set,
    MaNhom as group_code,
    TenNhom as group_name,
    lpad(cast(MaDiaBan as text), case Cap when 1 then 2 when 2 then 3 else 5 end, '0') as unit_code,
    case when TuNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(TuNgay, 7, 4) || '-' || substr(TuNgay, 4, 2) || '-' || substr(TuNgay, 1, 2)
    else TuNgay end as valid_from,
    case when DenNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(DenNgay, 7, 4) || '-' || substr(DenNgay, 4, 2) || '-' || substr(DenNgay, 1, 2)
    else DenNgay end as valid_to
from DmNhomDiaBan
