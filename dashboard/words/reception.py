"""Did the heads receive citizens themselves?"""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.facts.running_duty import RunningMonth
from dashboard.words import figures, share, windows
from dashboard.words import numbers as vi

VIEWS = {
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
MONTH_BY_MONTH = "Xem từng chức danh, từng tháng"
TITLES = {
    "by_duty": "Tỷ lệ trực tiếp tiếp công dân theo nhóm chức danh",
    "by_duty_table": "Số ngày tiếp theo nhóm chức danh",
    "by_district": "Tỷ lệ trực tiếp tiếp công dân theo huyện cũ",
    "by_district_table": "Số ngày tiếp theo huyện cũ",
    "posts": "Từng người đứng đầu trong kỳ",
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
