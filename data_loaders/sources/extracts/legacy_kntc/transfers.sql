-- Chuyển đơn, hướng dẫn, đôn đốc; the hand-over of 1/7/2025 is not a transfer.
select
    v.SoHoSo as dossier_id,
    x.SoDonThu as petition_id,
    a.MaCoQuan as from_agency_code,
    b.MaCoQuan as to_agency_code,
    c.NgayChuyen as moved_on,
    case trim(c.HinhThuc)
        when 'Chuyển đơn' then 'transfer'
        when 'Hướng dẫn' then 'guidance'
        when 'Đôn đốc' then 'urge'
        when 'Bàn giao' then 'handover'
        else c.HinhThuc
    end as kind
from ChuyenDon as c
left join VuViec as v on c.VuViecID = v.VuViecID
left join XuLyDon as x on c.XuLyDonID = x.XuLyDonID
left join DmCoQuan as a on c.TuCoQuan = a.CoQuanID
left join DmCoQuan as b on c.DenCoQuan = b.CoQuanID
where not coalesce(v.DaXoa, false) and not coalesce(x.DaXoa, false)
order by c.ChuyenDonID
