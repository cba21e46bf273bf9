"""What a code of the data is called."""

from __future__ import annotations

from dashboard.words import former
from dashboard.words import numbers as vi
from data_loaders.messages import REASONS as LOADER_REASONS

KINDS_ALL = "Tất cả các loại"
KINDS_OTHERS = "Tố cáo, kiến nghị, phản ánh"
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
    "unmapped": "Chưa phân loại lĩnh vực",
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
    "no_limit": "Không xác định được hạn",
}
NOT_OVERDUE = "Chưa quá hạn hoặc không xác định được hạn"
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
    "district_party_secretary": "Bí thư Huyện ủy (cũ)",
    "commune_party_secretary": "Bí thư Đảng ủy xã, phường",
    "province_chair": "Chủ tịch UBND tỉnh",
    "district_chair": "Chủ tịch UBND huyện (cũ)",
    "commune_chair": "Chủ tịch UBND cấp xã",
    "agency_head": "Người đứng đầu sở, ngành",
}
DUTY_STATES = {
    "kept": "Đủ số ngày",
    "short": "Tiếp chưa đủ",
    "delegated": "Chỉ cấp phó tiếp thay",
    "missed": "Không tiếp buổi nào",
    "unreported": "Chưa báo cáo",
    "none": "Không phải tiếp",
}
RECEPTIONS = {"regular": "Thường xuyên", "head": "Người đứng đầu tiếp", "delegated": "Cấp phó tiếp thay"}
FLOWS = {
    "opening": "Tồn đầu kỳ",
    "entered": "Vụ việc mới",
    "entered_first": "Mới, lần đầu",
    "entered_second": "Mới, lần hai",
    "reopened": "Mở lại",
    "decided": "Có quyết định, kết luận",
    "withdrawn": "Rút đơn",
    "discontinued": "Đình chỉ",
    "to_investigation": "Chuyển cơ quan điều tra",
    "resolved": "Đã giải quyết",
    "otherwise": "Kết thúc do gộp",
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
    "complex_list": "Danh sách vụ việc phức tạp",
    "reception_sessions": "Buổi tiếp công dân",
    "reception_visits": "Lượt tiếp công dân",
    "directives": "Văn bản chỉ đạo",
    "submissions": "Nộp báo cáo",
}
WEAKNESSES = {
    "accepted_on": "Khiếu nại, tố cáo thiếu ngày thụ lý",
    "closing": "Đã kết thúc, thiếu cách kết thúc",
    "closed_on": "Có kết quả hoặc cách kết thúc, thiếu ngày kết thúc (đang tính là chưa kết thúc)",
    "result": "Có quyết định, kết luận, thiếu kết quả",
    "place_of_dossier": "Vụ việc không rõ huyện cũ",
    "commune_of_dossier": "Vụ việc không rõ xã hiện nay",
    "field_of_dossier": "Vụ việc chưa phân loại lĩnh vực",
    "processed_on": "Đơn đã xử lý, thiếu ngày xử lý",
    "dossier_of_accepted_petition": "Đơn thụ lý chưa gắn vụ việc",
    "due_outside_calendar": "Hạn nằm ngoài lịch làm việc, không xác định được",
    "first_time_of_visit": "Lượt tiếp không rõ lần đầu hay nhiều lần",
    "held_on": "Buổi tiếp có lượt hoặc người chủ trì, thiếu ngày tiếp (đang tính là chưa tiếp)",
    "chaired_of_session": "Buổi tiếp không rõ ai chủ trì",
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
    "ahead": "Chưa đến ngày",
}
SCHEDULE_CLASHES = {
    "same_post": "Một chức danh, hai buổi cùng ngày",
    "same_person": "Một người, hai chức danh cùng ngày",
    "day_off": "Rơi vào ngày nghỉ",
}
SESSION_KINDS = {"regular": "Thường xuyên", "periodic": "Định kỳ", "ad_hoc": "Đột xuất"}
EVIDENCE = {"high": "Cao hơn", "usual": "Trong mức ngẫu nhiên", "too_few": "Chưa đủ số liệu"}
ATTENTION_BANDS = {
    "normal": "Bình thường",
    "watch": "Theo dõi",
    "attention": "Cần chú ý",
    "too_little_data": "Chưa đủ số liệu",
}
CLOSINGS = {
    "decision": "có quyết định",
    "conclusion": "có kết luận",
    "withdrawn": "rút đơn",
    "discontinued": "đình chỉ",
    "to_investigation": "chuyển cơ quan điều tra",
    "merged": "gộp vụ việc",
}
MANNERS = {
    "decided": "Có quyết định, kết luận",
    "withdrawn": "Rút đơn",
    "discontinued": "Đình chỉ",
    "to_investigation": "Chuyển cơ quan điều tra",
    "merged": "Gộp vụ việc",
}
UNPUBLISHED = {
    "too_short": "Chưa đủ ba năm số liệu",
    "too_few_origins": "Chưa đủ số lần thử lại",
    "not_better": "Không chính xác hơn cách lấy số cùng kỳ năm trước",
}
RESULTS = {
    "right": "Đúng",
    "partly": "Đúng một phần",
    "wrong": "Sai",
    "upheld": "Công nhận",
    "amended": "Sửa",
    "annulled": "Hủy",
}
PROCESSINGS = {
    "accepted": "Thụ lý",
    "guided": "Hướng dẫn",
    "transferred": "Chuyển đơn",
    "urged": "Đôn đốc",
    "returned": "Trả lại đơn",
    "filed": "Lưu đơn",
}
STEPS = {
    "received": "Đã tiếp nhận, chưa có bước sau",
    "accepted": "Đã thụ lý, chưa xác minh",
    "verification": "Đang xác minh",
    "dialogue": "Đã đối thoại",
    "decision": "Ban hành quyết định, kết luận",
}
PATH_STEPS = {
    "paper": "Nhận đơn",
    "received": "Tiếp nhận vụ việc",
    "processed": "Xử lý đơn",
    "reopened": "Mở lại",
    "accepted": "Thụ lý",
    "verification": "Xác minh",
    "dialogue": "Đối thoại",
    "decision": "Ban hành quyết định, kết luận",
    "execution": "Thi hành",
    "transfer": "Chuyển cơ quan khác",
    "handover": "Bàn giao khi sắp xếp bộ máy",
    "guidance": "Hướng dẫn",
    "urge": "Đôn đốc",
    "extended": "Gia hạn",
    "suspended": "Tạm đình chỉ",
    "resumed": "Hết tạm đình chỉ",
    "heard": "Được tiếp",
    "heard_by_head": "Người đứng đầu trực tiếp tiếp",
    "heard_by_delegate": "Cấp phó tiếp thay",
    "listed": "Vào danh sách phức tạp, kéo dài",
    "delisted": "Ra khỏi danh sách phức tạp, kéo dài",
    "concluded": "Có kết luận, chỉ đạo",
    "carried_out": "Thực hiện xong kết luận, chỉ đạo",
    "joined": "Vụ việc khác gộp vào",
    "closed": "Kết thúc",
}
WATCHED = {
    "on_time_low": "Tỷ lệ đúng hạn thấp hơn mức ngẫu nhiên",
    "entered_jump": "Vụ việc mới tăng so với mức thường",
    "overdue": "Số vụ việc quá hạn",
    "overdue_days": "Quá hạn lâu nhất",
    "mass_groups": "Đoàn đông người",
    "directives_late": "Kết luận, chỉ đạo quá hạn",
    "bounced": "Vụ việc chuyển vòng đang giữ",
    "silent": "Chưa gửi số liệu",
}
WATCH_LEVELS = {"district": "Huyện cũ", "agency": "Cơ quan"}
WATCH_STATES = {"new": "Mới", "still": "Tiếp tục", "gone": "Đã hết", "first": "Lần đầu lập"}
LIMIT_BASES = {"law": "Luật định", "source": "Nguồn số liệu"}
STAGES = {"acceptance": "Thụ lý", "processing": "Xử lý đơn", "resolution": "Giải quyết"}
COMPLEXITIES = {"normal": "Bình thường", "complex": "Phức tạp", "very_complex": "Đặc biệt phức tạp"}
DAY_UNITS = {"calendar": "Ngày liền", "working": "Ngày làm việc"}
FATES = {
    "open": "Chưa đến hạn",
    "undated": "Không ghi hạn",
    "late": "Quá hạn chưa xong",
    "done": "Xong, không muộn",
    "done_late": "Xong nhưng muộn",
    "accepted": "Đã thụ lý",
    "returned": "Trả lại đơn",
    "other": "Hướng dẫn, chuyển, lưu đơn",
    "unanswered": "Chưa trả lời",
}
RULE_SPANS = {"month": "tháng", "week": "tuần"}
CONTRACT_COLUMNS = {
    "accepted_on": "Ngày thụ lý",
    "agency_code": "Mã cơ quan",
    "basis": "Căn cứ",
    "chaired": "Người chủ trì buổi tiếp",
    "changed_on": "Ngày sắp xếp",
    "channel": "Nguồn đơn",
    "closed_on": "Ngày kết thúc",
    "closing": "Cách kết thúc",
    "complexity": "Mức phức tạp",
    "days": "Số ngày gia hạn",
    "decided_on": "Ngày quyết định",
    "delisted_on": "Ngày ra khỏi danh sách",
    "directive_id": "Mã văn bản chỉ đạo",
    "done_on": "Ngày thực hiện xong",
    "dossier_id": "Số hồ sơ",
    "due_on": "Hạn giải quyết",
    "duplicate_of": "Trùng với",
    "duty_code": "Nhóm chức danh",
    "eligible": "Đủ điều kiện",
    "escalated": "Vượt cấp",
    "field_code": "Mã lĩnh vực",
    "first_time": "Tiếp lần đầu",
    "forwarded_by": "Nơi chuyển đơn",
    "from_agency_code": "Cơ quan chuyển",
    "from_date": "Từ ngày",
    "group_code": "Mã nhóm địa bàn",
    "group_name": "Tên nhóm địa bàn",
    "group_set": "Cách chia nhóm",
    "half_day": "Nửa ngày",
    "happened_on": "Ngày diễn ra",
    "held_on": "Ngày đã tiếp",
    "holder_name": "Người giữ chức danh",
    "instance": "Lần giải quyết",
    "issued_by": "Người ban hành",
    "issued_on": "Ngày ban hành",
    "kind": "Loại",
    "label": "Tên vụ việc",
    "lead_agency_code": "Cơ quan chủ trì",
    "level": "Cấp",
    "listed_on": "Ngày vào danh sách",
    "matters": "Số vụ việc",
    "merged_into": "Gộp vào",
    "moved_on": "Ngày chuyển",
    "name": "Tên",
    "new_code": "Mã mới",
    "number": "Số văn bản",
    "old_code": "Mã cũ",
    "online": "Trực tuyến",
    "outcome": "Kết quả tiếp",
    "parent_code": "Mã đơn vị cấp trên",
    "people": "Số người",
    "people_count": "Số người trong vụ việc",
    "period_code": "Mã kỳ",
    "petition_id": "Mã đơn",
    "place_unit_code": "Nơi phát sinh",
    "population": "Dân số",
    "population_as_of": "Ngày của số dân",
    "post_code": "Mã chức danh",
    "previous_dossier_id": "Vụ việc trước",
    "processed_on": "Ngày xử lý",
    "processing": "Hướng xử lý",
    "received_on": "Ngày tiếp nhận",
    "remote_area": "Vùng sâu, vùng xa",
    "reply_received": "Văn bản phúc đáp",
    "result": "Kết quả",
    "scheduled_on": "Ngày theo lịch",
    "session_id": "Mã buổi tiếp",
    "share": "Tỷ lệ",
    "signatories": "Số người đứng đơn",
    "step": "Bước giải quyết",
    "submitted_at": "Lúc nộp",
    "summary": "Nội dung",
    "title": "Chức danh",
    "to_agency_code": "Cơ quan nhận",
    "to_date": "Đến ngày",
    "unit_code": "Mã đơn vị hành chính",
    "updated_at": "Lúc cập nhật",
    "valid_from": "Có hiệu lực từ ngày",
    "valid_to": "Đến hết ngày",
    "visit_id": "Mã lượt tiếp",
    "within_authority": "Thuộc thẩm quyền",
    "zone": "Vùng",
}
CODED = {
    "kind": KINDS | {"all": KINDS_ALL, "others": KINDS_OTHERS},
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
    "evidence": EVIDENCE,
    "manner": MANNERS | {"open": "Chưa xong"},
    "measure": {"entered": "Vụ việc mới trong quý", "open_count": "Đang giải quyết cuối quý"},
    "unpublished": UNPUBLISHED,
    "result": RESULTS,
    "processing": PROCESSINGS,
    "per": RULE_SPANS,
    "step": STEPS,
    "last_step": STEPS,
    "next_step": PATH_STEPS,
    "watch_measure": WATCHED,
    "watch_level": WATCH_LEVELS,
    "watch_state": WATCH_STATES,
    "path_step": PATH_STEPS,
    "limit_basis": LIMIT_BASES,
    "way_ended": CLOSINGS,
    "stage": STAGES,
    "complexity": COMPLEXITIES,
    "day_unit": DAY_UNITS,
    "fate": FATES,
    "column_name": CONTRACT_COLUMNS,
}
"""Column → code → its name."""
SMALL = frozenset({*KINDS.values(), *FIELDS.values(), DUTIES["agency_head"]})
NO_PLACES = frozenset({*DUTIES.values(), *LEVELS.values()}) - SMALL


def inside(name: str) -> str:
    """A name inside a sentence: places, fields and kinds begin small, bodies, posts and levels keep their capital."""
    if name in SMALL:
        return vi.small(name)
    return name if name in NO_PLACES else former.inside(name)
