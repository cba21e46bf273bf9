-- Tạm đình chỉ.
select
    v.SoHoSo as dossier_id,
    s.TuNgay as from_date,
    s.DenNgay as to_date
from TamDinhChi as s
inner join VuViec as v on s.VuViecID = v.VuViecID and not coalesce(v.DaXoa, false)
