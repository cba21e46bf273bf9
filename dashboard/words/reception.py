"""Did the heads receive citizens themselves?"""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.facts.running_duty import RunningMonth
from dashboard.words import figures, share, windows
from dashboard.words import numbers as vi

VIEWS = {
    "posts": "Người đứng đầu",
    "groups": "Nhóm, địa bàn",
    "schedule": "Lịch tiếp",
    "outcome": "Lượt tiếp, kết quả",
    "years": "Qua các năm",
}
LEVELS = {
    "province": "Cấp tỉnh",
    "agency": "Sở, ngành",
    "commune": "Cấp xã",
    "district": "Cấp huyện (cũ)",
}
GROUPS = {
    "duty_code": "Nhóm chức danh",
    "duty_level": "Cấp",
    "district_name": "Huyện cũ",
    "deputies": "Cấp phó tiếp thay",
}
GROUPS_LABEL = "Xem theo"
PARTS = {"outcome": "Kết quả", "volume": "Lượt tiếp", "form": "Biểu 01/TCD"}
PARTS_LABEL = "Nội dung xem"
TITLES = {
    "duty_code": "Tỷ lệ trực tiếp tiếp công dân theo nhóm chức danh",
    "duty_level": "Tỷ lệ trực tiếp tiếp công dân theo cấp",
    "district_name": "Tỷ lệ trực tiếp tiếp công dân theo huyện cũ",
    "bands": "Số người đứng đầu tiếp đủ, còn thiếu, chưa tiếp",
    "visits": "Số lượt tiếp, số người qua các kỳ",
    "form": "Kết quả tiếp công dân trong kỳ",
    "cards": "Các chỉ số của kỳ, so với kỳ trước",
}


def headline(duty: Figure, delegated: Figure, *, months: str, without: int, running: RunningMonth | None = None) -> str:
    """Did the heads come themselves? The months that are over, then the one that runs."""
    text = f"{vi.sentence_case(_judged(duty, delegated, months=months, without=without))}"
    return f"{text}. {vi.sentence_case(windows.days_so_far(running))}." if running else f"{text}."


def _judged(duty: Figure, delegated: Figure, *, months: str, without: int) -> str:
    if not duty.kept:
        return f"{months}: {figures.NO_DATA} về các buổi tiếp công dân"
    if not duty.denominator:
        return f"{months}: chưa có ngày tiếp công dân nào của người đứng đầu đến kỳ phải xét"
    text = f"{months}: người đứng đầu trực tiếp tiếp công dân {share.of(duty)} số ngày phải tiếp"
    if delegated.denominator:
        text = f"{text}; cấp phó tiếp thay {share.of(delegated)} số buổi đã tổ chức"
    return f"{text}; {vi.prose_count(without)} người đứng đầu chưa tiếp buổi nào" if without else text
