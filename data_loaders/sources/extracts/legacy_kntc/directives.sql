-- Văn bản chỉ đạo.
select
    d.MaVanBan as directive_id,
    d.SoHieu as number,
    d.NgayBanHanh as issued_on,
    d.CoQuanBanHanh as issued_by,
    q.MaCoQuan as agency_code,
    d.TrichYeu as summary,
    d.HanThucHien as due_on,
    d.NgayHoanThanh as done_on,
    v.SoHoSo as dossier_id
from VanBanChiDao as d
left join DmCoQuan as q on d.CoQuanThucHien = q.CoQuanID
left join VuViec as v on d.VuViecID = v.VuViecID
