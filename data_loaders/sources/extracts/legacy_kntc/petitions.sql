-- Đơn thư: one row is one paper.
select
    x.SoDonThu as petition_id,
    case trim(x.LoaiKhieuTo1)
        when 'Khiếu nại' then 'complaint'
        when 'Tố cáo' then 'denunciation'
        when 'Kiến nghị, phản ánh' then 'petition'
        else x.LoaiKhieuTo1
    end as kind,
    case trim(x.LinhVuc)
        when 'Đất đai, nhà cửa' then 'land'
        when 'Bồi thường, giải phóng mặt bằng' then 'land.clearance'
        when 'Cấp giấy chứng nhận' then 'land.certificate'
        when 'Tranh chấp đất đai' then 'land.dispute'
        when 'Chế độ, chính sách' then 'policy'
        when 'Người có công' then 'policy.merit'
        when 'Công chức, công vụ' then 'civil_service'
        when 'Hành chính khác' then 'admin_other'
        when 'Tham nhũng' then 'corruption'
        when 'Tư pháp' then 'judicial'
        when 'Đảng, đoàn thể' then 'party'
        when 'Môi trường' then 'environment'
        when 'Khác' then 'other'
        else x.LinhVuc
    end as field_code,
    x.NgayNhapDon as received_on,
    case trim(x.NguonDonDen)
        when 'Trực tiếp' then 'reception'
        when 'Bưu chính' then 'post'
        when 'Trực tuyến' then 'online'
        when 'Cơ quan khác chuyển' then 'transferred'
        when 'Khác' then 'other'
        else x.NguonDonDen
    end as channel,
    q.MaCoQuan as agency_code,
    coalesce(lpad(cast(x.MaXa as text), 5, '0'), lpad(cast(x.MaHuyen as text), 3, '0')) as place_unit_code,
    case trim(x.HinhThucDungTen)
        when 'Một người đứng tên' then 'one'
        when 'Nhiều người đứng tên' then 'many'
        when 'Khác' then 'other'
        else x.HinhThucDungTen
    end as signatories,
    x.DuDieuKien as eligible,
    case trim(x.ThuocThamQuyen)
        when 'Có' then 'true'
        when 'Không' then 'false'
        else x.ThuocThamQuyen
    end as within_authority,
    case trim(x.HuongGiaiQuyet)
        when 'Thụ lý' then 'accepted'
        when 'Hướng dẫn' then 'guided'
        when 'Chuyển đơn' then 'transferred'
        when 'Đôn đốc giải quyết' then 'urged'
        when 'Trả đơn' then 'returned'
        when 'Lưu đơn' then 'filed'
        else x.HuongGiaiQuyet
    end as processing,
    x.NgayXuLy as processed_on,
    case trim(x.CoPhucDap)
        when 'Có' then 'true'
        when 'Không' then 'false'
        else x.CoPhucDap
    end as reply_received,
    x.CQChuyenDonDen as forwarded_by,
    case trim(x.VuotCap)
        when 'Có' then 'true'
        when 'Không' then 'false'
        else x.VuotCap
    end as escalated,
    v.SoHoSo as dossier_id
from XuLyDon as x
left join DmCoQuan as q on x.CoQuanID = q.CoQuanID
left join VuViec as v on x.VuViecID = v.VuViecID
where not coalesce(x.DaXoa, false)
