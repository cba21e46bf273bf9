"""What a code of the data is called."""

from __future__ import annotations

from data_loaders.messages import REASONS as LOADER_REASONS

KINDS_ALL = "Tất cả các loại"
KINDS = {"complaint": "Khiếu nại", "denunciation": "Tố cáo", "petition": "Kiến nghị, phản ánh"}
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
NO_AREA = "Chưa xác định"
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
    "closed_on": "Có kết quả, cách kết thúc, thiếu ngày kết thúc (đang tính là chưa kết thúc)",
    "result": "Có quyết định, kết luận, thiếu kết quả",
    "place_of_dossier": "Vụ việc không rõ huyện cũ",
    "commune_of_dossier": "Vụ việc không rõ xã hiện nay",
    "field_of_dossier": "Lĩnh vực chưa ánh xạ",
    "processed_on": "Đơn đã xử lý, thiếu ngày xử lý",
    "dossier_of_accepted_petition": "Đơn thụ lý chưa gắn vụ việc",
    "first_time_of_visit": "Lượt tiếp không rõ lần đầu hay nhiều lần",
    "held_on": "Kỳ tiếp có lượt hoặc người chủ trì, thiếu ngày tiếp (đang tính là chưa tiếp)",
    "chaired_of_session": "Kỳ tiếp không rõ ai chủ trì",
}
REASONS = {code: words[:1].upper() + words[1:] for code, words in LOADER_REASONS.items()}
EVENT_KINDS = {
    "law": "Pháp luật",
    "reform": "Tổ chức bộ máy",
    "party": "Văn bản của Đảng",
    "conclusion": "Kết luận của tỉnh",
    "assembly": "Quốc hội",
    "holiday": "Nghỉ lễ",
}
BANDS = {
    "never": "Chưa tiếp",
    "short": "Thiếu",
    "near": "Gần đủ",
    "kept": "Đủ",
    "unreported": "Chưa báo cáo",
    "exempt": "Không phải tiếp",
}
SCHEDULE_OUTCOMES = {
    "held": "Đã tiếp",
    "moved": "Đã tiếp, dời ngày",
    "delegated": "Cấp phó tiếp thay",
    "missed": "Không tổ chức",
    "ahead": "Sắp tới",
}
SCHEDULE_CLASHES = {
    "same_post": "Một chức danh, hai buổi cùng ngày",
    "same_person": "Một người, hai chức danh cùng ngày",
    "day_off": "Rơi vào ngày nghỉ",
}
SESSION_KINDS = {"regular": "Thường xuyên", "periodic": "Định kỳ", "ad_hoc": "Đột xuất"}
ATTENTION_BANDS = {
    "normal": "Bình thường",
    "watch": "Theo dõi",
    "attention": "Cần chú ý",
    "too_little_data": "Ít dữ liệu",
}
CLOSINGS = {
    "decision": "có quyết định",
    "conclusion": "có kết luận",
    "withdrawn": "rút đơn",
    "discontinued": "đình chỉ",
    "to_investigation": "chuyển cơ quan điều tra",
    "merged": "gộp vụ việc",
}
CODED = {
    "kind": KINDS | {"all": KINDS_ALL, "other": "Tố cáo, kiến nghị, phản ánh"},
    "field_group": FIELDS,
    "band": AGE_BANDS | BANDS,
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
    "outcome": SCHEDULE_OUTCOMES,
    "clash": SCHEDULE_CLASHES,
    "session_kind": SESSION_KINDS,
    "attention_band": ATTENTION_BANDS,
}
"""Column → code → its name."""
