"""A unit's months against its own usual swing: charts, and what the newest month signals."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import pandas as pd

from data_loaders.statistics import xmr

Span = Literal["month", "quarter"]
Flow = Literal["entered", "resolved", "judged", "on_time"]
LEAST_BASE = 20
"""A share of fewer cases a month is charted by quarters."""
BY_CHANCE = 0.04
"""How often the newest month of a unit without any change gives a signal (simulated; see the tests)."""


def counts(months: pd.DataFrame, column: str, *, rebased_on: Iterable[date] = ()) -> pd.DataFrame:
    """The chart of a count of one unit: rows of `xmr.chart`; `months` as the question `unit_months` answers it."""
    return xmr.chart(_series(months, column), rebased_on=rebased_on, least_value=0)


def on_time(months: pd.DataFrame, *, rebased_on: Iterable[date] = ()) -> tuple[pd.DataFrame, Span]:
    """The chart of one unit's on-time share, and whether it is by month or, with few cases, by quarter."""
    monthly = months.set_index("start_on")[["on_time", "judged"]].astype(float)
    by_month = monthly["judged"].median() >= LEAST_BASE
    table = monthly if by_month else monthly.resample("QS").sum()[monthly.resample("QS").size() == 3]  # whole quarters
    share = table["on_time"] / table["judged"].where(table["judged"] > 0)
    span: Span = "month" if by_month else "quarter"
    return xmr.chart(share, every=span, rebased_on=rebased_on, least_value=0), span


def newest(months: pd.DataFrame, column: Flow) -> pd.DataFrame:
    """The units whose newest month gives a signal: unit_code, value, rule, direction (+1 up, −1 down).

    Of what flows only: a stock (open_count, overdue) carries over from month to month and would signal without cause.
    """
    ordered = months.sort_values("start_on")
    found = [
        (unit, rows[column].iloc[-1], *signal)
        for unit, rows in ordered.groupby("unit_code")
        if (signal := xmr.newest(rows[column].to_numpy(float), least_value=0))
    ]
    return pd.DataFrame(found, columns=["unit_code", "value", "rule", "direction"])


def expected_by_chance(units: int) -> float:
    """How many of so many units would give a signal this month if nothing had changed anywhere."""
    return BY_CHANCE * units


def _series(months: pd.DataFrame, column: str) -> pd.Series:
    return months.set_index("start_on")[column].astype(float)
