"""Every Vietnamese word on screen that is not a figure's definition (metrics) or a sentence (sentences)."""

from __future__ import annotations

from typing import NamedTuple

from data_loaders.messages import REASONS as LOADER_REASONS

APP_NAME = "Giám sát tiếp công dân, giải quyết đơn thư"
APP_ABOUT = "Bảng giám sát chỉ đọc: tiếp công dân, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh."

PAGES = {
    "overview": "Tổng quan",
    "hotspots": "Bản đồ điểm nóng",
    "backlog": "Hồ sơ tồn đọng",
    "reception": "Tiếp công dân",
    "comparison": "So sánh quý",
    "presentation": "Trình chiếu",
    "definitions": "Số này tính thế nào",
    "quality": "Chất lượng dữ liệu",
}

NAVIGATION = {
    "overview": "Tổng quan",
    "hotspots": "Bản đồ",
    "backlog": "Tồn đọng",
    "reception": "Tiếp công dân",
    "ledger": "Sổ tiếp dân",
    "comparison": "So sánh",
    "presentation": "Trình chiếu",
    "definitions": "Định nghĩa",
    "quality": "Dữ liệu",
}

DEMO_BANNER = "DỮ LIỆU MẪU"
DEMO_NOTE = "Tỉnh, cán bộ và số liệu do máy tạo ra."
CHANGE_NOTE = "Mức tăng, giảm: {against}."
LOOPBACK_NOTE = "Chưa cài đăng nhập: chỉ mở được trên máy này."
STAMP = "Số liệu đến {as_of} (chụp lúc {taken_at})"
STAMP_SOURCE = "Nguồn: {source}"

NOT_READY_TITLE = "Chưa có số liệu để hiển thị"
NOT_READY_HELP = "Cán bộ quản trị chạy lệnh sau trên máy chủ rồi tải lại trang này:"
NOT_READY_COMMAND = "python -m data_loaders refresh"
BROKEN_TITLE = "Chưa mở được bản chụp số liệu"
BROKEN_HELP = "Số liệu gốc không bị ảnh hưởng. Hãy tải lại trang; nếu vẫn lỗi, báo cán bộ quản trị chụp lại số liệu."
CLOSED_TITLE = "Trang này chưa được phép mở"
CLOSED_HELP = "Máy chủ nhận kết nối từ bên ngoài nhưng chưa cài đặt đăng nhập. Hãy báo cán bộ quản trị."
LAST_ATTEMPT_FAILED = "Lần chụp số liệu gần nhất ({at}) không thành công: {sentence}"
NEWS = "Đã có số liệu mới đến {taken_at}."
NEWS_TAKE = "Xem số liệu mới"
SOURCE_SILENT = "Số liệu đến {taken_at}, nguồn không kết nối được từ {since}."
NOT_RENEWED = "Số liệu đến {taken_at}, chưa lấy được số liệu mới từ {since}."
OLDER_SHOWN = (
    "Bản chụp mới nhất không mở được nên đang hiển thị bản trước đó. Hãy báo cán bộ quản trị chụp lại số liệu."
)
WHY = "Vì sao"
NO_ROWS = "Không có số liệu trong phạm vi đã chọn."
ASKING = "Đang tính số liệu…"

HOW = "Số này tính thế nào"
HOW_MANY = "Các số này tính thế nào"
HOW_NUMERATOR = "Tử số"
HOW_COUNT = "Cách đếm"
HOW_DENOMINATOR = "Mẫu số"
HOW_EXCLUSIONS = "Không tính"
HOW_LEGAL = "Căn cứ"
HOW_LEAST = "Mẫu số dưới {least} thì chỉ nêu số đếm, không nêu tỷ lệ."
HOW_OWNER = "Đầu mối"
HOW_QUERY = "Câu hỏi"
NUMBERS = "Xem số liệu"
DOWNLOAD = "Tải bảng (CSV)"
FEW = "<5"
FEW_NOTE = "Số tố cáo từ 1 đến 4 hiện là “<5”; một ô khác có thể được che theo để không suy ngược được."
MISSING = "—"
MORE = "Xem chi tiết"
MORE_OF = "Xem chi tiết: {label}"
LAST_OF = "{shown} dòng đầu trên {total} dòng"

CALENDAR_LABEL = "Cách tính kỳ"
CALENDARS = {
    "inspectorate": "Kỳ báo cáo thanh tra (15–14)",
    "calendar": "Quý dương lịch",
    "month": "Tháng",
    "range": "Tùy chọn",
}
PERIOD_LABEL = "Kỳ"
RANGE_LABEL = "Từ ngày – đến ngày"
AREA_LABEL = "Địa bàn"
AREA_ALL = "Toàn tỉnh"
COMMUNE_OF = "{commune} ({district})"
DIVISION_LABEL = "Chia địa bàn theo"
DIVISIONS = {"district": "Huyện cũ", "commune": "Xã, phường"}
KIND_LABEL = "Loại vụ việc"
KINDS_ALL = "Tất cả các loại"
KINDS = {"complaint": "Khiếu nại", "denunciation": "Tố cáo", "petition": "Kiến nghị, phản ánh"}
WINDOW_NOTE = "Số liệu tính {window}{running}."
RUNNING_NOTE = " (kỳ còn đến hết ngày {end})"
FUTURE_NOTE = "Kỳ này chưa bắt đầu; đang hiển thị kỳ gần nhất có số liệu."
STRADDLE_NOTES = {
    "2025-07-01": "Kỳ này có ngày 01/07/2025: bỏ cấp huyện, sắp xếp lại xã.",
    "2026-07-01": "Kỳ này có ngày 01/07/2026: Luật 136/2025/QH15 có hiệu lực.",
}
BROKEN_LINK = "Đường dẫn có {what} không hợp lệ nên đã dùng giá trị mặc định."
LINK_PARTS = {
    "lich": "cách tính kỳ",
    "ky": "kỳ báo cáo",
    "chia": "cách chia địa bàn",
    "loai": "loại vụ việc",
    "dia-ban": "địa bàn",
}
WITHHELD_NOTE = "Tố cáo chỉ xem theo toàn tỉnh; số từ 1 đến 4 hiện là “<5” để giữ bí mật người tố cáo."

QUARTERS = {"Q1": "quý I", "Q2": "quý II", "Q3": "quý III", "Q4": "quý IV"}
HALF_YEAR = "6 tháng đầu năm"
NINE_MONTHS = "9 tháng đầu năm"
YEAR = "năm"
MONTH = "tháng"
FROM_TO = "từ ngày {start} đến ngày {end}"
DAY = "ngày {day}"
MOMENT = "{time} ngày {day}"

