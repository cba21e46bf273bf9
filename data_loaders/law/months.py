"""Ends of months and the same day a year before, as plain dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def day_of_month(year: int, month: int, day: int) -> date:
    """That day of the month, its last one where the month is shorter (31: always the last)."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def last_of_month(day: date) -> date:
    """The last day of the month that `day` is in."""
    return day_of_month(day.year, day.month, 31)


def year_before(day: date) -> date:
    """The same date a year before; 28/2 for 29/2."""
    return day_of_month(day.year - 1, day.month, day.day)
