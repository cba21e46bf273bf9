"""The demo's time line: working days, Tết, seasons. Days are integers since 1970-01-01."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays
import numpy as np

NONE = np.iinfo(np.int64).min  # no date


def day(year: int, month: int, dom: int) -> int:
    """Days since 1970-01-01."""
    return (date(year, month, dom) - date(1970, 1, 1)).days


AS_OF = day(2026, 11, 22)
START = day(2018, 12, 15)
CARRIED_FROM = day(2018, 4, 1)  # dossiers still open on the first day came in since then
MERGED_DEPARTMENTS = day(2025, 3, 1)
REFORM = day(2025, 7, 1)
LAW_136 = day(2026, 7, 1)
SILENT_FROM = day(2026, 8, 10)  # three communes enter nothing any more
UNTIL = day(2026, 12, 31)  # sessions are scheduled up to here
# Intake by year: a dip in the epidemic, a rise with the projects and after the reform.
YEAR_WEIGHT = {2018: 1.0, 2019: 1.0, 2020: 0.97, 2021: 0.84, 2022: 1.0, 2023: 1.07, 2024: 1.14, 2025: 1.27, 2026: 1.42}
MONTH_WEIGHT = (0.92, 0.8, 1.1, 1.1, 1.08, 1.05, 1.0, 0.98, 1.03, 1.07, 1.02, 0.88)


@lru_cache(maxsize=1)
def _off_days() -> frozenset[int]:
    days = holidays.country_holidays("VN", years=range(2010, 2028))
    return frozenset((found - date(1970, 1, 1)).days for found in days)


@lru_cache(maxsize=1)
def working() -> np.ndarray:
    """Boolean by day number, from 1970-01-01 to the end of 2027."""
    span = np.arange(day(2028, 1, 1))
    is_working = (span + 3) % 7 < 5  # 1970-01-01 was a Thursday
    is_working[list(_off_days())] = False
    return is_working


@lru_cache(maxsize=1)
def _next_working() -> np.ndarray:
    span = np.arange(len(working()))
    return np.minimum.accumulate(np.where(working(), span, len(span) - 1)[::-1])[::-1]


def next_working(days: np.ndarray) -> np.ndarray:
    """The day itself when working, else the first working day after it."""
    return _next_working()[np.minimum(days, len(working()) - 1)]


def previous_working(days: np.ndarray) -> np.ndarray:
    """The day itself when working, else the last working day before it."""
    span = np.arange(len(working()))
    return np.maximum.accumulate(np.where(working(), span, 0))[np.minimum(days, len(span) - 1)]


@lru_cache(maxsize=1)
def _tet() -> tuple[int, ...]:
    named = holidays.country_holidays("VN", years=range(2018, 2028), language="vi")
    return tuple((found - date(1970, 1, 1)).days for found, name in named.items() if "Tết Nguyên Đán" in name)


def intake_weight(first: int, last: int) -> np.ndarray:
    """How much work comes in on each day first..last: years, seasons, Tết, working days, the 2021 epidemic."""
    days = np.arange(first, last + 1)
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(int)
    weight = np.array([YEAR_WEIGHT[1970 + m // 12] * MONTH_WEIGHT[m % 12] for m in months])
    around = np.abs(days[:, None] - np.array(_tet())[None]).min(axis=1)
    weight[around <= 8] *= 0.6
    weight[(days >= day(2021, 7, 1)) & (days <= day(2021, 10, 5))] *= 0.5
    return weight * np.where(working()[first : last + 1], 1.0, 0.02)


def iso(days: np.ndarray) -> list[str | None]:
    """ISO text, None where there is no date; equal days share one text."""
    known = days[days != NONE]
    first, last = (int(known.min()), int(known.max())) if len(known) else (0, 0)
    text = np.datetime_as_string(np.arange(first, last + 1).astype("datetime64[D]")).tolist()
    return np.array([*text, None], dtype=object)[np.where(days == NONE, -1, days - first)].tolist()


def month_index(days: np.ndarray) -> np.ndarray:
    """Months since 1970-01."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def month_start(months: np.ndarray) -> np.ndarray:
    """The first day of months given as months since 1970-01."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