RISE, FALL = "tăng", "giảm"
UNCHANGED = "không thay đổi"
NEW = "phát sinh mới"
BOTH_ZERO = "không phát sinh"
POINTS = "điểm %"
OVER, NEARLY, ABOUT = "trên", "gần", "khoảng"
VERSUS = {
    "previous": "so với kỳ trước",
    "last_year": "so với cùng kỳ năm trước",
    "previous_to_date": "so với cùng số ngày của kỳ trước",
    "last_year_to_date": "so với cùng số ngày của cùng kỳ năm trước",
}

UNITS = {"count": "", "share": "%", "days": "ngày", "ratio": "lần"}

FIELDS = {
    "land": "Đất đai",
    "policy": "Chính sách, xã hội",
    "civil_service": "Công vụ, cán bộ",
    "admin_other": "Hành chính khác",
    "corruption": "Tham nhũng, lãng phí",
    "judicial": "Tư pháp",
    "party": "Đảng, đoàn thể",
    "environment": "Môi trường",
    "other": "Lĩnh vực khác",
    "unmapped": "Chưa ánh xạ",
}
AGE_BANDS = {
    "0-30": "Đến 30 ngày",
    "31-60": "31–60 ngày",
    "61-90": "61–90 ngày",
    "91-180": "91–180 ngày",
    "181-365": "181–365 ngày",
    "366+": "Trên một năm",
}
OVER_BANDS = {
    "1-30": "Quá 1–30 ngày",
    "31-90": "Quá 31–90 ngày",
    "91-180": "Quá 91–180 ngày",
    "181-365": "Quá 181–365 ngày",
    "366+": "Quá trên một năm",
}
CLOCKS = {
    "overdue": "Quá hạn",
    "due_soon": "Sắp đến hạn (7 ngày)",
    "in_time": "Chưa đến hạn",
    "suspended": "Tạm đình chỉ",
    "no_limit": "Không xác định hạn",
}
NOT_OVERDUE = "Chưa quá hạn hoặc không xác định hạn"
LEVELS = {
    "province": "Cấp tỉnh",
    "department": "Sở, ban, ngành",
    "district": "Cấp huyện (cũ)",
    "commune": "Cấp xã",
    "agency": "Cơ quan chuyên môn",
    "party": "Cơ quan Đảng",
    "justice": "Cơ quan tư pháp",
    "central": "Cơ quan trung ương",
}
DUTIES = {
    "province_party_secretary": "Bí thư Tỉnh ủy",
    "district_party_secretary": "Bí thư huyện ủy (cũ)",
    "commune_party_secretary": "Bí thư đảng ủy xã",
    "province_chair": "Chủ tịch UBND tỉnh",
    "district_chair": "Chủ tịch UBND huyện (cũ)",
    "commune_chair": "Chủ tịch UBND xã",
    "agency_head": "Thủ trưởng sở, ngành",
}
DUTY_STATES = {
    "kept": "Đủ số ngày",
    "short": "Tiếp chưa đủ",
    "delegated": "Chỉ ủy quyền",
    "missed": "Không tiếp buổi nào",
    "unreported": "Chưa báo cáo",
    "none": "Không phải tiếp",
}
DUTY_CELL = "{state} (phải tiếp {required}, trực tiếp {in_person}, ủy quyền {delegated}, bỏ {missed})"
RECEPTIONS = {"regular": "Thường xuyên", "head": "Thủ trưởng tiếp", "delegated": "Ủy quyền tiếp"}
FLOWS = {
    "opening": "Tồn đầu kỳ",
    "entered": "Thụ lý",
    "entered_first": "Thụ lý lần đầu",
    "entered_second": "Thụ lý lần hai",
    "reopened": "Mở lại",
    "decided": "Có quyết định, kết luận",
    "withdrawn": "Rút đơn",
    "discontinued": "Đình chỉ",
    "to_investigation": "Chuyển cơ quan điều tra",
    "resolved": "Đã giải quyết",
    "otherwise": "Ra khác",
    "merged": "Gộp vụ việc",
    "closing": "Tồn cuối kỳ",
    "residual": "Chênh lệch",
}
YES, NO = "Có", "Không"

