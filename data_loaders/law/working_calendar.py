"""Which days are working days: the `holidays` library for Vietnam, corrected by dated rows (holidays.csv)."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, timedelta
from typing import Any

import holidays
import numpy as np
import pandas as pd

_LOOK_AHEAD = timedelta(days=40)  # longer than any run of days off


def working_calendar(first: date, last: date, *, overrides: pd.DataFrame | None = None) -> pd.DataFrame:
    """One row a day from `first` to `last`, both included.

    Columns: day, is_working, holiday_name (missing on ordinary days), next_working (the day itself if it is working),
    working_index (working days from `first` up to and including the day). `overrides` as rules.load("holidays").
    """
    base = _vietnam(first, last + _LOOK_AHEAD)
    days = pd.date_range(first, last + _LOOK_AHEAD, unit="us")
    working = np.array([_is_working(day.date(), base) for day in days])
    names = [base.get(day.date()) for day in days]
    frame = pd.DataFrame({"day": days, "is_working": working, "holiday_name": pd.Series(names, dtype="str")})
    _apply(overrides, frame)
    frame["next_working"] = frame["day"].where(frame["is_working"]).bfill()
    frame["working_index"] = frame["is_working"].cumsum().astype("int64")
    return frame[frame["day"] <= pd.Timestamp(last)].reset_index(drop=True)


def _vietnam(first: date, last: date) -> holidays.HolidayBase:
    return holidays.country_holidays("VN", years=range(first.year, last.year + 1), language="vi")


def _is_working(day: date, base: holidays.HolidayBase) -> bool:
    """Monday to Friday but not a day off, or a weekend day worked in its place."""
    return (day.weekday() < 5 and day not in base) or day in base.weekend_workdays


def _apply(overrides: pd.DataFrame | None, frame: pd.DataFrame) -> None:
    """The rows of `overrides` win over the library; a day made working keeps no holiday name."""
    if overrides is None or overrides.empty:
        return
    days = pd.to_datetime(overrides["day"])
    chosen: dict[Any, dict[Hashable, Any]] = dict(zip(days, overrides.to_dict("records"), strict=True))
    for place in frame.index[frame["day"].isin(list(chosen))]:
        row = chosen[frame.at[place, "day"]]
        frame.at[place, "is_working"] = bool(row["is_working"])
        frame.at[place, "holiday_name"] = None if row["is_working"] else row["name"]
