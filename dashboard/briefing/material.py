"""Everything a briefing says, asked once: the window, the ones it is compared with, and the answers of the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import pandas as pd

from dashboard.answers import longest, running_duty, running_series
from dashboard.answers.answers import Answers, Info
from dashboard.answers.standing import based
from dashboard.drawing.figure import Running
from dashboard.facts import windows
from dashboard.facts.change import NOT_KEPT, Change, Figure, change, figures
from dashboard.metrics import METRICS
from queries.periods import Period

Figures = dict[str, Figure]
Changes = dict[str, Change]
Made = TypeVar("Made")
SERIES = 12
FLOWS = {"quarterly_series": ("entered", "resolved"), "reception_series": ("visits", "people")}


@dataclass(frozen=True)
class Windows:
    """The window of the briefing and those it is compared with, like for like while it is still running.

    Stocks are compared with those of `opening`, the day before the window, and of the last day of `last_year`.
    """

    now: Period
    previous: Period
    last_year: Period
    to_date: Period
    to_date_before: Period
    opening: Period

    @classmethod
    def of(cls, period: Period, *, as_of: dt.date) -> Windows:
        """Raises PeriodError when the period has not begun."""
        now = period.clip(as_of)
        to_date = now.year_to_date()
        before, year_before = (windows.base(now, which, "flow") for which in ("previous", "last_year"))
        year = windows.base(to_date, "last_year", "flow")
        return cls(now, before, year_before, to_date, year, windows.opening(now))

    @property
    def whole_year(self) -> bool:
        """Whether the window holds all of the report year so far: nothing before it is left to be added."""
        return self.now.start <= self.to_date.start


class Later(Mapping[str, Made]):
    """Things by name, each asked when it is first looked at: the overview reads a few of them, a file all.

    Looking at one raises AnswerError where the snapshot cannot answer it.
    """

    def __init__(self, asked: Mapping[str, Callable[[], Made]]) -> None:
        self._asked = {name: cache(ask) for name, ask in asked.items()}

    def __getitem__(self, name: str) -> Made:
        return self._asked[name]()

    def __contains__(self, name: object) -> bool:
        """Whether it can be asked; what goes wrong while asking is nobody's missing name."""
        return name in self._asked

    def get(self, name: str, default: Any = None) -> Any:
        ask = self._asked.get(name)
        return default if ask is None else ask()

    def __iter__(self) -> Iterator[str]:
        return iter(self._asked)

    def __len__(self) -> int:
        return len(self._asked)


Tables = Later[pd.DataFrame]