COLUMNS = {
    "rank": "STT",
    "name": "Địa bàn",
    "area_name": "Địa bàn",
    "area_code": "Mã địa bàn",
    "code": "Mã",
    "label": "Chỉ số",
    "figure": "Chỉ số",
    "value": "Giá trị",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "now": "Kỳ này",
    "previous": "Kỳ trước",
    "last_year": "Cùng kỳ năm trước",
    "change": "Thay đổi",
    "change_previous": "So với kỳ trước",
    "change_last_year": "So với cùng kỳ",
    "base": "Kỳ so sánh",
    "beyond": "Vượt mức dao động thường",
    "happened_on": "Ngày",
    "event_kind": "Loại sự kiện",
    "event_name": "Sự kiện",
    "part_name": "Nơi, phần",
    "article": "Căn cứ",
    "kind": "Loại",
    "field_group": "Lĩnh vực",
    "band": "Tuổi hồ sơ",
    "clock": "Tình trạng hạn",
    "days_over_band": "Mức quá hạn",
    "open_count": "Tồn",
    "with_limit": "Xác định được hạn",
    "overdue": "Quá hạn",
    "overdue_share": "Tỷ lệ quá hạn",
    "over_180": "Trên 180 ngày",
    "median_age": "Tuổi trung vị (ngày)",
    "longest_over": "Quá hạn lâu nhất (ngày)",
    "entered": "Thụ lý",
    "resolved": "Đã giải quyết",
    "opening": "Tồn đầu",
    "closing": "Tồn cuối",
    "merged": "Gộp",
    "residual": "Chênh lệch",
    "visits": "Lượt tiếp",
    "people": "Lượt người",
    "sessions": "Số kỳ tiếp",
    "reception": "Hình thức",
    "mass_groups": "Đoàn đông người",
    "mass_people": "Người trong đoàn",
    "mass_matters_first": "Đoàn: vụ lần đầu",
    "mass_matters_repeat": "Đoàn: vụ nhiều lần",
    "matters_first": "Vụ lần đầu",
    "matters_repeat": "Vụ nhiều lần",
    "head_sessions": "Kỳ trực tiếp",
    "delegated_sessions": "Kỳ ủy quyền",
    "complex_listed": "Vụ phức tạp",
    "escalated": "Vượt cấp",
    "population": "Dân số",
    "population_as_of": "Dân số tính đến",
    "straddling": "Xã thuộc nhiều huyện cũ",
    "per_10000": "Mới trên 10.000 dân",
    "dossier_id": "Số hồ sơ",
    "agency_name": "Cơ quan",
    "agency_code": "Mã cơ quan",
    "agency_level": "Cấp",
    "lead_agency_name": "Cơ quan chủ trì",
    "district_name": "Huyện cũ",
    "district_code": "Mã huyện cũ",
    "commune_code": "Mã xã",
    "instance": "Lần",
    "entered_on": "Ngày thụ lý",
    "due_on": "Hạn giải quyết",
    "age_days": "Số ngày",
    "days_over": "Quá hạn (ngày)",
    "is_listed_complex": "Vụ phức tạp",
    "is_closed": "Đã kết thúc",
    "listed_on": "Ngày vào danh sách",
    "basis": "Căn cứ",
    "title": "Chức danh",
    "duty_code": "Nhóm chức danh",
    "duty_level": "Cấp",
    "posts": "Số chức danh",
    "post_code": "Mã chức danh",
    "month_on": "Tháng",
    "required": "Phải tiếp",
    "credited": "Được tính",
    "in_person": "Trực tiếp",
    "delegated": "Ủy quyền",
    "missed": "Bỏ",
    "moved": "Dời ngày",
    "ad_hoc": "Đột xuất",
    "compliance": "Tỷ lệ",
    "months": "Số tháng",
    "months_without": "Tháng không tiếp",
    "months_unreported": "Tháng chưa báo cáo",
    "post_months": "Tháng có nghĩa vụ",
    "note": "Ghi chú",
    "state": "Kết quả",
    "reported": "Có báo cáo",
    "next_scheduled_on": "Lịch sắp tới",
    "last_in_person_on": "Trực tiếp gần nhất",
    "last_month_on": "Tháng gần nhất",
    "period": "Kỳ",
    "start_on": "Từ ngày",
    "end_on": "Đến ngày",
    "on_time": "Đúng hạn",
    "judged": "Xét được hạn",
    "closed": "Kết thúc",
    "manner": "Cách kết thúc",
    "result": "Kết quả",
    "table_name": "Bảng",
    "column_name": "Cột",
    "reason": "Lý do",
    "refused": "Dòng bị loại",
    "rows_read": "Dòng đã đọc",
    "rows_accepted": "Dòng nhận",
    "rows_refused": "Dòng loại",
    "is_present": "Có bảng",
    "sample_first": "Ví dụ",
    "sample_last": "Ví dụ khác",
    "last_activity_on": "Báo cáo gần nhất",
    "months_reported": "Tháng có số liệu",
    "days_silent": "Số ngày im lặng",
    "level": "Cấp",
    "field_code": "Mã lĩnh vực",
    "dossiers": "Vụ việc",
    "petitions": "Đơn",
    "weakness": "Thiếu gì",
    "before": "Kỳ trước",
    "after": "Kỳ này",
    "rise": "Tăng",
    "transfers": "Lần chuyển",
    "circular": "Quay lại nơi cũ",
    "number": "Số văn bản",
    "issued_on": "Ngày ban hành",
    "issued_by": "Người ban hành",
    "summary": "Nội dung",
}
TITLES = {
    "balance": "Tồn đầu kỳ, phát sinh, giải quyết, tồn cuối kỳ",
    "decide": "Việc cần kết luận",
    "longest": "Quá hạn lâu nhất",
    "idle_heads": "{count} người đứng đầu chưa trực tiếp tiếp công dân trong tháng {month}",
    "age": "Tuổi của vụ việc tồn",
    "clock": "Tình trạng hạn của vụ việc tồn",
    "agency": "Cơ quan giữ nhiều vụ việc quá hạn nhất",
    "longest_of": "Quá hạn lâu nhất tại {name}",
    "field": "Vụ việc quá hạn theo lĩnh vực",
    "field_table": "Vụ việc tồn theo lĩnh vực",
    "by_duty": "Tỷ lệ trực tiếp tiếp công dân theo nhóm chức danh",
    "by_duty_table": "Số ngày tiếp theo nhóm chức danh",
    "by_district": "Tỷ lệ trực tiếp tiếp công dân theo huyện cũ",
    "by_district_table": "Số ngày tiếp theo huyện cũ",
    "strip": "{count} người đứng đầu còn thiếu nhiều ngày tiếp nhất, từng tháng",
    "posts": "Từng người đứng đầu trong kỳ",
    "visits": "Lượt tiếp và lượt người qua các kỳ",
    "form": "Kết quả tiếp công dân trong kỳ",
    "ranked_areas": "Địa bàn xếp theo {measure}",
    "compared": "Kỳ này, kỳ trước và cùng kỳ năm trước",
    "figures": "Các chỉ số của kỳ",
    "petitions": "Đơn: tiếp nhận, phân loại, xử lý",
    "receptions": "Tiếp công dân: lượt, người, đoàn đông người",
    "periods": "Thụ lý, giải quyết và tồn qua các kỳ",
    "refused": "Dòng bị loại theo lý do",
    "unmapped": "Mã lĩnh vực ngoài danh mục",
    "silent": "Cơ quan theo thời gian im lặng",
    "coverage": "Số cơ quan có số liệu mỗi tháng",
    "late": "Vụ việc kết thúc trong kỳ được ghi sau hơn 15 ngày",
    "worse_areas": "Địa bàn có số vụ quá hạn tăng {against}",
}

