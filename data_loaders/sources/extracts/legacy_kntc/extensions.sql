-- Gia hạn: from the decisions themselves, not from HanGiaiQuyetMoi.
select
    v.SoHoSo as dossier_id,
    g.NgayQuyetDinh as decided_on,
    g.SoNgay as days
from GiaHan as g
inner join VuViec as v on g.VuViecID = v.VuViecID and not coalesce(v.DaXoa, false)
