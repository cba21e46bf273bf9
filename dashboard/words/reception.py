"""Did the heads receive citizens themselves?"""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.words import numbers as vi
from dashboard.words import share

DUTY_CELL = (
    "{state} (phải tiếp {required}, trực tiếp tiếp {in_person}, cấp phó tiếp thay {delegated}, không tổ chức {missed})"
)
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
TITLES = {
    "by_duty": "Tỷ lệ trực tiếp tiếp công dân theo nhóm chức danh",
    "by_duty_table": "Số ngày tiếp theo nhóm chức danh",
    "by_district": "Tỷ lệ trực tiếp tiếp công dân theo huyện cũ",
    "by_district_table": "Số ngày tiếp theo huyện cũ",
    "strip": "{count} người đứng đầu còn thiếu nhiều ngày tiếp nhất, từng tháng",
    "posts": "Từng người đứng đầu trong kỳ",
    "visits": "Số lượt tiếp, số người qua các kỳ",
    "form": "Kết quả tiếp công dân trong kỳ",
}


def headline(duty: Figure, delegated: Figure, *, window: str, without: int) -> str:
    """Did the heads come themselves?"""
    if not duty.denominator:
        return f"{window}, chưa có ngày tiếp công dân nào của người đứng đầu đến kỳ phải xét."
    text = f"{window}, người đứng đầu trực tiếp tiếp công dân {share.of(duty)} số ngày phải tiếp"
    if delegated.denominator:
        text = f"{text}; cấp phó tiếp thay {share.of(delegated)} số kỳ đã tổ chức"
    if not without:
        return f"{text}."
    return f"{text}; {vi.prose_count(without)} người đứng đầu chưa tiếp buổi nào."