VIEW_LABEL, MEASURE_LABEL = "Cách xem", "Chỉ số"
COMPARISON_VIEWS = {
    "figures": "Các chỉ số",
    "drivers": "Do đâu thay đổi",
    "parts": "Từng phần",
    "periods": "Qua các kỳ",
}
COMPARED_PARTS = {
    "areas": "Theo địa bàn",
    "fields": "Theo lĩnh vực",
    "agencies": "Theo cơ quan",
    "kinds": "Theo loại",
    "heads": "Theo nhóm người đứng đầu",
}
COMPARED_HEADS = "Ngày người đứng đầu trực tiếp tiếp trên số ngày phải tiếp"
DRIVEN_MEASURES = {"entered": "Số thụ lý", "resolved": "Số đã giải quyết", "open_count": "Số tồn"}
DRIVEN_PARTS = {"area": "Địa bàn", "field": "Lĩnh vực", "agency": "Cơ quan", "kind": "Loại vụ việc"}
DRIVEN_TABLE = "Từng nơi, từng phần: kỳ này và kỳ so sánh"
DRIVEN_TITLE = "{measure} tăng, giảm theo {part}, {against}"
SERIES_LABEL = "Số kỳ"
SERIES_LENGTHS = {"8": "8 kỳ", "12": "12 kỳ", "20": "20 kỳ"}
LOCK_TO = "Xem số đã chốt và hồ sơ làm thay đổi"
NO_AREA = "Chưa xác định"
METRIC_GROUPS = {"dossiers": "Vụ việc", "petitions": "Đơn", "reception": "Tiếp công dân"}
DEFINITIONS_HEADLINE = "Mỗi con số trên bảng này có một định nghĩa, một căn cứ và một câu lệnh kiểm tra lại được."
DEFINITIONS_MORE = (
    "Chạm vào một chỉ số để xem cách đếm. Cùng một số có thể lấy lại bằng lệnh: "
    "python -m queries TÊN_CHỈ_SỐ --period 2026-Q3"
)
DEFINITIONS_SQL = "Câu lệnh SQL phía sau các số này"
HOW_DIRECTION, HOW_SMALL, HOW_REVIEWED = "Chiều tốt", "Cơ sở nhỏ", "Rà soát ngày"
DIRECTIONS = {
    "up_good": "Tăng là tốt",
    "up_bad": "Tăng là đáng lo",
    "neutral": "Tăng hay giảm không nói lên tốt hay xấu",
}
QUALITY_VIEWS = {
    "rows": "Dòng đã đọc và bị loại",
    "gaps": "Thiếu dữ liệu cần cho số liệu",
    "bodies": "Cơ quan ngừng báo cáo",
    "late": "Ghi muộn",
}
TABLES = {
    "units": "Đơn vị hành chính",
    "unit_changes": "Sắp xếp đơn vị",
    "unit_groups": "Nhóm địa bàn",
    "agencies": "Cơ quan",
    "posts": "Chức danh",
    "post_holders": "Người giữ chức danh",
    "petitions": "Đơn",
    "dossiers": "Vụ việc",
    "extensions": "Gia hạn",
    "suspensions": "Tạm đình chỉ",
    "transfers": "Chuyển, bàn giao",
    "dossier_steps": "Bước giải quyết",
    "complex_list": "Danh sách vụ phức tạp",
    "reception_sessions": "Kỳ, buổi tiếp công dân",
    "reception_visits": "Lượt tiếp công dân",
    "directives": "Văn bản chỉ đạo",
    "submissions": "Nộp báo cáo",
}
WEAKNESSES = {
    "accepted_on": "Khiếu nại, tố cáo thiếu ngày thụ lý",
    "closing": "Đã kết thúc, thiếu cách kết thúc",
    "result": "Có quyết định, kết luận, thiếu kết quả",
    "place_of_dossier": "Vụ việc không rõ huyện cũ",
    "commune_of_dossier": "Vụ việc không rõ xã hiện nay",
    "field_of_dossier": "Lĩnh vực chưa ánh xạ",
    "processed_on": "Đơn đã xử lý, thiếu ngày xử lý",
    "dossier_of_accepted_petition": "Đơn thụ lý chưa gắn vụ việc",
    "first_time_of_visit": "Lượt tiếp không rõ lần đầu hay nhiều lần",
    "chaired_of_session": "Kỳ tiếp không rõ ai chủ trì",
}
REASONS = {code: words[:1].upper() + words[1:] for code, words in LOADER_REASONS.items()}

EVENTS_NAME = "Sự kiện"
EVENTS_TITLE = "Sự kiện trong các kỳ"
EVENT_KINDS = {
    "law": "Pháp luật",
    "reform": "Tổ chức bộ máy",
    "party": "Văn bản của Đảng",
    "conclusion": "Kết luận của tỉnh",
    "assembly": "Quốc hội",
    "holiday": "Nghỉ lễ",
}
CODED = {
    "kind": KINDS | {"all": KINDS_ALL, "other": "Tố cáo, kiến nghị, phản ánh"},
    "field_group": FIELDS,
    "band": AGE_BANDS,
    "days_over_band": OVER_BANDS,
    "clock": CLOCKS,
    "agency_level": LEVELS,
    "duty_level": LEVELS,
    "level": LEVELS,
    "duty_code": DUTIES,
    "reception": RECEPTIONS,
    "state": DUTY_STATES,
    "table_name": TABLES,
    "weakness": WEAKNESSES,
    "reason": REASONS,
    "event_kind": EVENT_KINDS,
}

BACKLOG_VIEWS = {
    "age": "Tuổi hồ sơ",
    "agency": "Cơ quan đang giữ",
    "field": "Lĩnh vực",
    "longest": "Danh sách chờ lâu nhất",
}
RECEPTION_VIEWS = {
    "level": "Nhóm chức danh",
    "district": "Huyện cũ",
    "posts": "Từng người đứng đầu",
    "volume": "Lượt tiếp",
}
DUTY_LEVELS = {
    "": "Tất cả",
    "province": "Tỉnh",
    "agency": "Sở, ngành",
    "commune": "Xã, phường",
    "district": "Huyện (cũ)",
}
LEVEL_LABEL = "Cấp"
TAP_BAR = "Chạm vào một cơ quan để xem các vụ việc quá hạn lâu nhất của cơ quan đó."
MAP_MEASURES = {
    "overdue": "Quá hạn",
    "open_count": "Tồn đọng",
    "overdue_share": "Tỷ lệ quá hạn",
    "over_180_share": "Tỷ lệ tồn trên 180 ngày",
    "per_10000": "Mới trên 10.000 dân",
    "per_10000_smoothed": "Mới trên 10.000 dân, đã làm mượt",
    "mass_groups": "Đoàn đông người",
    "complex_listed": "Vụ việc trong danh sách phức tạp",
    "escalated_petitions": "Đơn vượt cấp",
    "bounced": "Chuyển vòng",
    "attention": "Chỉ số cần chú ý",
}
MAP_NOUNS = {
    "overdue": "vụ việc quá hạn",
    "open_count": "vụ việc chưa giải quyết xong",
    "overdue_share": "vụ việc quá hạn",
    "over_180_share": "vụ việc tồn trên 180 ngày",
    "per_10000": "vụ việc mới thụ lý trong kỳ",
    "per_10000_smoothed": "vụ việc mới thụ lý trong kỳ",
    "mass_groups": "lượt đoàn đông người trong kỳ",
    "complex_listed": "vụ việc tồn thuộc danh sách phức tạp, kéo dài",
    "escalated_petitions": "đơn vượt cấp trong kỳ",
    "bounced": "đơn, vụ việc bị chuyển về nơi đã chuyển đi trong kỳ",
}
MAP_SAID = "{said}; tồn {open}, quá hạn {overdue}"
NOWHERE = "{count} vụ việc tồn chưa xác định được địa bàn nên không có trên bản đồ."
TO_BACKLOG = "Xem hồ sơ tồn đọng của địa bàn này"

MAP_NOTE = "Sơ đồ dựng tự động, không phải ranh giới chính thức"
MAP_NO_DATA = "Không có số liệu"
MAP_SMALL_BASE = "Chưa đủ 10 vụ việc để tính tỷ lệ"
MAP_FEW = "Dưới 5 (không hiện)"
MAP_EMPTY = "Chưa có hình bản đồ cho cách chia này; danh sách bên cạnh vẫn đầy đủ."
MAP_BACK = "Về toàn tỉnh"
MAP_LEGEND_RANGE = "Trên {low} đến {high}"
MAP_LEGEND_FROM = "Trên {low}"
MAP_LEGEND_ALL = "Có số liệu"
PLACE_PREFIXES = ("tỉnh ", "toàn ", "thành phố ", "thị xã ", "thị trấn ", "huyện ", "phường ", "xã ", "đặc khu ")
UNIT_PREFIXES = ("thành phố ", "thị xã ", "thị trấn ", "huyện ", "phường ", "xã ")
MAP_LEGEND_TO = "Đến {high}"
MAP_ALT = "Bản đồ {title}"

