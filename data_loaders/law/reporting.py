"""Reporting periods as plain date arithmetic: which days a month, quarter, half, nine months or year holds.

A calendar is one number: the day of the month on which a reporting month closes (31: its last day). The inspectorate's
months closed on the 15th for the report years before 2021 (Thông tư 03/2013/TT-TTCP) and close on the 14th since
(Thông tư 02/2021, 01/2024, 06/2025): Q1 of 2026 is 15/12/2025 to 14/3/2026. A report year follows the rule in force
on its 1 January.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

import pandas as pd

from data_loaders.law import messages as say
from data_loaders.law import rulebook
from data_loaders.law.months import day_of_month
from data_loaders.law.rulebook import RuleBook
from data_loaders.messages import LoaderError

LAST_DAY = 31

# code without its year -> (kind, first month, last month)
SHAPES: dict[str, tuple[str, int, int]] = (
    {f"M{month:02d}": ("month", month, month) for month in range(1, 13)}
    | {f"Q{quarter}": ("quarter", 3 * quarter - 2, 3 * quarter) for quarter in range(1, 5)}
    | {"H1": ("half", 1, 6), "H2": ("half", 7, 12), "9M": ("nine_months", 1, 9), "Y": ("year", 1, 12)}
)


class PeriodError(LoaderError):
    """A period or calendar that cannot be understood; the message is one Vietnamese sentence."""


def window(shape: str, *, year: int, calendar: str, rules: RuleBook | None = None) -> tuple[date, date]:
    """First and last day of a period, such as ("Q3", year=2026). Raises PeriodError, KeyError for an unknown shape."""
    return _window(shape, year, closing_day(year, calendar=calendar, rules=rules))


def _window(shape: str, year: int, closing: int) -> tuple[date, date]:
    _, first_month, last_month = SHAPES[shape]
    return _month_start(year, first_month, closing), day_of_month(year, last_month, closing)


def closing_day(year: int, *, calendar: str, rules: RuleBook | None = None) -> int:
    """The day on which a month of report year `year` closes. Raises PeriodError."""
    known = (rules or rulebook.installed()).spans
    if calendar not in known:
        raise PeriodError(say.CALENDAR_UNKNOWN.format(calendar=calendar, choices=", ".join(sorted(known))))
    new_year = date(year, 1, 1)
    for first, last, closing in known[calendar]:
        if first <= new_year <= last:
            return closing
    raise PeriodError(say.CALENDAR_NO_RULE.format(calendar=calendar, year=year))


def _month_start(year: int, month: int, closing: int) -> date:
    """The day after the month before closed."""
    if closing == LAST_DAY:
        return date(year, month, 1)
    before = (year, month - 1) if month > 1 else (year - 1, 12)
    return day_of_month(*before, closing) + timedelta(days=1)


def previous(shape: str, year: int) -> tuple[str, int]:
    """The period just before one of its own kind; for nine months, which have none: the nine months of last year."""
    kind, _, _ = SHAPES[shape]
    same = [other for other, (other_kind, _, _) in SHAPES.items() if other_kind == kind]
    place = same.index(shape)
    return (same[place - 1], year) if place else (same[-1], year - 1)


def code(shape: str, year: int) -> str:
    """2026-Q3."""
    return f"{year}-{shape}"


def periods(first_year: int, last_year: int, *, rules: RuleBook | None = None) -> pd.DataFrame:
    """Every period of the report years from `first_year` to `last_year`, in every calendar.

    Columns: calendar, code, kind, start_on, end_on, previous_code, last_year_code. Years without a rule are left out.
    """
    known = rules or rulebook.installed()
    rows = [
        _row(shape, year, calendar, closing)
        for calendar in sorted(known.spans)
        for year, closing in _closing_days(first_year, last_year, calendar, known)
        for shape in SHAPES
    ]
    columns = ["calendar", "code", "kind", "start_on", "end_on", "previous_code", "last_year_code"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype({"start_on": "datetime64[us]", "end_on": "datetime64[us]"})


def _closing_days(first_year: int, last_year: int, calendar: str, rules: RuleBook) -> Iterator[tuple[int, int]]:
    for year in range(first_year, last_year + 1):
        with suppress(PeriodError):
            yield year, closing_day(year, calendar=calendar, rules=rules)


def _row(shape: str, year: int, calendar: str, closing: int) -> tuple[str, str, str, date, date, str, str]:
    start, end = _window(shape, year, closing)
    before = code(*previous(shape, year))
    return calendar, code(shape, year), SHAPES[shape][0], start, end, before, code(shape, year - 1)
