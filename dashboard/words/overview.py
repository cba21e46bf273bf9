"""The overview: the state of the province in one sentence, and what must be concluded."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Change, Figure
from dashboard.facts.peers import Spread
from dashboard.words import change, figures, share
from dashboard.words import numbers as vi

Figures = Mapping[str, Figure]
Changes = Mapping[str, Change]
TITLES = {
    "balance": "Tồn đầu kỳ, vụ việc mới, đã giải quyết, tồn cuối kỳ",
    "trend": "Đang giải quyết và quá hạn, cuối mỗi quý",
    "places": "Địa bàn có nhiều vụ việc quá hạn nhất",
    "bodies": "Cơ quan giữ nhiều vụ việc quá hạn nhất",
    "heads": "Chưa tiếp công dân, không còn lịch trong tháng ({count})",
    "conclusions": "Kết luận của kỳ trước và kết quả thực hiện",
}
TREND, QUARTER = {"open_count": "đang giải quyết"}, "quý"
WHY = "Do đâu tăng, giảm"
NO_START = "Chưa cân đối được: chưa có số liệu về vụ việc đến trước ngày đầu kỳ."
CONCLUSIONS = "Xem từng kết luận, chỉ đạo"
DECIDE = "Xem cả {count} việc, soạn danh sách"
LATE = "{part} trên {whole}"
NONE = "Không có."


def late(part: int, whole: int) -> str:
    """'40 trên 191'."""
    return LATE.format(part=vi.count(part), whole=vi.count(whole))


def heads(count: int) -> str:
    """The title of the list of heads, with how many they are."""
    return TITLES["heads"].format(count=vi.count(count))


def more(count: int) -> str:
    """The link to the whole list of what to decide."""
    return DECIDE.format(count=vi.count(count))


def headline(now: Figures, steps: Changes, *, place: str, until: str, against: str) -> str:
    """The state of the province in one sentence."""
    if not now["open_dossiers"].kept:
        return f"Đến hết ngày {until}, {place} {figures.NO_DATA} về vụ việc."
    overdue, left = now["overdue_share"], now["open_dossiers"].numerator or 0
    counted = f"còn {vi.prose_count(left)} vụ việc" if left else "không còn vụ việc nào"
    text = (
        f"Đến hết ngày {until}, {place} {counted} chưa giải quyết xong, "
        f"{change.sentence(steps['open_dossiers'], against=against)}"
    )
    return f"{text}; quá hạn {share.of(overdue)} số vụ việc xác định được hạn." if overdue.denominator else f"{text}."


def beside(whole: Figures, peers: Spread | None) -> str:
    """For the leader of one area: the province's own figures, and how the areas spread, none of them named."""
    left, overdue = whole["open_dossiers"], whole["overdue_share"]
    text = f"Toàn tỉnh còn {vi.prose_count(left.numerator)} vụ việc chưa giải quyết xong"
    text += f", quá hạn {share.of(overdue)} số vụ việc xác định được hạn." if overdue.denominator else "."
    if peers is None:
        return text
    lower, middle, upper = (vi.percent(each, digits=0) for each in (peers.lower, peers.middle, peers.upper))
    return (
        f"{text} Nửa số địa bàn có tỷ lệ quá hạn từ {lower} đến {upper}, ở giữa là {middle} "
        f"(xét {vi.prose_count(peers.areas)} địa bàn đủ số liệu)."
    )


def residual(rows: pd.DataFrame) -> str:
    """The balance does not close: say by how much, never hide it."""
    gap = vi.prose_count(int(rows["residual"].abs().sum()))
    return f"Số liệu chưa khớp: chênh {gap} vụ việc giữa tồn đầu kỳ, vụ việc mới và tồn cuối kỳ."