CHART_ALT = "{title}. {summary}"
CHART_ALT_MOST = "Nhiều nhất: {name} ({value})."

# The ledger of reception
PAGES["ledger"] = "Sổ tiếp công dân"
BANDS = {
    "never": "Chưa tiếp",
    "short": "Thiếu",
    "near": "Gần đủ",
    "kept": "Đủ",
    "unreported": "Chưa báo cáo",
    "exempt": "Không phải tiếp",
}
BANDS_ALL = "Tất cả"
BAND_LABEL = "Mức"
STRIP_STATES = {
    "kept": "đủ số ngày",
    "short": "có tiếp, chưa đủ",
    "delegated": "chỉ cấp phó tiếp thay",
    "missed": "không tiếp buổi nào",
    "unreported": "chưa báo cáo",
    "vacant": "khuyết người giữ chức",
    "none": "không phải tiếp",
}
STRIP_MARKS = {
    "kept": "{in_person}",
    "short": "{in_person}/{required}",
    "delegated": "UQ",
    "missed": "0/{required}",
    "unreported": "?",
    "vacant": "–",
    "none": "·",
}
STRIP_MARKS_NARROW = {
    "kept": "{in_person}",
    "short": "{in_person}",
    "delegated": "U",
    "missed": "0",
    "unreported": "?",
    "vacant": "–",
    "none": "·",
}
STRIP_LEGEND_DAYS = "Số trong ô: số ngày trực tiếp tiếp, trên số ngày phải tiếp."
STRIP_LEGEND_MOVED = "có buổi dời ngày"
STRIP_LEGEND_AD_HOC = "có tiếp đột xuất"
STRIP_LEGEND_WINDOW = "tháng thuộc kỳ đang xem"
STRIP_HEAD = "Chức danh"
STRIP_REASON = "Trong kỳ"
STRIP_ALT = "Sổ tiếp công dân: {posts} chức danh, {months} tháng"
LEDGER_VIEWS = {
    "ledger": "Sổ từng tháng",
    "delegation": "Ủy quyền",
    "schedule": "Lịch tiếp",
    "outcome": "Kết quả",
    "volume": "Lượt tiếp",
    "years": "Qua các năm",
}
LEDGER_GROUPS = {"duty_code": "Nhóm chức danh", "duty_level": "Cấp", "district_name": "Huyện cũ"}
LEDGER_GROUP_LABEL = "Xếp nhóm theo"
LEDGER_DUTY_ALL = "Mọi chức danh"
LEDGER_SPANS = {"12": "12 tháng", "36": "36 tháng"}
LEDGER_SPAN_LABEL = "Số tháng"
LEDGER_ORDERS = {"worst": "Thiếu nhiều trước", "best": "Làm tốt trước"}
LEDGER_ORDER_LABEL = "Thứ tự"
LEDGER_PICK = "Xem sổ của một chức danh…"
LEDGER_PICK_LABEL = "Chức danh"
LEDGER_BANDS_NOTE = (
    "“Đủ”: đủ số ngày phải tiếp của từng tháng. “Gần đủ”: từ {near} số ngày trở lên. “Thiếu”: dưới mức đó. "
    "“Chưa tiếp”: không ngày nào. “Chưa báo cáo”: có tháng đơn vị không có số liệu. "
    "Chỉ tính tháng dương lịch trọn vẹn trong kỳ: {months}. "
    "Không bù giữa các tháng; ủy quyền và đột xuất không tính."
)
LEDGER_NO_MONTH = "Trong kỳ này chưa có tháng dương lịch nào trọn vẹn, nên chưa xếp mức; dưới đây là các tháng trước."
LEDGER_NO_POST = "Không có chức danh nào ở mức này."
LEDGER_NO_HOLDER = "chưa có người giữ chức"
LEDGER_UNKNOWN_HOLDER = ""
LEDGER_OF_PROVINCE = "Cấp tỉnh"
LEDGER_NOTED = "Trường hợp cần xét riêng"
LEDGER_NOTED_NONE = "Trong kỳ không có chức danh nào khuyết người, mới lập, kết thúc hay đổi người giữ."
LEDGER_XLSX = "Tải sổ (Excel)"
LEDGER_DOCX = "Tải phiếu này (Word)"
LEDGER_RULE = "{minimum} ngày mỗi {per}"
LEDGER_PER = {"month": "tháng", "week": "tuần"}
LEDGER_TITLES = {
    "delegated_level": "Tỷ lệ kỳ do cấp phó tiếp thay, theo nhóm chức danh",
    "delegated_table": "Kỳ và lượt do người đứng đầu và do cấp phó tiếp",
    "delegated_series": "Tỷ lệ kỳ do cấp phó tiếp thay qua các kỳ",
    "delegated_posts": "Người đứng đầu có cấp phó tiếp thay",
    "schedule": "Các buổi định kỳ tháng {month}",
    "schedule_gaps": "Chức danh chưa công bố đủ lịch tháng {month}",
    "outcome": "Từ buổi tiếp đến kết quả",
    "heard_often": "Vụ việc đã tiếp từ ba lần và còn tồn",
    "dialogues": "Đối thoại khi giải quyết khiếu nại",
    "by_kind": "Lượt tiếp theo hình thức",
    "by_area": "Lượt tiếp theo nơi tiếp",
    "years": "Tỷ lệ trực tiếp tiếp qua các năm",
    "years_table": "Số ngày, vụ việc, giải quyết, đối thoại qua các năm",
    "improved": "Tiến bộ nhiều nhất",
    "throughout": "Giữ đủ suốt các năm",
    "fell": "Giảm nhiều nhất",
}
DELEGATION_LAW = (
    "Luật Tiếp công dân 42/2013/QH13 (Điều 12, 13, 15, 18) giao người đứng đầu trực tiếp tiếp công dân; không điều nào "
    "cho ủy quyền. Luật 136/2025/QH15 giữ nguyên; Chỉ thị 35-CT/TW, Kết luận 107-KL/TW nhắc lại. "
    "Biểu 01/TCD vẫn đếm riêng kỳ ủy quyền (cột 21–29), nên ở đây đếm được nhưng không tính là đã tiếp."
)
SCHEDULE_MONTH_LABEL = "Tháng"
SCHEDULE_OUTCOMES = {
    "held": "Đã tiếp",
    "moved": "Đã tiếp, dời ngày",
    "delegated": "Cấp phó tiếp thay",
    "missed": "Không tổ chức",
    "ahead": "Sắp tới",
}
SCHEDULE_SHOWN = {"": "Tất cả các buổi", **SCHEDULE_OUTCOMES, "clash": "Trùng lịch, ngày nghỉ"}
SCHEDULE_SHOWN_LABEL = "Buổi tiếp"
SCHEDULE_CLASHES = {
    "same_post": "Một chức danh, hai buổi cùng ngày",
    "same_person": "Một người, hai chức danh cùng ngày",
    "day_off": "Rơi vào ngày nghỉ",
}
SCHEDULE_DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
SCHEDULE_NONE = "Tháng này chưa có buổi định kỳ nào trên lịch."
SCHEDULE_GAPS_NONE = "Mọi chức danh đã có đủ buổi trên lịch tháng {month}."
SESSION_KINDS = {"regular": "Thường xuyên", "periodic": "Định kỳ", "ad_hoc": "Đột xuất"}
REVIEW_SPANS = {"3": "Ba năm", "5": "Nhiệm kỳ (năm năm)"}
REVIEW_SPAN_LABEL = "Khoảng xem"
REVIEW_NOTE = (
    "Mỗi năm là 12 tháng dương lịch trọn vẹn, tính lùi từ tháng gần nhất (sơ kết Quy định 11-QĐi/TW). "
    "Tiến bộ, giảm: so nửa đầu với nửa cuối các tháng có nghĩa vụ của chức danh đang còn, mỗi nửa ít nhất {least} "
    "ngày phải tiếp, vượt mức dao động thường."
)
REVIEW_NO_ONE = "Không có chức danh nào."
OUTCOME_STEPS = {
    "sessions": "Kỳ, buổi tiếp",
    "visits": "Lượt tiếp",
    "petitions": "Đơn nhận qua tiếp",
    "answered_in_time": "Trả lời trong 10 ngày làm việc",
    "dossiers": "Vụ việc được nêu",
    "dossiers_resolved": "Đã giải quyết",
}
CARD_MONTHS = "Từng tháng"
CARD_HOLDERS = "Người giữ chức danh"
CARD_SESSIONS = "Các buổi tiếp trong 12 tháng"
CARD_RULES = "Mức phải tiếp"
CARD_NO_HOLDERS = "Tỉnh chưa cung cấp người giữ chức danh này."
LEDGER_SHEETS = {"strip": "Sổ từng tháng", "posts": "Từng chức danh", "about": "Cách tính"}
COLUMNS |= {
    "holder_name": "Người giữ chức danh",
    "holder_since": "Giữ từ ngày",
    "created_on": "Lập ngày",
    "ended_on": "Kết thúc ngày",
    "months_vacant": "Tháng khuyết",
    "half_days": "Nửa ngày",
    "band": "Mức",
    "owed": "Còn thiếu",
    "why": "Vì sao",
    "head_visits": "Lượt thủ trưởng tiếp",
    "delegated_visits": "Lượt ủy quyền",
    "regular_visits": "Lượt thường xuyên",
    "delegated_share": "Tỷ lệ ủy quyền",
    "delegating_posts": "Chức danh có ủy quyền",
    "scheduled_on": "Ngày theo lịch",
    "held_on": "Ngày đã tiếp",
    "outcome": "Kết quả",
    "online": "Trực tuyến",
    "half_day": "Nửa ngày",
    "clash": "Vướng",
    "holiday_name": "Ngày nghỉ",
    "next_working": "Ngày làm việc kế tiếp",
    "scheduled": "Đã lên lịch",
    "first_visits": "Lượt lần đầu",
    "repeat_visits": "Lượt nhiều lần",
    "answered_in_time": "Trả lời trong 10 ngày",
    "answered_late": "Trả lời muộn, quá hạn",
    "still_in_time": "Còn trong hạn",
    "dossiers_opened": "Tiếp nhận trong kỳ",
    "dossiers_resolved": "Đã giải quyết",
    "resolved_share": "Tỷ lệ giải quyết",
    "dossiers_with_dialogue": "Có đối thoại",
    "by_head": "Thủ trưởng tiếp",
    "by_delegate": "Cấp phó tiếp",
    "first_heard_on": "Tiếp lần đầu",
    "last_heard_on": "Tiếp gần nhất",
    "dialogues": "Cuộc đối thoại",
    "decided": "Có quyết định",
    "decided_with_dialogue": "Quyết định có đối thoại",
    "dialogue_share": "Tỷ lệ có đối thoại",
    "session_kind": "Hình thức",
    "matters": "Vụ việc",
    "from_date": "Từ ngày",
    "to_date": "Đến ngày",
    "year": "Năm",
    "first_share": "Nửa đầu",
    "last_share": "Nửa cuối",
    "first_days": "Ngày, nửa đầu",
    "last_days": "Ngày, nửa cuối",
}
CODED |= {
    "band": AGE_BANDS | BANDS,
    "outcome": SCHEDULE_OUTCOMES,
    "clash": SCHEDULE_CLASHES,
    "session_kind": SESSION_KINDS,
}
SCHEDULE_COUNT = "{count} buổi"
SCHEDULE_MISSED = "{count} không tổ chức"
COLUMNS |= {"head": RECEPTIONS["head"], "regular": RECEPTIONS["regular"]}
LEDGER_POSTS = "{count} chức danh"
LEDGER_STRIP = "Từng chức danh, từng tháng"
LEDGER_TAP = "Chạm vào một dòng để xem phiếu của chức danh đó."
LEDGER_SMALL_BASE = "Nhóm có dưới {least} kỳ thì nêu số đếm, không vẽ tỷ lệ qua các kỳ."

