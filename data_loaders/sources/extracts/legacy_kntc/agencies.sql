-- Cơ quan, đơn vị.
select
    MaCoQuan as agency_code,
    TenCoQuan as name,
    case trim(CapCoQuan)
        when 'Tỉnh' then 'province'
        when 'Sở, ngành' then 'department'
        when 'Huyện' then 'district'
        when 'Xã' then 'commune'
        when 'Cơ quan đảng' then 'party'
        when 'Tư pháp' then 'justice'
        when 'Trung ương' then 'central'
        else CapCoQuan
    end as level,
    lpad(cast(MaDiaBan as text), case CapDiaBan when 1 then 2 when 2 then 3 else 5 end, '0') as unit_code,
    case when TuNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(TuNgay, 7, 4) || '-' || substr(TuNgay, 4, 2) || '-' || substr(TuNgay, 1, 2)
    else TuNgay end as valid_from,
    case when DenNgay ~ '^\d\d/\d\d/\d{4}$' then
        substr(DenNgay, 7, 4) || '-' || substr(DenNgay, 4, 2) || '-' || substr(DenNgay, 1, 2)
    else DenNgay end as valid_to
from DmCoQuan
