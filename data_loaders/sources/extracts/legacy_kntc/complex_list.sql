-- Danh sách vụ việc phức tạp, kéo dài, with neutral titles.
select
    v.SoHoSo as dossier_id,
    p.TenVuViec as label,
    p.NgayVaoDanhSach as listed_on,
    p.NgayRaDanhSach as delisted_on,
    p.CanCu as basis,
    q.MaCoQuan as lead_agency_code
from VuViecPhucTap as p
inner join VuViec as v on p.VuViecID = v.VuViecID and not coalesce(v.DaXoa, false)
left join DmCoQuan as q on p.CoQuanChuTri = q.CoQuanID