# The map
MAP_VIEWS = {"map": "Bản đồ", "change": "Thay đổi", "series": "Tám kỳ", "recorded": "Như ghi nhận lúc đó"}
MAP_MEASURE_LABEL = "Bản đồ theo"
MAP_AREA_LABEL = "Vào địa bàn"
MAP_UNPROVEN = "Không có bằng chứng"
MAP_LISTED = "Số vụ việc trong danh sách chính thức (phức tạp, kéo dài, đông người)"
MAP_RISE = "Tăng"
MAP_FALL = "Giảm"
MAP_SCALE = "Số lượng theo diện tích vòng tròn:"
MAP_EVIDENCE = "Chỉ nơi có bằng chứng"
MAP_EVIDENCE_NOTE = (
    "Bằng chứng (Gi*, Moran địa phương, ngày {day}): nơi {measure} cùng cao với các xã lân cận hoặc cao hẳn giữa "
    "các xã thấp, hơn mức ngẫu nhiên; trong các nơi được nêu, không quá 5% là nhầm. Màu xám: không có bằng chứng."
)
MAP_VERDICTS = {
    "high": "cụm cao có bằng chứng",
    "low": "cụm thấp có bằng chứng",
    "high_among_low": "cao giữa nơi thấp, có bằng chứng",
    "low_among_high": "thấp giữa nơi cao, có bằng chứng",
    "none": "không có bằng chứng khác ngẫu nhiên",
}
MAP_POPULATION = "Dân số tính đến ngày {day}."
MAP_NO_POPULATION = "{count} địa bàn chưa có dân số nên không có tỷ lệ trên 10.000 dân."
MAP_SMOOTHED = "Đã làm mượt: cộng vào mỗi địa bàn 10.000 dân có tỷ suất chung, để nơi ít dân không nhảy vì một vụ."
MAP_STRADDLING = "{count} xã nay gồm phần đất của hơn một huyện cũ, xếp theo huyện cũ chiếm nhiều dân hơn."
MAP_NO_COMMUNE = "{count} vụ việc tồn chưa xác định xã: chỉ biết huyện cũ hoặc không rõ nơi, không chia cho xã nào."
MAP_ONE_DIVISION = (
    "So sánh qua ngày 01/07/2025: cả hai phía tính theo {division}; vụ việc cũ được đưa về đơn vị hiện nay theo bảng "
    "sắp xếp, chỗ không rõ thì để ở mục chưa xác định."
)
MAP_DIVISION_NAMES = {"district": "huyện cũ", "commune": "xã hiện nay"}
MAP_BACK_TO = "Về {name}"
MAP_WIDE = "Toàn màn hình"
MAP_NARROW = "Thu nhỏ"
MAP_FILES = "Tải bản đồ"
MAP_FILE_KINDS = {"png": "Ảnh PNG", "pptx": "PowerPoint", "docx": "Word", "svg": "Ảnh SVG"}
MAP_COMMUNES = "Các xã của {name}"
MAP_PICKED = "▸ {name}"
MAP_HOLDERS = "Cơ quan đang giữ: {name}"
MAP_OLDEST = "Chờ lâu nhất: {name}"
MAP_DIFFERENCE = "{measure}: thay đổi {against}"
MAP_BASES = {"previous": "So với kỳ trước", "last_year": "So với cùng kỳ năm trước"}
MAP_BASE_LABEL = "So với"
MAP_QUARTERS = "{measure} của các địa bàn qua tám kỳ"
MAP_MULTIPLES = "{measure}: tám kỳ, cùng một thang"
MAP_LINES = "Kỳ đầu → kỳ cuối; mỗi dòng một thang riêng, từ 0."
MAP_RECORDED = "Vụ việc theo đơn vị như ghi nhận lúc tiếp nhận"
MAP_RECORDED_NOTE = "Tên và mã là của đơn vị tại ngày tiếp nhận, chưa quy về đơn vị hiện nay."
MAP_RECORDED_TITLE = "{measure} theo {division}, đơn vị tại ngày {day}"
MAP_DIVISIONS_THEN = {"district": "huyện ghi nhận", "commune": "xã ghi nhận"}
MAP_RECORDED_GONE = "{count} vụ việc ghi theo huyện, xã nay không còn nên không vẽ ở xã nào; danh sách dưới đây có đủ."
MAP_RECORDED_NOWHERE = "{count} vụ việc tồn không ghi nơi phát sinh."
MAP_EACH = "{measure} từng địa bàn"
ATTENTION_BANDS = {
    "normal": "Bình thường",
    "watch": "Theo dõi",
    "attention": "Cần chú ý",
    "too_little_data": "Ít dữ liệu",
}
ATTENTION_CLASSES = ("Bình thường", "Bình thường", "Bình thường", "Theo dõi", "Cần chú ý")
ATTENTION_PARTS = {
    "overdue": "Quá hạn",
    "over_180": "Tồn trên 180 ngày",
    "mass_groups_recent": "Đoàn đông người 90 ngày qua",
    "complex_listed": "Trong danh sách phức tạp",
    "escalated": "Đơn vượt cấp",
    "entered_smoothed": "Mới trên 10.000 dân, làm mượt",
}
ATTENTION_WEIGHTS = "Trọng số"
ATTENTION_RESET = "Về trọng số mặc định"
ATTENTION_NOTE = (
    "Chỉ số cần chú ý (0 đến 100) là số máy tính ra để biết nên xem nơi nào trước, không phải danh sách điểm nóng. "
    "Mỗi thành phần là thứ hạng phần trăm giữa các địa bàn đủ dữ liệu. Trọng số: {weights}."
)
ATTENTION_MISSING = "{count} địa bàn thiếu thành phần nên chia lại trọng số cho phần còn lại: {parts}."
ATTENTION_TABLE = "Chỉ số cần chú ý và các thành phần"
ATTENTION_WEIGHT = "{part} {weight}"
COLUMNS |= {
    "over_180_share": "Tỷ lệ trên 180 ngày",
    "per_10000_smoothed": "Mới/10.000 dân, làm mượt",
    "escalated_petitions": "Đơn vượt cấp",
    "bounced": "Chuyển vòng",
    "attention": "Chỉ số",
    "attention_band": "Mức",
    "mass_groups_recent": "Đoàn gần đây",
    "difference": "Thay đổi",
    "before_share": "Kỳ trước",
    "after_share": "Kỳ này",
    "difference_points": "Thay đổi (điểm %)",
    "commune_name": "Xã hiện nay",
}
CODED |= {"attention_band": ATTENTION_BANDS}
LEDGER_TITLES |= {
    "form": "Biểu 01/TCD: kết quả tiếp công dân, cột 1 đến 29",
    "form_units": "Biểu 01/TCD theo huyện cũ",
}
COLUMNS |= {"ms": "Cột", "counts": "Nội dung", "total": "Tổng"}

