-- Lượt tiếp: SoLuong is the people present; VuViecCu = 1 is a matter received before.
select
    t.SoTiepDan as visit_id,
    l.SoLich as session_id,
    t.SoLuong as people,
    case t.VuViecCu when 1 then false when 0 then true end as first_time,
    t.SoVuViec as matters,
    case trim(t.LoaiKhieuTo1)
        when 'Khiếu nại' then 'complaint'
        when 'Tố cáo' then 'denunciation'
        when 'Kiến nghị, phản ánh' then 'petition'
        else t.LoaiKhieuTo1
    end as kind,
    x.SoDonThu as petition_id,
    v.SoHoSo as dossier_id,
    case trim(t.KetQuaTiep)
        when 'Hướng dẫn' then 'guided'
        when 'Tiếp nhận đơn' then 'taken'
        when 'Giải quyết tại chỗ' then 'resolved'
        else t.KetQuaTiep
    end as outcome
from TiepDan as t
left join LichTiep as l on t.LichTiepID = l.LichTiepID
left join XuLyDon as x on t.XuLyDonID = x.XuLyDonID
left join VuViec as v on t.VuViecID = v.VuViecID
