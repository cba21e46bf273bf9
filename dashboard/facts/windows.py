"""Which days a figure covers, and which it is compared with: no figure is compared over other days than it is counted.

A flow covers the days of the window; its base the same first days of another period. A stock is that of the window's
last day; its base that of the day before the window, or of the same day a year before. What heads owe is judged in
whole calendar months (Luật Tiếp công dân 42/2013/QH13 asks for days a month); the month that still runs stands apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.facts.change import Figure
from dashboard.metrics import METRICS, Span
from data_loaders.law.months import last_of_month
from queries.periods import Period

Base = Literal["previous", "last_year"]
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Window:
    """The days of one figure: from `start` to `end` (a stock: both the day it is of); `of` is the period they lie in.

    `months` are those judged, by their first days, for what heads owe.
    """

    span: Span
    start: dt.date
    end: dt.date
    of: Period
    months: tuple[dt.date, ...] = ()


def window(span: Span, period: Period) -> Window:
    """The days of a figure of that span in a period, which may still run."""
    if span == "stock":
        return Window(span, period.end, period.end, period)
    months = tuple(period.months()) if span == "duty" else ()
    return Window(span, period.start, period.end, period, months)


def base(period: Period, against: Base, span: Span) -> Period:
    """What a figure of `period` is compared with; of a stock only its last day counts, the one before the period."""
    if against == "last_year":
        return period.base(period.last_year())
    return opening(period) if span == "stock" else period.base(period.previous())


def which(text: str) -> Base:
    """A base as a viewer chose it."""
    return "last_year" if text == "last_year" else "previous"


def opening(period: Period) -> Period:
    """A period that ends the day before this one begins."""
    day = period.start - ONE_DAY
    before = period.previous()
    return before if before.end == day else replace(before, start=min(before.start, day), end=day, full_end=day)


def running_month(period: Period) -> dt.date | None:
    """The first day of the calendar month that still runs and will be judged in this period; else None."""
    last = last_of_month(period.end)
    return period.end.replace(day=1) if period.is_running and period.end < last <= period.full_end else None


def merged(flows: Mapping[str, Figure], stocks: Mapping[str, Figure]) -> dict[str, Figure]:
    """The figures of one base: stocks of its own day, everything else of its window."""
    return {name: stocks[name] if name in METRICS and METRICS[name].span == "stock" else figure
            for name, figure in flows.items()}  # fmt: skip
