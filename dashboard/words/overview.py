"""The overview: the state of the province in one sentence, and what must be concluded."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts.change import Change, Figure
from dashboard.words import change, figures, share
from dashboard.words import numbers as vi

Figures = Mapping[str, Figure]
Changes = Mapping[str, Change]
TITLES = {
    "balance": "Tồn đầu kỳ, vụ việc mới, đã giải quyết, tồn cuối kỳ",
    "decide": "Việc cần kết luận",
    "idle_heads": "Người đứng đầu chưa trực tiếp tiếp và không còn lịch trong tháng",
    "worse_areas": "Địa bàn có số vụ việc quá hạn tăng {against}",
}


def headline(now: Figures, steps: Changes, *, place: str, until: str, against: str) -> str:
    """The state of the province in one sentence."""
    if not now["open_dossiers"].kept:
        return f"Đến hết ngày {until}, {place} {figures.NO_DATA} về vụ việc."
    overdue, left = now["overdue_share"], now["open_dossiers"].numerator or 0
    counted = f"còn {vi.count(left)} vụ việc" if left else "không còn vụ việc nào"
    text = (
        f"Đến hết ngày {until}, {place} {counted} chưa giải quyết xong, "
        f"{change.sentence(steps['open_dossiers'], against=against)}"
    )
    return f"{text}; quá hạn {share.of(overdue)} số vụ việc xác định được hạn." if overdue.denominator else f"{text}."


def worse_areas(areas: pd.DataFrame) -> str:
    """Areas whose overdue count rose beyond chance, named."""
    if areas.empty:
        return "Không địa bàn nào có số vụ việc quá hạn tăng vượt mức dao động bình thường."
    parts = [
        f"{name} (+{vi.count(int(rise))} vụ việc)" for name, rise in areas[["name", "rise"]].itertuples(index=False)
    ]
    return f"Số vụ việc quá hạn tăng vượt mức dao động bình thường tại {', '.join(parts)}."


def no_base_areas(against: str) -> str:
    """There are no records of the time to compare with."""
    return change.no_base_of("Số vụ quá hạn theo địa bàn", against)


def residual(rows: pd.DataFrame) -> str:
    """The balance does not close: say by how much, never hide it."""
    gap = vi.count(int(rows["residual"].abs().sum()))
    return f"Số liệu chưa khớp: chênh {gap} vụ việc giữa tồn đầu kỳ, vụ việc mới và tồn cuối kỳ."
