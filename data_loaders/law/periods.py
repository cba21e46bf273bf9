"""A period's code and its dates in either calendar, the one before, the same one last year, and like for like to date.

Codes: 2026-Q3, 2026-H1, 2026-9M, 2026-Y, 2026-M05, 2025-08-01..2026-07-31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pandas as pd

from data_loaders.law import messages as say
from data_loaders.law import reporting as arithmetic
from data_loaders.law import rulebook
from data_loaders.law.months import last_of_month, year_before
from data_loaders.law.reporting import PeriodError
from data_loaders.law.rulebook import RuleBook

INSPECTORATE = "inspectorate"
RANGE = "range"
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A window of days, both ends included. `end` is before `full_end` while the period is still running.

    `rules` are those of the snapshot it is a period of; not given, those of this installation.
    """

    code: str
    calendar: str
    kind: str  # month, quarter, half, nine_months, year or range
    start: date
    end: date
    full_end: date
    rules: RuleBook | None = field(default=None, repr=False, compare=False)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def is_running(self) -> bool:
        """Cut at a date before its own last day."""
        return self.end < self.full_end

    @property
    def year(self) -> int:
        """The report year: of the code, or for a free range the one its last day is in."""
        if self.kind == RANGE:
            return _report_year(self.full_end, calendar=self.calendar, rules=self.rules)
        return int(self.code[:4])

    def under(self, rules: RuleBook) -> Period:
        """The whole period of this code by other rules, as a snapshot keeps them."""
        return parse(self.code, calendar=self.calendar, rules=rules)

    def previous(self) -> Period:
        """The whole period of this kind before this one; for a free range as many days, ending the day before it."""
        if self.kind == RANGE:
            return self._range(self.start - (self.full_end - self.start) - ONE_DAY, self.start - ONE_DAY)
        return self._named(*arithmetic.previous(self._shape, self.year))

    def last_year(self) -> Period:
        """The whole period of the same name a year before; for a free range the same two dates (29/2: 28/2)."""
        if self.kind == RANGE:
            return self._range(year_before(self.start), year_before(self.full_end))
        return self._named(self._shape, self.year - 1)

    def year_to_date(self) -> Period:
        """From the first day of the report year to the end of this period; keeps a running period running."""
        start, _ = arithmetic.window("Y", year=self.year, calendar=self.calendar, rules=self.rules)
        whole = self._range(start, self.full_end)
        for shape in ("Q1", "H1", "9M", "Y"):
            if arithmetic.window(shape, year=self.year, calendar=self.calendar, rules=self.rules) == (start, whole.end):
                whole = self._named(shape, self.year)
        return replace(whole, end=self.end)

    def clip(self, as_of: date) -> Period:
        """This period up to `as_of`. Raises PeriodError when it has not begun by then."""
        if as_of < self.start:
            day = "%d/%m/%Y"
            start, known = self.start.strftime(day), as_of.strftime(day)
            raise PeriodError(say.PERIOD_NOT_BEGUN.format(code=self.code, start=start, as_of=known))
        return replace(self, end=min(self.end, as_of))

    def base(self, other: Period) -> Period:
        """`other` like for like: all of it, or while this period runs as many of its first days as have passed."""
        if not self.is_running:
            return other
        return replace(other, end=min(other.full_end, other.start + timedelta(days=self.days - 1)))

    def months(self) -> list[date]:
        """The calendar months (their first days) that belong here for duty: those whose last day is in the window."""
        month, found = self.start.replace(day=1), []
        while last_of_month(month) <= self.end:
            if last_of_month(month) >= self.start:
                found.append(month)
            month = last_of_month(month) + ONE_DAY
        return found

    @property
    def _shape(self) -> str:
        return self.code[5:]

    def _named(self, shape: str, year: int) -> Period:
        return _named(shape, year, calendar=self.calendar, rules=self.rules)

    def _range(self, start: date, end: date) -> Period:
        return _range(start, end, calendar=self.calendar, rules=self.rules)


def parse(code: str, *, calendar: str = INSPECTORATE, rules: RuleBook | None = None) -> Period:
    """The period a code names, by the rules of a snapshot; this installation's if not given.

    Raises PeriodError with one Vietnamese sentence.
    """
    tidy = code.strip().upper()
    named = re.fullmatch(r"(20\d\d)-([A-Z0-9]{1,3})", tidy, flags=re.ASCII)
    if named and named[2] in arithmetic.SHAPES:
        return _named(named[2], int(named[1]), calendar=calendar, rules=rules)
    ends = tidy.split("..")
    try:
        start, end = (_iso_date(text) for text in ends)
    except ValueError as error:
        raise PeriodError(say.PERIOD_UNKNOWN.format(code=code)) from error
    if end < start:
        raise PeriodError(say.PERIOD_REVERSED.format(code=code))
    arithmetic.closing_day(end.year, calendar=calendar, rules=rules)  # refuses an unknown calendar
    return _range(start, end, calendar=calendar, rules=rules)


def containing(day: date, kind: str, *, calendar: str = INSPECTORATE, rules: RuleBook | None = None) -> Period:
    """The period of `kind` that holds `day`; the earlier one on 15/12/2020, which two report years share."""
    shapes = [shape for shape, (shape_kind, _, _) in arithmetic.SHAPES.items() if shape_kind == kind]
    for year in (day.year, day.year + 1):
        for shape in shapes:
            period = _named(shape, year, calendar=calendar, rules=rules)
            if period.start <= day <= period.end:
                return period
    raise PeriodError(say.PERIOD_UNKNOWN.format(code=f"{kind} {day:%d/%m/%Y}"))


def law_changes(period: Period) -> pd.DataFrame:
    """The changes of law inside the period, days on both sides of each being in it; rows as changes.law_changes."""
    known = (period.rules or rulebook.installed()).changes
    days = known["changed_on"].dt.date
    return known[(days > period.start) & (days <= period.end)]


def straddles(period: Period) -> list[date]:
    """The days of `law_changes`, each once."""
    return sorted(set(law_changes(period)["changed_on"].dt.date))


def _named(shape: str, year: int, *, calendar: str, rules: RuleBook | None) -> Period:
    start, end = arithmetic.window(shape, year=year, calendar=calendar, rules=rules)
    kind = arithmetic.SHAPES[shape][0]
    return Period(arithmetic.code(shape, year), calendar, kind, start, end, end, rules)


def _range(start: date, end: date, *, calendar: str, rules: RuleBook | None) -> Period:
    return Period(f"{start}..{end}", calendar, RANGE, start, end, end, rules)


def _iso_date(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip(), flags=re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text.strip())


def _report_year(day: date, *, calendar: str, rules: RuleBook | None) -> int:
    _, end = arithmetic.window("Y", year=day.year, calendar=calendar, rules=rules)
    return day.year if day <= end else day.year + 1
