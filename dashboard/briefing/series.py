"""Figures of the last twelve periods, and the questions that a count asks."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.briefing.topic import Asked
from dashboard.drawing.figure import Chart, Kind, numbers
from dashboard.words import numbers as vi
from dashboard.words.headings import HEADINGS


def over_time(material: Material, table: str, kind: Kind, **tints: str) -> Chart | None:
    """Columns of the answer by the colour they are drawn in; None without a period."""
    rows, quarters, part = material.tables[table], material.tables["quarterly_series"], material.running(table)
    series = {HEADINGS[name]: numbers(rows[name]) for name in tints}
    running = bool(len(quarters) and quarters["is_running"].iloc[-1])
    same = {HEADINGS[name]: value for name, value in part.same.items() if name in tints and value} if part else {}
    elapsed, said = (part.elapsed, part.said) if part else ("", "")
    looks = tuple(tints.values())
    chart = Chart(
        kind, period_labels(rows), series, tints=looks, running=running, elapsed=elapsed, same=same, said=said
    )
    return chart if chart.labels else None


def period_labels(rows: pd.DataFrame) -> list[str]:
    """2026-Q3 → III/26: short enough to stand under twelve columns."""
    return [vi.short_period(code) for code in rows["code"]]


def asked_of(about: str, question: str, amount: int, *, who: str = "", **more: str) -> list[Asked]:
    """The question with its count, beside the sentence it is about; none where there is nothing to ask."""
    return [Asked(about, question.format(count=vi.prose_count(amount), **more), who)] if amount > 0 else []


def lacking(material: Material, name: str) -> int:
    """What a share still lacks of its whole."""
    figure = material.now[name]
    return int(figure.denominator or 0) - int(figure.numerator or 0)