# Locked periods beside today's figures
PAGES["locked"] = "Số đã chốt"
NAVIGATION["locked"] = "Số đã chốt"
LOCK_LABEL = "Kỳ đã chốt"
LOCK_CALENDAR = "{period} (dương lịch)"
LOCK_WHOLE = "Nguyên vẹn"
LOCK_BROKEN = "Đã hỏng"
LOCK_SAME = "Không đổi"
LOCK_WHERE = "Một tệp của bản chốt đã bị sửa hoặc mất; lấy lại thư mục đó từ bản sao lưu."
LOCK_HOW = "Chốt một kỳ đã kết thúc bằng lệnh: python -m data_loaders lock 2026-Q3"
LOCK_COUNTS = {
    "opening": "Tồn đầu",
    "entered": "Thụ lý",
    "resolved": "Giải quyết",
    "otherwise": "Ra khác",
    "merged": "Gộp",
    "open_count": "Tồn cuối",
    "overdue": "Quá hạn",
}
LOCK_NOUNS = {
    "opening": "số tồn đầu kỳ",
    "entered": "số thụ lý",
    "resolved": "số đã giải quyết",
    "merged": "số gộp vụ việc",
    "open_count": "số tồn cuối kỳ",
    "overdue": "số quá hạn",
}
LOCK_REASONS = {
    "late": "Nhập muộn",
    "corrected": "Sửa",
    "deleted": "Xóa",
    "refused": "Bị loại khi đọc",
    "moved": "Chuyển",
    "recomputed": "Tính lại",
}
LOCK_FIELDS = {
    "kind": "Loại",
    "field_group": "Lĩnh vực",
    "instance": "Lần giải quyết",
    "counted": "Được tính (không trùng)",
    "received_on": "Ngày tiếp nhận",
    "accepted_on": "Ngày thụ lý",
    "closed_on": "Kết thúc",
    "closing": "Cách kết thúc",
    "previous_dossier_id": "Vụ việc trước",
    "entered_on": "Ngày vào sổ",
    "due_on": "Hạn giải quyết",
    "clock": "Tình trạng hạn",
    "agency": "Cơ quan",
    "commune": "Xã",
    "district": "Huyện cũ",
}
CLOSINGS = {
    "decision": "có quyết định",
    "conclusion": "có kết luận",
    "withdrawn": "rút đơn",
    "discontinued": "đình chỉ",
    "to_investigation": "chuyển cơ quan điều tra",
    "merged": "gộp vụ việc",
}
LOCK_STEP = "{figure} {step}"
LOCK_NO_STEP = "Không đổi số toàn tỉnh"
LOCK_FROM_TO = "{field}: {before} → {after}"
LOCK_NOT_THERE = "chưa có"
LOCK_EVENTS = {"received_on": "tiếp nhận {day}", "entered_on": "thụ lý {day}", "closed_on": "kết thúc {day}"}
COLUMNS |= {
    "locked_period": "Kỳ",
    "locked_window": "Từ ngày – đến ngày",
    "locked_at": "Chốt lúc",
    "locked_by": "Người chốt",
    "lock_state": "Tình trạng",
    "locked": "Số đã chốt",
    "current": "Số hiện tại",
    "difference": "Chênh lệch",
    "lock_reason": "Lý do",
    "lock_effect": "Làm đổi số",
    "lock_what": "Từ → thành",
}
TITLES |= {
    "locks": "Các kỳ đã chốt",
    "locked_figures": "Số đã chốt và số hiện tại",
    "locked_rows": "Hồ sơ tạo ra chênh lệch",
}

