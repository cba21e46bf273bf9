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


def residual(rows: pd.DataFrame) -> str:
    """The balance does not close: say by how much, never hide it."""
    gap = vi.count(int(rows["residual"].abs().sum()))
    return f"Số liệu chưa khớp: chênh {gap} vụ việc giữa tồn đầu kỳ, vụ việc mới và tồn cuối kỳ."
