-- Kỳ tiếp, buổi tiếp: a day in LichTiep that NgayTiep leaves empty was missed.
select
    l.SoLich as session_id,
    case trim(l.LoaiTiepDan)
        when 'Định kỳ' then 'periodic'
        when 'Đột xuất' then 'ad_hoc'
        when 'Thường xuyên' then 'regular'
        else l.LoaiTiepDan
    end as kind,
    c.MaChucDanh as post_code,
    q.MaCoQuan as agency_code,
    cast(l.NgayDuKien as date) as scheduled_on,
    cast(l.NgayTiep as date) as held_on,
    case l.UyQuyenTiep when 1 then 'delegated' when 0 then 'in_person' end as chaired,
    l.TrucTuyen as online,
    l.NuaNgay as half_day
from LichTiep as l
left join DmChucDanh as c on l.ChucDanhID = c.ChucDanhID
left join DmCoQuan as q on l.CoQuanID = q.CoQuanID
