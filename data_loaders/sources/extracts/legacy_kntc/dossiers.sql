-- Vụ việc. HanGiaiQuyetFirst and HanGiaiQuyetMoi are counters that lie after corrections: not read.
-- What is suspended is not closed, whatever NgayKetThuc says. Rows marked DaXoa are no longer matters.
select
    v.SoHoSo as dossier_id,
    case trim(v.LoaiKhieuTo1)
        when 'Khiếu nại' then 'complaint'
        when 'Tố cáo' then 'denunciation'
        when 'Kiến nghị, phản ánh' then 'petition'
        else v.LoaiKhieuTo1
    end as kind,
    case trim(v.LinhVuc)
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
        else v.LinhVuc
    end as field_code,
    q.MaCoQuan as agency_code,
    coalesce(lpad(cast(v.MaXa as text), 5, '0'), lpad(cast(v.MaHuyen as text), 3, '0')) as place_unit_code,
    case when v.NgayTiepNhan ~ '^\d\d/\d\d/\d{4}$' then
        substr(v.NgayTiepNhan, 7, 4) || '-' || substr(v.NgayTiepNhan, 4, 2) || '-' || substr(v.NgayTiepNhan, 1, 2)
    else v.NgayTiepNhan end as received_on,
    case when v.NgayThuLy ~ '^\d\d/\d\d/\d{4}$' then
        substr(v.NgayThuLy, 7, 4) || '-' || substr(v.NgayThuLy, 4, 2) || '-' || substr(v.NgayThuLy, 1, 2)
    else v.NgayThuLy end as accepted_on,
    v.LanGiaiQuyet as instance,
    case trim(v.MucDo)
        when 'Bình thường' then 'normal'
        when 'Phức tạp' then 'complex'
        when 'Đặc biệt phức tạp' then 'very_complex'
        else v.MucDo
    end as complexity,
    coalesce(trim(v.VungSauXa) = 'X', false) as remote_area,
    v.SoNguoi as people_count,
    case trim(v.VuotCap)
        when 'Có' then 'true'
        when 'Không' then 'false'
        else v.VuotCap
    end as escalated,
    case when v.HanTheoChiDao ~ '^\d\d/\d\d/\d{4}$' then
        substr(v.HanTheoChiDao, 7, 4) || '-' || substr(v.HanTheoChiDao, 4, 2) || '-' || substr(v.HanTheoChiDao, 1, 2)
    else v.HanTheoChiDao end as due_on,
    case when trim(v.TrangThaiDon) = 'Đang tạm đình chỉ' then null else
    case when v.NgayKetThuc ~ '^\d\d/\d\d/\d{4}$' then
        substr(v.NgayKetThuc, 7, 4) || '-' || substr(v.NgayKetThuc, 4, 2) || '-' || substr(v.NgayKetThuc, 1, 2)
    else v.NgayKetThuc end end as closed_on,
    case when trim(v.TrangThaiDon) = 'Đang tạm đình chỉ' then null else
    case trim(v.HinhThucKetThuc)
        when 'Ban hành quyết định giải quyết' then 'decision'
        when 'Kết luận nội dung tố cáo' then 'conclusion'
        when 'Rút đơn' then 'withdrawn'
        when 'Đình chỉ' then 'discontinued'
        when 'Chuyển cơ quan điều tra' then 'to_investigation'
        when 'Nhập vụ việc' then 'merged'
        else v.HinhThucKetThuc
    end end as closing,
    case when v.LanGiaiQuyet = 2 then
    case trim(v.KetQuaGQLan2)
        when 'Công nhận' then 'upheld'
        when 'Sửa quyết định' then 'amended'
        when 'Hủy quyết định' then 'annulled'
        else v.KetQuaGQLan2
    end
    else
    case trim(v.PhanTichKQ)
        when 'Đúng' then 'right'
        when 'Đúng một phần' then 'partly'
        when 'Có đúng có sai' then 'partly'
        when 'Sai' then 'wrong'
        else v.PhanTichKQ
    end
    end as result,
    d.SoHoSo as duplicate_of,
    m.SoHoSo as merged_into,
    t.SoHoSo as previous_dossier_id,
    v.NgayCapNhat as updated_at
from VuViec as v
left join DmCoQuan as q on v.CoQuanGiaiQuyet = q.CoQuanID
left join VuViec as d on v.TrungVoiID = d.VuViecID
left join VuViec as m on v.NhapVaoID = m.VuViecID
left join VuViec as t on v.VuViecTruocID = t.VuViecID
where not coalesce(v.DaXoa, false)
