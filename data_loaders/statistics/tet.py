"""Tet moves between January and February: its share of a month as regressor (Bell & Hillmer 1983; X-13, genhol)."""

from __future__ import annotations

from datetime import date
from functools import cache

import holidays
import numpy as np
import pandas as pd

from data_loaders.statistics.intervals import Floats

BEFORE, AFTER = 7, 9
"""Days before and after the first day of Tet on which little comes in."""
FIRST, LAST = 2010, 2036
NAME = "Lunar New Year"


@cache
def first_days() -> tuple[date, ...]:
    """The first day of the lunar year, 2010 to 2036."""
    known = holidays.country_holidays("VN", years=range(FIRST, LAST + 1), language="en_US")
    return tuple(sorted(day for day, name in known.items() if name == NAME))


@cache
def _shares() -> pd.Series:
    """The part of each year's window that lies in each month, less what is usual for that calendar month."""
    span = pd.period_range(f"{FIRST}-01", f"{LAST}-12", freq="M")
    windows = [pd.date_range(day, periods=BEFORE + AFTER + 1) - pd.Timedelta(days=BEFORE) for day in first_days()]
    days = pd.Series(np.concatenate([window.to_numpy() for window in windows]))
    share = days.dt.to_period("M").value_counts().reindex(span, fill_value=0) / (BEFORE + AFTER + 1)
    return share - share.groupby(share.index.month).transform("mean")


def regressor(first_month: date, months: int) -> Floats:
    """The regressor of that many months on end, about −1 to 1.

    Raises:
        KeyError: a month before 2010 or after 2036.
    """
    span = pd.period_range(pd.Period(first_month, "M"), periods=months, freq="M")
    return _shares().loc[list(span)].to_numpy(float)


def effect(values: Floats, first_month: date) -> float:
    """The regression of ln(value + ½) on calendar month, trend and the regressor: the regressor's coefficient."""
    months, count = pd.Period(first_month, "M").month, len(values)
    calendar = (np.arange(count) + months - 1) % 12
    design = np.column_stack(
        [calendar[:, None] == np.arange(12), np.arange(count) / 12, regressor(first_month, count)]
    ).astype(float)
    fitted = np.linalg.lstsq(design, np.log(np.asarray(values, float) + 0.5), rcond=None)[0]
    return float(fitted[-1])


def factors(values: Floats, first_month: date, *, ahead: int) -> Floats:
    """By what Tet multiplies each month of `values` and of the `ahead` next ones."""
    return np.exp(effect(values, first_month) * regressor(first_month, len(values) + ahead))
