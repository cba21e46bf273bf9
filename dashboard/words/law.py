"""What changed in the law inside a period, in one sentence a day, made from the rule rows and events themselves."""

from __future__ import annotations

import pandas as pd

from dashboard.words import numbers as vi
from queries.periods import Period, law_changes

MOST = 3
NOTE = "Từ {day}: {what}."
WITH_ARTICLE = "{label} ({article})"
MORE = "và {count} thay đổi khác"


def notes(period: Period) -> list[str]:
    """'Từ 01/07/2026: Luật 136/2025/QH15 có hiệu lực.', oldest first.

    Where events name the day they speak for its rules; else the rules speak for themselves, the first few of them.
    """
    return [
        NOTE.format(day=vi.date(day), what="; ".join(_what(rows)))
        for day, rows in law_changes(period).groupby("changed_on")
    ]


def _what(rows: pd.DataFrame) -> list[str]:
    events = rows[rows["file"] == "events"]
    told = rows if events.empty else events
    said = [_one(row.label, row.article) for row in told.head(MOST).itertuples()]
    return said if len(told) <= MOST else [*said, MORE.format(count=vi.count(len(told) - MOST))]


def _one(label: str, article: str) -> str:
    return label if article in label else WITH_ARTICLE.format(label=label, article=article)