@dataclass(frozen=True, eq=False)
class Material:
    """The answers behind a briefing.

    Attributes:
        to_date, to_date_before: since the year began; where the window is not the whole of it, the visits only.
        previous, last_year, to_date_before: of what was not recorded or overlaps `now` they say nothing.
        tables: answers of questions by their names, in the window `windows.now`.
        running: of a row of periods by its name, what its last one is drawn with; None where that is over.
    """

    info: Info
    windows: Windows
    now: Figures
    previous: Figures
    last_year: Figures
    to_date: Mapping[str, Figure]
    to_date_before: Mapping[str, Figure]
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    running: Callable[[str], Running | None] = lambda _: None

    def once(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """What is worked out of these answers alone, kept with them; whoever gets it leaves it as it is."""
        made = _made.setdefault(self, {})
        if what not in made:
            made[what] = make()
        return made[what]  # type: ignore[no-any-return]

    @property
    def steps_previous(self) -> Changes:
        return steps(self.now, self.previous)

    @property
    def steps_last_year(self) -> Changes:
        return steps(self.now, self.last_year)

    @property
    def steps_to_date(self) -> Changes:
        return steps(self.to_date, {**self.last_year, **self.to_date_before})

    def both(self, name: str) -> tuple[Change, Change | None]:
        """A figure's step against the start or the days before, and against last year; a year has only one of them."""
        before, year = self.windows.previous, self.windows.last_year
        same = (before.start, before.end) == (year.start, year.end)
        return self.steps_previous[name], None if same else self.steps_last_year[name]


_made: WeakKeyDictionary[Material, dict[Hashable, Any]] = WeakKeyDictionary()


def steps(now: Mapping[str, Figure], base: Mapping[str, Figure]) -> Changes:
    """Every figure against its base."""
    return {name: change(METRICS[name], figure, base[name]) for name, figure in now.items() if name in METRICS}


def gather(answers: Answers, period: Period) -> Material:
    """Ask everything a briefing needs of one snapshot, small cells withheld as on every page.

    The period is what the snapshot's own rules make it.

    Raises PeriodError when the period begins after the day of the data.
    """
    info = answers.info
    days = Windows.of(period.under(answers.rules), as_of=info.as_of)

    def base(window: Period, stock: Period) -> Figures:
        flows, stocks = ({"start": each.start, "end": each.end} for each in (window, stock))
        return based(answers, flows, stocks, before=days.now.start)

    def came(window: Period) -> Figure:
        answer = answers.ask("reception_volume", start=window.start, end=window.end)
        if answer["visits"].isna().all():
            return NOT_KEPT
        visits = int(answer["visits"].sum())
        return Figure(visits, None, float(visits))

    def came_before(window: Period, *, of: Period) -> Figure:
        kept = answers.has_base(*METRICS["visits"].needs, start=window.start, end=window.end, before=of.start)
        return came(window) if kept else NOT_KEPT

    now = figures(answers.ask("figures", start=days.now.start, end=days.now.end))
    last_year = base(days.last_year, days.last_year)
    tables = Tables(_tables(answers, days) | _waiting(answers, days, now))
    return Material(
        info,
        days,
        now,
        base(days.previous, days.opening),
        last_year,
        now if days.whole_year else Later({"visits": lambda: came(days.to_date)}),
        last_year if days.whole_year else Later({"visits": lambda: came_before(days.to_date_before, of=days.to_date)}),
        tables,
        _running(answers, days.now, tables),
    )


def _waiting(answers: Answers, days: Windows, now: Figures) -> dict[str, Callable[[], pd.DataFrame]]:
    """The matters that wait the longest, and apart from them all that are overdue."""
    at_end = {"as_of": days.now.end}
    return {
        "longest_waiting": lambda: longest.waiting(answers, now, **at_end),
        "longest_overdue": lambda: longest.overdue(answers, now, **at_end),
    }


def _running(answers: Answers, now: Period, tables: Tables) -> Callable[[str], Running | None]:
    """Of each row of periods its last one, where it is not over."""
    return cache(
        lambda name: running_series.running(
            answers, name, tables[name], of=now, period_kind="quarter", columns=FLOWS[name]
        )
    )


def _tables(answers: Answers, days: Windows) -> dict[str, Callable[[], pd.DataFrame]]:
    now, before, opened = days.now, days.previous, days.opening
    window, at_end = {"start": now.start, "end": now.end}, {"as_of": now.end}
    asked: dict[str, tuple[str, dict[str, object]]] = {
        "balance": ("balance", {**window}),
        "results": ("results", {**window}),
        "petitions_processing": ("petitions_processing", {**window}),
        "reception_volume": ("reception_volume", {**window}),
        "duty_by_level": ("duty_by_level", {**window}),
        "areas": ("area_measures", {**window, "division": "district"}),
        "contributions": (
            "contributions",
            {
                **window,
                "base_start": before.start,
                "base_end": before.end,
                "stock_on": opened.end,
                "division": "district",
            },
        ),
        "overdue_by_agency": ("overdue_by_agency", {**at_end}),
        "overdue_by_field": ("overdue_by_field", {**at_end}),
        "open_dossiers_by_age": ("open_dossiers_by_age", {**at_end}),
        "complex_cases": ("complex_cases", {**at_end}),
        "quarterly_series": ("quarterly_series", {**at_end, "calendar": now.calendar, "periods": SERIES}),
        "reception_series": ("reception_series", {**at_end, "calendar": now.calendar, "periods": SERIES}),
    }
    concluded = now.previous()
    asked |= {
        "moves_of_matters": ("moves_of_matters", {**window}),
        "most_bounced": ("most_bounced", {**window}),
        "open_by_step": ("open_by_step", {**at_end}),
        "stuck_at_step": ("stuck_at_step", {**at_end}),
        "directives": ("directives", {**at_end, "start": concluded.start, "until": concluded.end}),
    }
    if answers.may_ask("directives_open"):
        asked["directives_open"] = ("directives_open", {**at_end})
    found: dict[str, Callable[[], pd.DataFrame]] = {
        name: partial(answers.ask, question, **params) for name, (question, params) in asked.items()
    }
    if windows.running_month(now):
        found["duty_running_month"] = lambda: running_duty.by_duty(answers, now)
    return found | {
        "heads_without_reception": lambda: running_duty.heads(answers, now),
        "areas_before": lambda: answers.base(
            "area_measures", before=now.start, start=opened.start, end=opened.end, division="district"
        ),
    }