# Preparing the quarterly meeting
PAGES["briefing"] = "Chuẩn bị giao ban"
NAVIGATION["briefing"] = "Giao ban"
BRIEFING_VIEWS = {"sentences": "1. Các câu", "files": "2. Đối chiếu và xuất tệp"}
BRIEFING_FIGURES_LABEL = "Số liệu của tệp"
BRIEFING_FIGURES = {"now": "Số hiện tại", "locked": "Số đã chốt"}
BRIEFING_LOCK_BROKEN = "Bản chốt của kỳ này không mở được; đang dùng số hiện tại. Xem trang Số đã chốt."
BRIEFING_HOW = (
    "Các câu dưới đây sẽ vào tệp theo đúng thứ tự này. Câu bị bỏ, thứ tự và ghi chú chỉ giữ trong phiên làm việc này."
)
BRIEFING_SECTION = {"up": "Mục lên", "down": "Mục xuống"}
BRIEFING_MOVE = {"up": "Lên", "down": "Xuống"}
BRIEFING_DROP, BRIEFING_BACK = "Bỏ", "Lấy lại"
BRIEFING_WRITE = "Ghi chú"
BRIEFING_WRITE_LABEL = "Ghi chú cho buổi giao ban này"
BRIEFING_WRITE_DONE = "Lưu ghi chú"
BRIEFING_NOTED = "Ghi chú của cán bộ"
BRIEFING_RESET = "Khôi phục"
BRIEFING_CHECKING = "Đang đối chiếu các biểu…"
BRIEFING_CHECKS = "Đối chiếu trước khi xuất"
BRIEFING_REMARKS = "{count} lưu ý: biểu không chặt hoặc hồ sơ không vào cột nào"
BRIEFING_MORE = "và {count} nội dung khác, xem trang Đối chiếu của tệp Excel"
BRIEFING_PAPERS = "Hồ sơ, đơn liên quan: {listed}."
BRIEFING_EMPTY = "Trong các biểu, những cột cần các số sau được để trống vì hồ sơ vụ việc không có: {reasons}."
BRIEFING_FILES = "Tệp của buổi giao ban"
BRIEFING_AUTHOR = "Người xuất tệp"
BRIEFING_AUTHOR_HINT = "Họ tên, chức vụ"
BRIEFING_NO_AUTHOR = "Ghi người xuất tệp trước đã: tên này được in trong tệp."
BRIEFING_LAYOUT_LABEL = "Thể thức tệp Word"
BRIEFING_LAYOUTS = {"party": "Đảng", "state": "Nhà nước"}
BRIEFING_UNITS_LABEL = "Đơn vị trong biểu (Excel)"
BRIEFING_UNITS = {"agency": "Cơ quan", "district": "Huyện cũ", "commune": "Xã, phường"}
BRIEFING_TEMPLATE = "Dùng tệp mẫu của cơ quan (không bắt buộc)"
BRIEFING_TEMPLATE_LABEL = "Tệp mẫu"
BRIEFING_TEMPLATE_PICK = "Chọn tệp mẫu"
BRIEFING_TEMPLATE_HOW = (
    "Tệp .docx: nội dung vào chỗ ghi {{NOI_DUNG}}. Tệp .pptx: lấy khuôn trang chiếu. Không quá 5 MB; không lưu lại."
)
BRIEFING_BAD_TEMPLATE = "Tệp {name} không phải tệp mẫu Word (.docx) hay PowerPoint (.pptx) mở được."
BRIEFING_LARGE_TEMPLATE = "Tệp {name} lớn hơn {most} MB nên không dùng làm mẫu được."


class BriefingFile(NamedTuple):
    """A file's button, and what is in the file."""

    button: str
    holds: str


BRIEFING_FORMATS = {
    "docx": BriefingFile("Làm tệp Word", "Báo cáo theo thể thức đã chọn, bảng chỉ số, hai biểu đồ sửa được."),
    "pptx": BriefingFile("Làm tệp PowerPoint", "Mỗi trang một câu và một biểu đồ, bảng."),
    "xlsx": BriefingFile("Làm tệp Excel", "Mọi bảng, các biểu mẫu theo thông tư, kết quả đối chiếu."),
    "text": BriefingFile("Làm tệp văn bản", "Chỉ các câu, để dán vào văn bản khác."),
}
BRIEFING_STEPS = {
    "ask": "Đang lấy số liệu…",
    "check": "Đang đối chiếu các biểu…",
    "write": "Đang viết tệp…",
    "done": "Đã làm xong",
}
BRIEFING_STALE = "Nội dung đã thay đổi sau khi làm tệp: hãy làm lại."
BRIEFING_DOWNLOAD = "Tải {name} ({size} kB)"
BRIEFING_KEPT = "Biểu có đếm riêng tố cáo chỉ in dòng Tổng (Luật Tố cáo, Điều 8). Tệp không được lưu trên máy chủ."
BRIEFING_PRESENT = "Trình chiếu tại cuộc họp"
