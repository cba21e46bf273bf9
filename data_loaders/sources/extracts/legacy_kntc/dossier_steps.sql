-- Các bước: 38 status labels of the system → the standard steps. «Chưa …» means that the step before was reached.
-- A label that is not listed goes through as it is and shows up in quarantine as outside the vocabulary.
with nhan (trangthai, buoc) as (
    values
        ('Mới tiếp nhận', 'received'),
        ('Chưa xử lý', 'received'),
        ('Chờ phân loại', 'received'),
        ('Chưa phân công xử lý', 'received'),
        ('Đang xử lý', 'received'),
        ('Đã trình', 'received'),
        ('Đã xử lý', 'received'),
        ('Chưa thụ lý', 'received'),
        ('Đã đôn đốc', 'received'),
        ('Đã thụ lý', 'accepted'),
        ('Đã thông báo thụ lý', 'accepted'),
        ('Chưa giao xác minh', 'accepted'),
        ('Đã giao xác minh', 'verification'),
        ('Đang xác minh', 'verification'),
        ('Chưa có báo cáo xác minh', 'verification'),
        ('Chưa duyệt báo cáo xác minh', 'verification'),
        ('Đã duyệt báo cáo xác minh', 'verification'),
        ('Yêu cầu xác minh lại', 'verification'),
        ('Đã gia hạn giải quyết', 'verification'),
        ('Đang tạm đình chỉ', 'verification'),
        ('Chờ đối thoại', 'verification'),
        ('Đã đối thoại', 'dialogue'),
        ('Đang dự thảo quyết định', 'dialogue'),
        ('Chưa ban hành quyết định', 'dialogue'),
        ('Chưa ban hành kết luận', 'dialogue'),
        ('Đã ban hành quyết định', 'decision'),
        ('Đã ban hành kết luận', 'decision'),
        ('Chưa thi hành quyết định giải quyết', 'decision'),
        ('Đang thi hành quyết định giải quyết', 'execution'),
        ('Đã thi hành quyết định giải quyết', 'execution'),
        ('Đã hoàn thành', 'closed'),
        ('Đã rút đơn', 'closed'),
        ('Đã đình chỉ', 'closed'),
        ('Đã chuyển cơ quan điều tra', 'closed'),
        ('Đã nhập vụ việc', 'closed'),
        ('Đã chấm dứt xem xét', 'closed'),
        ('Giải quyết lại', 'reopened'),
        ('Mở lại hồ sơ', 'reopened')
)
select
    v.SoHoSo as dossier_id,
    coalesce(n.buoc, h.TrangThaiMoi) as step,
    cast(h.ThoiDiem as date) as happened_on
from LichSuTrangThai as h
inner join VuViec as v on h.VuViecID = v.VuViecID and not coalesce(v.DaXoa, false)
left join nhan as n on trim(h.TrangThaiMoi) = n.trangthai
