"""XmR charts: has this month's figure really changed? (Wheeler; the four rules of NHS England's Making Data Count.)

Limits are mean ± 2,66 · mean moving range. Ranges of 3,267 times their mean or more are left out once (Nelson 1982).
A missing month is NaN: it breaks the moving range and every run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

LIMIT, SCREEN, NEAR = 2.66, 3.267, 2 / 3
LEAST, SURE = 6, 12
"""Fewer points than `LEAST` have no limits, fewer than `SURE` provisional ones."""
RUN = 7
FROZEN = 24
BEYOND, TREND, TWO_OF_THREE, SIDE = RULES = ("beyond", "trend", "two_of_three", "side")
"""The rules in their order of precedence; a point is named by the first that it meets."""


@dataclass(frozen=True)
class Limits:
    """What is usual for a unit: `points` months entered the mean; `low` may be cut at the least possible value."""

    mean: float
    low: float
    high: float
    mean_range: float
    points: int

    @property
    def provisional(self) -> bool:
        return self.points < SURE

    @property
    def unchanging(self) -> bool:
        """Every month alike: there is nothing a limit could say."""
        return self.mean_range == 0


class Signal(NamedTuple):
    """A rule's name and the direction it points to (+1 up, −1 down)."""

    rule: str
    direction: int


def limits(values: ArrayLike, *, screened: bool = True, least_value: float | None = None) -> Limits | None:
    """The limits that the months themselves give; None for fewer than six.

    Args:
        values: one a month, in order; NaN where a month is missing.
        screened: leave out the moving ranges that are far too wide, once.
        least_value: what the figure cannot fall below (0 for a count): the lower limit ends there.
    """
    x = np.asarray(values, float)
    known = x[~np.isnan(x)]
    if len(known) < LEAST:
        return None
    ranges = np.abs(np.diff(x))
    ranges = ranges[~np.isnan(ranges)]
    usual = float(ranges.mean()) if len(ranges) else 0.0
    kept = ranges[ranges < SCREEN * usual]
    if screened and kept.any():  # where only the wide ranges are not 0, nothing usual would be left
        usual = float(kept.mean())
    mean = float(known.mean())
    low = mean - LIMIT * usual
    return Limits(mean, low if least_value is None else max(low, least_value), mean + LIMIT * usual, usual, len(known))


def signals(values: ArrayLike, usual: Limits) -> list[Signal | None]:
    """For each month the first rule that it meets, or None."""
    x = np.asarray(values, float)
    if usual.unchanging:
        return [None] * len(x)
    side = np.nan_to_num(np.sign(x - usual.mean)).astype(np.int64)
    beyond = np.where(x > usual.high, 1, np.where(x < usual.low, -1, 0))
    wide = NEAR * LIMIT * usual.mean_range
    near = np.where((np.abs(x - usual.mean) > wide) & (beyond == 0), side, 0)
    found = dict(zip(RULES, (beyond, trends(x), two_of_three(near, side), sides(side)), strict=True))
    return [
        next((Signal(rule, int(marks[i])) for rule, marks in found.items() if marks[i]), None) for i in range(len(x))
    ]


def trends(values: ArrayLike) -> NDArray[np.int64]:
    """±1 from the seventh of seven points that all rise or all fall: an equal pair or a missing month breaks it."""
    x = np.asarray(values, float)
    steps = np.nan_to_num(np.sign(np.diff(x))).astype(np.int64)
    return np.concatenate([np.zeros(min(len(x), 1), np.int64), _runs(steps, RUN - 1)])


def sides(side: ArrayLike) -> NDArray[np.int64]:
    """±1 from the seventh point in a row on one side of the mean; a point on the mean (0) breaks it."""
    return _runs(np.asarray(side, np.int64), RUN)


def two_of_three(near: ArrayLike, side: ArrayLike) -> NDArray[np.int64]:
    """±1 on the near points of three in a row on one side of the mean of which two or more are near its limit.

    `near`: ±1 where a point is in the outer third before that limit (points beyond it are not), `side`: ±1.
    """
    close, where = np.asarray(near, np.int64), np.asarray(side, np.int64)
    marks = np.zeros(len(close), np.int64)
    for first in range(len(close) - 2):
        three = slice(first, first + 3)
        for direction in (-1, 1):
            of_limit = close[three] == direction
            if (where[three] == direction).all() and of_limit.sum() >= 2:
                marks[three][of_limit] = direction
    return marks


def _runs(signs: NDArray[np.int64], length: int) -> NDArray[np.int64]:
    marks, run = np.zeros(len(signs), np.int64), 0
    for i, sign in enumerate(signs):
        run = run + 1 if i and sign == signs[i - 1] else 1
        marks[i] = sign if run >= length else 0
    return marks


def chart(
    months: pd.Series,
    *,
    rebased_on: Iterable[date] = (),
    least_value: float | None = None,
    every: Literal["month", "quarter"] = "month",
) -> pd.DataFrame:
    """Every month (or quarter) from the first to the last with its limits and its signal.

    Args:
        months: the figure, indexed by the first day of each month; months that are not there are missing. None at all
            give a chart without rows.
        rebased_on: fixed days of a change of law, of division or of the counting rule: mean, ranges and rules begin
            anew with the first month that begins on such a day or after. Never a day chosen because of the figures.
        least_value: as in `limits`.
        every: what a point stands for.

    Returns:
        month, value, stretch (0, 1, …), mean, low, high (missing without limits), provisional, rule, direction.
    """
    columns = ["month", "value", "stretch", "mean", "low", "high", "provisional", "rule", "direction"]
    if months.empty:
        return _stretch(months.astype(float), least_value).assign(stretch=0)[columns]
    index = pd.date_range(months.index.min(), months.index.max(), freq={"month": "MS", "quarter": "QS"}[every])
    values = months.astype(float).reindex(index)
    stretch = sum((index >= pd.Timestamp(day)).astype(int) for day in rebased_on) + np.zeros(len(index), int)
    parts = [_stretch(values[stretch == part], least_value).assign(stretch=part) for part in np.unique(stretch)]
    return pd.concat(parts, ignore_index=True)[columns]


def _stretch(values: pd.Series, least_value: float | None) -> pd.DataFrame:
    usual = limits(values, least_value=least_value)
    found = signals(values, usual) if usual else [None] * len(values)
    return pd.DataFrame(
        {
            "month": values.index,
            "value": values.to_numpy(),
            "mean": usual.mean if usual else np.nan,
            "low": usual.low if usual else np.nan,
            "high": usual.high if usual else np.nan,
            "provisional": usual.provisional if usual else True,
            "rule": pd.Series([one.rule if one else None for one in found], dtype="str"),
            "direction": [one.direction if one else 0 for one in found],
        }
    )


def newest(values: ArrayLike, *, least_value: float | None = None) -> Signal | None:
    """What the newest month signals against limits frozen on 24 months; None for nothing, or too few months.

    The seven newest months are judged together and take no part in their own limits: those are of the 24 before them.
    By chance alone, about 4 of 100 units without any change give a signal in a month.
    """
    x = np.asarray(values, float)
    usual = limits(x[:-RUN][-FROZEN:], least_value=least_value)
    if usual is None or usual.provisional:
        return None
    return signals(x[-RUN:], usual)[-1]
