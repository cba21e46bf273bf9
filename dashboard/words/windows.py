"""The days of a figure in words, and those it is compared with: each figure says its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from dashboard.facts.windows import Base, Window, base, window
from dashboard.metrics import Span
from dashboard.words import numbers as vi
from queries.periods import Period

AGAINST = "so với {base}"
PERIOD_BEFORE = {"quarter": "quý trước", "month": "tháng trước", "year": "năm trước"}
THE_PERIOD = {"quarter": "quý", "month": "tháng", "year": "năm"}
LAST_YEAR = "cùng kỳ năm trước"
FIRST_DAYS = "{days} ngày đầu {period}"
SAME_DAYS = "cùng {days} ngày năm trước"
SAME_DAY = "ngày {day}"
OPENING = "đầu {period}, ngày {day}"
UNTIL = "đến hết ngày {day}"
NO_MONTH = "chưa có tháng nào trọn vẹn"
RUNNING_MONTH = "tháng {month} đến ngày {day}"


def said(days: Window) -> str:
    """từ ngày 15/09/2026 đến ngày 22/11/2026; đến hết ngày 22/11/2026; tháng 9 và 10/2026."""
    if days.span == "stock":
        return UNTIL.format(day=vi.date(days.end))
    return months(days.months) if days.span == "duty" else vi.window(days.start, days.end)


def months(found: Iterable[dt.date]) -> str:
    """tháng 9 và 10/2026; tháng 12/2025, tháng 1 và 2/2026."""
    years: dict[int, list[str]] = {}
    for month in found:
        years.setdefault(month.year, []).append(str(month.month))
    named = [f"{vi.MONTH} {_listed(numbers)}/{year}" for year, numbers in years.items()]
    return _listed(named) if named else NO_MONTH


def to_date(day: dt.date) -> str:
    """tháng 11 đến ngày 22."""
    return RUNNING_MONTH.format(month=day.month, day=day.day)


def base_name(now: Period, which: Base, span: Span) -> str:
    """What a figure is compared with: 69 ngày đầu quý III/2026; đầu quý, ngày 14/09/2026; tháng 6 và 7/2026."""
    before = base(now, which, span)
    if span == "duty":
        return months(window(span, before).months)
    if span == "stock":
        if which == "last_year":
            return SAME_DAY.format(day=vi.date(before.end))
        return OPENING.format(period=THE_PERIOD.get(now.kind, "kỳ"), day=vi.date(before.end))
    if which == "last_year":
        return SAME_DAYS.format(days=vi.prose_count(before.days)) if now.is_running else LAST_YEAR
    if not now.is_running:
        return PERIOD_BEFORE.get(now.kind, "kỳ trước")
    return FIRST_DAYS.format(days=vi.prose_count(before.days), period=_name(before))


def base_days(now: Period, which: Base, span: Span) -> str:
    """The same, short enough to stand under a number: 14/09/2026; 69 ngày đầu quý III/2026; tháng 6 và 7/2026."""
    return vi.date(base(now, which, span).end) if span == "stock" else base_name(now, which, span)


def against(now: Period, which: Base, span: Span = "flow") -> str:
    """so với 69 ngày đầu quý III/2026."""
    return AGAINST.format(base=base_name(now, which, span))


def _name(period: Period) -> str:
    return "kỳ trước" if period.kind == "range" else vi.period(period)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"
