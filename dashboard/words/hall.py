"""Every Vietnamese word of the screens that is not a sentence of the briefing or a heading of a table."""

from __future__ import annotations

TITLES = {
    "summary": "Khái quát",
    "reception": "Tiếp công dân",
    "petitions": "Tiếp nhận, xử lý đơn",
    "resolution": "Giải quyết vụ việc",
    "backlog": "Tồn đọng, quá hạn",
    "watch": "Địa bàn cần chú ý",
    "duty": "Người đứng đầu tiếp dân",
    "complex": "Vụ việc phức tạp",
    "directives": "Ý kiến chỉ đạo",
    "conclude": "Nội dung cần kết luận",
}
HEADLINE = {
    "visits": "Lượt tiếp dân",
    "petitions_received": "Đơn tiếp nhận",
    "resolution_rate": "Tỷ lệ giải quyết",
    "open_dossiers": "Vụ việc còn tồn",
    "overdue_share": "Tỷ lệ quá hạn",
    "duty_compliance": "Lãnh đạo tiếp dân",
}
ROWS = {
    "visits": "Lượt tiếp",
    "petitions_received": "Đơn nhận",
    "resolution_rate": "Giải quyết",
    "open_dossiers": "Còn tồn",
    "overdue_share": "Quá hạn",
    "duty_compliance": "Lãnh đạo tiếp",
}
CAPTIONS = {
    "petitions": "Số đơn tiếp nhận trong kỳ",
    "watch": "Số vụ việc quá hạn",
    "duty": "Tỷ lệ ngày trực tiếp tiếp dân",
    "complex": "Vụ việc theo thời gian kéo dài",
    "directives": "Ý kiến chưa thực hiện xong",
}
VERSUS_YEAR = "so với cùng kỳ"
POINTS = "điểm"
SAME = "không đổi"
COMPLEX_BANDS = ("Đến 1 năm", "Trên 1 đến 2 năm", "Trên 2 đến 3 năm", "Trên 3 năm", "Chưa có ngày thụ lý")
DIRECTIVE_BANDS = ("Chưa quá hạn", "Quá hạn đến 30 ngày", "Quá hạn 31–90 ngày", "Quá hạn 91–365 ngày", "Trên 1 năm")
PERIOD = "Kỳ"
ITEM = "Nội dung"
SERIES = "Số liệu từng kỳ"
BY_PART = "Số liệu của hình"
HEADS = "Người đứng đầu chưa trực tiếp tiếp công dân trong tháng"
DUTY_TITLE = "Ngày tiếp công dân theo chức danh"
DUTY_HEADINGS = ("Chức danh", "Phải tiếp", "Trực tiếp tiếp", "Cấp phó tiếp thay", "Không tổ chức")
HEADS_HEADINGS = ("Người đứng đầu", "Số ngày phải tiếp", "Tiếp gần nhất", "Lịch tới")
NOT_NAMED = "Vụ việc tố cáo được tính trong tổng số nhưng không nêu tên ở đây (Luật Tố cáo, Điều 8)."
WORSE = "{label} {change} so với cùng kỳ: cơ quan nào giải trình?"
MASS_GROUPS = "{name} có {count} lượt đoàn đông người: giao ai đối thoại?"
UNPROCESSED = "{count} đơn chưa xử lý: thời hạn hoàn thành?"
NO_REPLY = "{count} đơn đã chuyển chưa có phúc đáp: giao ai đôn đốc?"
LATE = "{count} vụ việc giải quyết không đúng hạn: xử lý trách nhiệm thế nào?"
AWAITING = "{count} vụ việc chờ thụ lý: thời hạn hoàn thành?"
RESIDUAL = "Số liệu chênh {count} vụ việc: giao cơ quan nào rà soát?"
BODY = "{name} còn {count} vụ việc quá hạn: thời hạn hoàn thành?"
OVER_A_YEAR = "{count} vụ việc chờ trên một năm: giao ai rà soát từng vụ việc?"
AREA = "{name}: quá hạn tăng từ {before} lên {after} vụ việc, có lập tổ công tác không?"
IDLE = "{count} người đứng đầu chưa tiếp dân tháng {month}: phải tiếp trước ngày nào?"
DELEGATED = "Cấp phó tiếp thay {count} kỳ: có chấn chỉnh không?"
MISSED = "{count} kỳ có lịch nhưng không tổ chức: yêu cầu ai giải trình?"
UNREPORTED = "{count} lượt tháng chưa báo cáo: thời hạn nộp?"
CASE = "{label} ({days} ngày): giao ai, thời hạn nào?"
DIRECTIVE = "{agency} chậm {days} ngày: gia hạn hay xử lý trách nhiệm?"
OPEN_DIRECTIVE = "{agency} chưa thực hiện xong: báo cáo kết quả khi nào?"
CONCLUDE = "Đề nghị kết luận {count} nội dung sau."
MATTERS = "Việc cần kết luận"
NO_MATTERS = "Không có việc cần kết luận"
NOTE = "Ghi chú"
MORE_MATTERS = "và {count} việc nữa"
START = "Bắt đầu trình chiếu"
RESUME = "Tiếp tục từ màn hình {number}"
AGENDA = "Chương trình"
PREPARING = "Đang chuẩn bị các màn hình trình chiếu…"
NOTHING = "Kỳ này chưa có số liệu để trình chiếu."
LEAD = "{period}: {count} màn hình trình chiếu."
HOW = (
    "Chuyển màn hình: vuốt ngang, phím mũi tên hoặc phím cách. Chạm hình để xem số liệu. Phím A: chương trình; "
    "phím B: màn hình đen; phím Esc: thoát. Đã mở thì mất mạng vẫn trình chiếu được."
)
NOTES_USED = "Đang dùng thứ tự, phần bỏ và ghi chú đã lưu ở trang Giao ban."
BUTTONS = {
    "previous": "Màn hình trước",
    "next": "Màn hình sau",
    "agenda": "Chương trình",
    "black": "Màn hình đen",
    "exit": "Thoát trình chiếu",
    "back": "Quay lại",
    "drill": "Xem số liệu",
    "full": "Toàn màn hình",
}
SAID = "Các câu của mục này"
OPEN_PAGE = "Mở trang {page}"
OFFLINE = "Mất kết nối máy chủ: trang chi tiết mở được khi có mạng trở lại. Trình chiếu vẫn tiếp tục."
BLACK_HINT = "Màn hình đen. Chạm hoặc bấm phím bất kỳ để quay lại."
ANNOUNCE = "Màn hình {number} trên {count}: {title}. {sentence}"
MINUTES = "{count} phút"
ELAPSED = "Thời gian từ khi bắt đầu"
SOURCE = "Số liệu đến {as_of}, tính {window}{running}{lock}"
INTERNAL = "Lưu hành nội bộ"
CURRENT = "Đang dùng số hiện hành, có thể khác số đã chốt."
