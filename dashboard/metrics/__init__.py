"""What every figure means: one entry each, read by help texts, the definitions page, exports and tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Direction = Literal["up_good", "up_bad", "neutral"]
Unit = Literal["count", "share", "days", "ratio"]

COMPLAINT_LAW = "Luật Khiếu nại 02/2011/QH13"
DENUNCIATION_LAW = "Luật Tố cáo 25/2018/QH14"
RECEPTION_LAW = "Luật Tiếp công dân 42/2013/QH13"
FORMS = "Thông tư 01/2024/TT-TTCP"
LIMITS = f"{COMPLAINT_LAW}, Điều 28, 37; {DENUNCIATION_LAW}, Điều 30"
NO_DUPLICATES = "Đơn, vụ việc trùng; vụ việc chưa thụ lý"
NO_LIMIT = (
    "Vụ việc không xác định được hạn (kiến nghị, phản ánh không có hạn giao; thiếu ngày thụ lý) và vụ việc đang "
    "tạm đình chỉ không tính vào tử số lẫn mẫu số"
)


@dataclass(frozen=True)
class Metric:
    """One figure.

    Attributes:
        id: its name in `queries/figures.sql` and in `python -m queries`.
        unit: what the value counts; a share is a number from 0 to 1, shown in percent.
        direction: whether a rise is good, bad or neither; colours follow it, arrows do not.
        least_count: the smallest base a share is computed on; below it only the counts are shown.
        query: the file in `queries/` that computes it.
    """

    id: str
    label: str
    unit: Unit
    direction: Direction
    numerator: str
    denominator: str = ""
    exclusions: str = NO_DUPLICATES
    legal_basis: str = FORMS
    least_count: int = 10
    owner: str = "Văn phòng Tỉnh ủy, Ban Tiếp công dân tỉnh"
    reviewed_on: dt.date = dt.date(2026, 11, 22)
    query: str = "figures"


def _metric(
    id: str, label: str, unit: Unit, direction: Direction, numerator: str, denominator: str = "", **more: str
) -> Metric:
    return Metric(id, label, unit, direction, numerator, denominator, **more)  # type: ignore[arg-type]


_ALL = (
    _metric(
        "open_dossiers",
        "Tồn đọng",
        "count",
        "up_bad",
        "Số vụ việc đã thụ lý đến hết ngày tính và chưa kết thúc (đang giải quyết và tạm đình chỉ)",
    ),
    _metric(
        "opening_dossiers",
        "Tồn đầu kỳ",
        "count",
        "neutral",
        "Số vụ việc đã thụ lý trước ngày đầu kỳ và chưa kết thúc trước ngày đó",
    ),
    _metric(
        "entered_dossiers",
        "Thụ lý trong kỳ",
        "count",
        "neutral",
        "Số vụ việc có ngày thụ lý trong kỳ, gồm lần đầu, lần hai và mở lại "
        "(kiến nghị, phản ánh không có bước thụ lý: ngày tiếp nhận)",
    ),
    _metric(
        "resolved_dossiers",
        "Đã giải quyết",
        "count",
        "up_good",
        "Số vụ việc kết thúc trong kỳ: có quyết định, kết luận, rút đơn, đình chỉ, chuyển cơ quan điều tra",
        exclusions=f"{NO_DUPLICATES}; vụ việc gộp vào vụ việc khác",
    ),
    _metric(
        "merged_dossiers",
        "Gộp vụ việc",
        "count",
        "neutral",
        "Số vụ việc kết thúc trong kỳ vì gộp vào vụ việc khác",
    ),
    _metric(
        "resolution_rate",
        "Tỷ lệ giải quyết",
        "share",
        "up_good",
        "Số vụ việc đã giải quyết trong kỳ",
        "Tồn đầu kỳ cộng số thụ lý trong kỳ",
    ),
    _metric(
        "clearance_rate",
        "Tỷ lệ ra trên vào",
        "share",
        "up_good",
        "Số vụ việc đã giải quyết trong kỳ",
        "Số vụ việc thụ lý trong kỳ (tỷ lệ có thể quá 100%)",
    ),
    _metric(
        "awaiting_acceptance",
        "Chờ thụ lý",
        "count",
        "up_bad",
        "Khiếu nại, tố cáo đã tiếp nhận, chưa thụ lý và chưa kết thúc đến hết ngày tính",
        exclusions="Đơn, vụ việc trùng; kiến nghị, phản ánh (luật không có bước thụ lý)",
        legal_basis=f"{COMPLAINT_LAW}, Điều 27, 36; {DENUNCIATION_LAW}, Điều 24",
    ),
    _metric(
        "overdue_dossiers",
        "Quá hạn",
        "count",
        "up_bad",
        "Số vụ việc tồn có hạn giải quyết trước ngày tính (đến hạn đúng ngày tính chưa phải quá hạn)",
        exclusions=NO_LIMIT,
        legal_basis=LIMITS,
    ),
    _metric(
        "overdue_share",
        "Tỷ lệ quá hạn",
        "share",
        "up_bad",
        "Số vụ việc tồn đã quá hạn",
        "Số vụ việc tồn xác định được hạn và không tạm đình chỉ",
        exclusions=NO_LIMIT,
        legal_basis=LIMITS,
    ),
    _metric(
        "due_soon_dossiers",
        "Sắp đến hạn",
        "count",
        "up_bad",
        "Số vụ việc tồn đến hạn trong 7 ngày tới, kể cả ngày tính",
        exclusions=NO_LIMIT,
        legal_basis=LIMITS,
    ),
    _metric(
        "suspended_dossiers",
        "Đang tạm đình chỉ",
        "count",
        "neutral",
        "Số vụ việc tồn đang tạm đình chỉ theo luật vào ngày tính (khiếu nại: từ 01/07/2026)",
        legal_basis=f"{COMPLAINT_LAW}, Điều 11a (Luật 136/2025/QH15); {DENUNCIATION_LAW}, Điều 34",
    ),
    _metric(
        "no_limit_dossiers",
        "Không xác định hạn",
        "share",
        "neutral",
        "Số vụ việc tồn không xác định được hạn",
        "Tất cả vụ việc tồn",
        legal_basis=LIMITS,
    ),
    _metric(
        "open_over_180_days",
        "Tồn trên 180 ngày",
        "share",
        "up_bad",
        "Số vụ việc tồn đã quá 180 ngày kể từ ngày thụ lý (ngày lịch, kể cả thời gian tạm đình chỉ)",
        "Tất cả vụ việc tồn",
    ),
    _metric(
        "open_over_365_days",
        "Tồn trên một năm",
        "share",
        "up_bad",
        "Số vụ việc tồn đã quá 365 ngày kể từ ngày thụ lý (ngày lịch)",
        "Tất cả vụ việc tồn",
    ),
    _metric(
        "median_open_age",
        "Tuổi tồn trung vị",
        "days",
        "up_bad",
        "Số ngày lịch từ ngày thụ lý đến ngày tính mà một nửa số vụ việc tồn đã vượt qua",
    ),
    _metric(
        "p90_open_age",
        "Tuổi tồn của 10% lâu nhất",
        "days",
        "up_bad",
        "Số ngày lịch từ ngày thụ lý đến ngày tính mà một phần mười số vụ việc tồn đã vượt qua",
    ),
    _metric(
        "on_time_rate",
        "Giải quyết đúng hạn",
        "share",
        "up_good",
        "Số vụ việc kết thúc trong kỳ không muộn hơn hạn",
        "Số vụ việc kết thúc trong kỳ xác định được hạn",
        exclusions=NO_LIMIT,
        legal_basis=f"{FORMS}, biểu 01/KQGQ cột 25, 26; 03/KQGQ cột 30, 31",
    ),
    _metric(
        "on_time_rate_of_due",
        "Đúng hạn trên số đến hạn",
        "share",
        "up_good",
        "Số vụ việc có hạn trong kỳ đã kết thúc không muộn hơn hạn",
        "Tất cả vụ việc có hạn trong kỳ, kể cả chưa kết thúc",
        exclusions=NO_LIMIT,
        legal_basis=LIMITS,
    ),
    _metric(
        "median_days_to_close",
        "Thời gian giải quyết trung vị",
        "days",
        "up_bad",
        "Số ngày lịch từ thụ lý đến kết thúc mà một nửa số vụ việc kết thúc trong kỳ đã vượt qua",
    ),
    _metric(
        "justified_complaints",
        "Khiếu nại đúng, đúng một phần",
        "share",
        "neutral",
        "Khiếu nại lần đầu được giải quyết: đúng và đúng một phần",
        "Khiếu nại lần đầu có kết quả đúng, đúng một phần, sai",
        exclusions="Rút đơn, đình chỉ",
    ),
    _metric(
        "overturned_decisions",
        "Sửa, hủy quyết định lần đầu",
        "share",
        "up_bad",
        "Khiếu nại lần hai có kết quả sửa hoặc hủy quyết định lần đầu",
        "Khiếu nại lần hai có kết quả công nhận, sửa, hủy",
        exclusions="Rút đơn, đình chỉ",
    ),
    _metric(
        "withdrawn_complaints",
        "Khiếu nại rút đơn",
        "share",
        "neutral",
        "Khiếu nại kết thúc vì rút đơn",
        "Khiếu nại kết thúc vì rút đơn hoặc có quyết định",
    ),
    _metric(
        "transfers_per_matter",
        "Số lần chuyển mỗi vụ",
        "ratio",
        "up_bad",
        "Số lần chuyển đơn trong kỳ",
        "Số đơn, vụ việc được chuyển ít nhất một lần trong kỳ",
        exclusions="Hướng dẫn, đôn đốc, bàn giao khi sắp xếp đơn vị hành chính 01/07/2025",
    ),
    _metric(
        "moved_twice_share",
        "Chuyển từ hai lần",
        "share",
        "up_bad",
        "Số đơn, vụ việc bị chuyển từ hai lần trong kỳ",
        "Số đơn, vụ việc được chuyển ít nhất một lần trong kỳ",
        exclusions="Hướng dẫn, đôn đốc, bàn giao khi sắp xếp đơn vị hành chính 01/07/2025",
    ),
    _metric(
        "visits",
        "Lượt tiếp",
        "count",
        "neutral",
        "Số lượt tiếp: mỗi người hoặc đoàn đến một lần là một lượt",
        exclusions="",
    ),
    _metric(
        "people", "Lượt người được tiếp", "count", "neutral", "Tổng số người có mặt trong các lượt tiếp", exclusions=""
    ),
    _metric(
        "visits_regular",
        "Lượt tiếp thường xuyên",
        "count",
        "neutral",
        "Số lượt tiếp tại các buổi thường xuyên",
        exclusions="",
    ),
    _metric(
        "people_regular",
        "Người được tiếp thường xuyên",
        "count",
        "neutral",
        "Tổng số người có mặt tại các buổi thường xuyên",
        exclusions="",
    ),
    _metric(
        "visits_leaders",
        "Lượt lãnh đạo tiếp",
        "count",
        "neutral",
        "Số lượt tiếp tại các kỳ định kỳ và đột xuất, kể cả kỳ ủy quyền",
        exclusions="",
    ),
    _metric(
        "people_leaders",
        "Người được lãnh đạo tiếp",
        "count",
        "neutral",
        "Tổng số người có mặt tại các kỳ định kỳ và đột xuất, kể cả kỳ ủy quyền",
        exclusions="",
    ),
    _metric(
        "repeat_visits",
        "Lượt tiếp nhiều lần",
        "share",
        "up_bad",
        "Số lượt không phải lần đầu",
        "Tất cả lượt tiếp",
        exclusions="",
    ),
    _metric(
        "mass_groups", "Lượt đoàn đông người", "count", "up_bad", "Số lượt tiếp có từ 5 người trở lên", exclusions=""
    ),
    _metric(
        "mass_group_people",
        "Người trong đoàn đông người",
        "count",
        "up_bad",
        "Tổng số người của các đoàn đông người",
        exclusions="",
    ),
    _metric(
        "mass_group_matters",
        "Vụ việc có đoàn đông người",
        "count",
        "up_bad",
        "Số vụ việc khác nhau của các đoàn đông người",
        exclusions="",
    ),
    _metric(
        "petitions_received",
        "Đơn tiếp nhận",
        "count",
        "neutral",
        "Số đơn có ngày tiếp nhận trong kỳ, kể cả đơn trùng",
        exclusions="",
    ),
    _metric(
        "petitions_carried_over",
        "Đơn kỳ trước chuyển sang",
        "count",
        "neutral",
        "Số đơn tiếp nhận trước kỳ và chưa xử lý trước ngày đầu kỳ",
        exclusions="",
    ),
    _metric(
        "petitions_processed",
        "Đơn đã xử lý",
        "share",
        "up_good",
        "Số đơn đã xử lý đến hết kỳ",
        "Đơn kỳ trước chuyển sang cộng đơn tiếp nhận trong kỳ",
        exclusions="",
    ),
    _metric(
        "petitions_eligible",
        "Đơn đủ điều kiện",
        "count",
        "neutral",
        "Số đơn tiếp nhận trong kỳ đủ điều kiện xử lý",
        exclusions="",
    ),
    _metric(
        "petitions_not_eligible",
        "Đơn không đủ điều kiện",
        "count",
        "neutral",
        "Số đơn tiếp nhận trong kỳ không đủ điều kiện",
        exclusions="",
    ),
    _metric(
        "petitions_within_authority",
        "Đơn thuộc thẩm quyền",
        "count",
        "neutral",
        "Số đơn đủ điều kiện tiếp nhận trong kỳ, thuộc thẩm quyền giải quyết",
        exclusions="",
    ),
    _metric(
        "complaints_within_authority",
        "Đơn khiếu nại thuộc thẩm quyền",
        "count",
        "neutral",
        "Trong đó đơn khiếu nại",
        exclusions="",
    ),
    _metric(
        "denunciations_within_authority",
        "Đơn tố cáo thuộc thẩm quyền",
        "count",
        "neutral",
        "Trong đó đơn tố cáo",
        exclusions="",
    ),
    _metric(
        "proposals_within_authority",
        "Đơn kiến nghị, phản ánh thuộc thẩm quyền",
        "count",
        "neutral",
        "Trong đó đơn kiến nghị, phản ánh",
        exclusions="",
    ),
    _metric(
        "petitions_not_within_authority",
        "Đơn không thuộc thẩm quyền",
        "count",
        "neutral",
        "Số đơn đủ điều kiện tiếp nhận trong kỳ, không thuộc thẩm quyền",
        exclusions="",
    ),
    _metric(
        "petitions_unsorted",
        "Đơn chưa xác định thẩm quyền",
        "count",
        "up_bad",
        "Số đơn đủ điều kiện tiếp nhận trong kỳ, chưa xác định thuộc hay không thuộc thẩm quyền",
        exclusions="",
    ),
    _metric(
        "petitions_transferred",
        "Đơn đã chuyển",
        "count",
        "neutral",
        "Đơn không thuộc thẩm quyền đã chuyển cơ quan khác",
        exclusions="",
    ),
    _metric(
        "petitions_guided",
        "Đơn đã hướng dẫn",
        "count",
        "neutral",
        "Đơn không thuộc thẩm quyền đã hướng dẫn",
        exclusions="",
    ),
    _metric(
        "petitions_urged", "Đơn đã đôn đốc", "count", "neutral", "Đơn không thuộc thẩm quyền đã đôn đốc", exclusions=""
    ),
    _metric(
        "replies_received",
        "Văn bản phúc đáp",
        "share",
        "up_good",
        "Số đơn đã chuyển có văn bản phúc đáp",
        "Số đơn tiếp nhận trong kỳ đã chuyển",
        exclusions="",
    ),
    _metric(
        "petitions_escalated",
        "Đơn vượt cấp",
        "count",
        "up_bad",
        "Số đơn tiếp nhận trong kỳ gửi lên cấp trên khi cấp có thẩm quyền chưa giải quyết",
        exclusions="",
    ),
    _metric(
        "petitions_per_matter",
        "Số đơn mỗi vụ việc",
        "ratio",
        "neutral",
        "Số đơn đủ điều kiện đã gắn với vụ việc",
        "Số vụ việc của các đơn đó",
        exclusions="",
    ),
    _metric(
        "duty_compliance",
        "Người đứng đầu trực tiếp tiếp công dân",
        "share",
        "up_good",
        "Số ngày tiếp định kỳ do chính người đứng đầu tiếp, mỗi tháng tính không quá số phải tiếp",
        "Số ngày phải tiếp theo quy định, cộng các tháng dương lịch kết thúc trong kỳ",
        exclusions="Kỳ ủy quyền (không bao giờ tính), kỳ đột xuất, tháng chưa báo cáo; không bù giữa các tháng",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18; Quy định 11-QĐi/TW, Điều 4; Luật 136/2025/QH15",
    ),
    _metric(
        "duty_days_in_person",
        "Ngày trực tiếp tiếp",
        "count",
        "neutral",
        "Số ngày người đứng đầu trực tiếp tiếp định kỳ, không giới hạn theo mức phải tiếp",
        exclusions="Kỳ ủy quyền, kỳ đột xuất",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18",
    ),
    _metric(
        "duty_sessions_missed",
        "Kỳ tiếp bị bỏ",
        "count",
        "up_bad",
        "Số kỳ định kỳ đã lên lịch, đã qua ngày và không tổ chức",
        exclusions="Kỳ dời sang ngày khác",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18",
    ),
    _metric(
        "duty_unreported",
        "Chưa báo cáo",
        "share",
        "up_bad",
        "Số tháng của các chức danh mà đơn vị không có số liệu tiếp công dân nào",
        "Số tháng của các chức danh có nghĩa vụ tiếp",
        exclusions="",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18",
    ),
    _metric(
        "delegated_share",
        "Ủy quyền tiếp thay",
        "share",
        "up_bad",
        "Số kỳ định kỳ và đột xuất do cấp phó tiếp thay",
        "Tất cả kỳ định kỳ và đột xuất đã tổ chức",
        exclusions="Buổi tiếp thường xuyên",
        legal_basis=f"{RECEPTION_LAW} không cho ủy quyền; {FORMS}, biểu 01/TCD cột 12, 21",
    ),
)

METRICS: dict[str, Metric] = {metric.id: metric for metric in _ALL}

_LEDGER = (
    _metric(
        "duty_bands",
        "Mức thực hiện của người đứng đầu",
        "count",
        "neutral",
        "Số người đứng đầu theo mức: đủ số ngày của mọi tháng; gần đủ, từ 75% số ngày; thiếu; chưa tiếp ngày nào",
        exclusions="Kỳ ủy quyền, kỳ đột xuất; tháng chưa báo cáo; tháng khuyết người giữ chức; không bù giữa các tháng",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18; Quy định 11-QĐi/TW, Điều 4; Luật 136/2025/QH15",
        query="ledger_by_post",
    ),
    _metric(
        "delegated_share_by_post",
        "Ủy quyền theo chức danh",
        "share",
        "up_bad",
        "Số kỳ định kỳ và đột xuất do cấp phó tiếp thay",
        "Tất cả kỳ định kỳ và đột xuất đã tổ chức của chức danh",
        exclusions="Buổi tiếp thường xuyên",
        legal_basis=f"{RECEPTION_LAW} không cho ủy quyền; {FORMS}, biểu 01/TCD cột 12, 21",
        query="delegation_by_duty",
    ),
    _metric(
        "duty_schedule",
        "Lịch tiếp định kỳ",
        "count",
        "neutral",
        "Số buổi định kỳ có ngày theo lịch trong tháng; quá ngày mà không có ngày tiếp là không tổ chức",
        exclusions="Kỳ đột xuất, buổi thường xuyên",
        legal_basis=f"{RECEPTION_LAW}, Điều 12, 13, 15, 18",
        query="reception_schedule",
    ),
    _metric(
        "visits_answered_in_time",
        "Trả lời trong 10 ngày làm việc",
        "share",
        "up_good",
        "Số đơn nhận qua tiếp công dân được xử lý trong 10 ngày làm việc kể từ ngày mang đến",
        "Số đơn đó đã trả lời, hoặc đã quá 10 ngày làm việc",
        exclusions="Đơn đã xử lý trước buổi tiếp; đơn còn trong 10 ngày làm việc",
        legal_basis=f"{RECEPTION_LAW}, Điều 28; Quy định 11-QĐi/TW",
        query="reception_outcome",
    ),
    _metric(
        "visits_heard_often",
        "Tiếp từ ba lần, còn tồn",
        "count",
        "up_bad",
        "Số vụ việc tồn đã có từ ba lượt tiếp trở lên đến ngày tính",
        query="heard_often",
    ),
    _metric(
        "visits_dialogues",
        "Đối thoại",
        "share",
        "up_good",
        "Số khiếu nại có quyết định trong kỳ đã ghi nhận đối thoại",
        "Số khiếu nại có quyết định trong kỳ",
        exclusions="Rút đơn, đình chỉ, gộp vụ việc",
        legal_basis=f"{COMPLAINT_LAW}, Điều 30 (lần đầu, khi còn khác nhau), Điều 39 (lần hai, bắt buộc)",
        query="dialogues",
    ),
    _metric(
        "duty_over_years",
        "Trực tiếp tiếp qua các năm",
        "share",
        "up_good",
        "Số ngày tiếp định kỳ do chính người đứng đầu tiếp trong 12 tháng, mỗi tháng tính không quá số phải tiếp",
        "Số ngày phải tiếp của 12 tháng đó",
        exclusions="Kỳ ủy quyền, kỳ đột xuất, tháng chưa báo cáo",
        legal_basis="Quy định 11-QĐi/TW; Kết luận 215-KL/TW",
        query="review_by_duty",
    ),
)

METRICS |= {metric.id: metric for metric in _LEDGER}

_MAP = (
    _metric(
        "complex_cases",
        "Trong danh sách phức tạp, kéo dài",
        "count",
        "neutral",
        "Số vụ việc tồn đang có trong danh sách chính thức vụ việc phức tạp, đông người, kéo dài vào ngày tính",
        query="area_measures",
    ),
    _metric(
        "bounced_matters",
        "Chuyển vòng",
        "count",
        "up_bad",
        "Số đơn, vụ việc trong kỳ được chuyển tới một cơ quan trước đó đã chuyển chính đơn, vụ việc ấy đi",
        exclusions="Hướng dẫn, đôn đốc, bàn giao khi sắp xếp đơn vị hành chính 01/07/2025",
        query="attention_components",
    ),
    _metric(
        "attention_score",
        "Chỉ số cần chú ý",
        "ratio",
        "up_bad",
        "Tổng có trọng số, từ 0 đến 100, của thứ hạng phần trăm: quá hạn (0,25), tồn trên 180 ngày (0,20), đoàn đông "
        "người 90 ngày qua, cứ 45 ngày giảm một nửa (0,20), trong danh sách phức tạp (0,15), đơn vượt cấp (0,10), mới "
        "trên 10.000 dân đã làm mượt (0,10)",
        exclusions="Địa bàn dưới 3.000 dân hoặc dưới 5 vụ việc; thành phần thiếu thì chia lại trọng số",
        legal_basis="Không phải danh sách điểm nóng; danh sách ấy do cơ quan có thẩm quyền lập",
        query="attention_components",
    ),
)

METRICS |= {metric.id: metric for metric in _MAP}
