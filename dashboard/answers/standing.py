"""The headline figures of a view beside their two bases, each over its own days (`facts.windows`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dashboard.answers.answers import Answers
from dashboard.facts import windows
from dashboard.facts.change import Change, Figure, change, figures
from dashboard.facts.windows import Base
from dashboard.metrics import METRICS
from queries.periods import Period


@dataclass(frozen=True)
class Standing:
    """Every figure of `queries/figures.sql` by name: now, and its change against each base."""

    now: Mapping[str, Figure]
    previous: Mapping[str, Change]
    last_year: Mapping[str, Change]
    window: Period


class View(Protocol):
    """What is looked at: the parameters of a question, and the windows it is compared with."""

    @property
    def window(self) -> Period: ...
    def params(self, window: Period | None = None) -> dict[str, object]: ...


def standing(answers: Answers, view: View) -> Standing:
    """Flows against the same first days, stocks against the day before the window, both against a year ago.

    Kept for all viewers of the same reach.
    """
    return answers.remember("standing", lambda: _standing(answers, view), tuple(sorted(view.params().items())))


def _standing(answers: Answers, view: View) -> Standing:
    now = figures(answers.ask("figures", **view.params()))
    before, year_before = (_base(answers, view, which) for which in ("previous", "last_year"))
    return Standing(now, _changes(now, before), _changes(now, year_before), view.window)


def _base(answers: Answers, view: View, which: Base) -> Mapping[str, Figure]:
    flows, stocks = (view.params(windows.base(view.window, which, span)) for span in ("flow", "stock"))
    return based(answers, flows, stocks, before=view.window.start)


def based(
    answers: Answers, flows: Mapping[str, object], stocks: Mapping[str, object], *, before: dt.date
) -> dict[str, Figure]:
    """The figures of one base, asked for its window and where that ends on another day than its stocks for these too.

    Args:
        flows, stocks: parameters of the question `figures`; before: the first day of the window that is compared.
    """
    found = figures(answers.base("figures", before=before, **flows))
    if flows == stocks:
        return found
    return windows.merged(found, figures(answers.base("figures", before=before, **stocks, stocks=True)))


def _changes(now: Mapping[str, Figure], base: Mapping[str, Figure]) -> dict[str, Change]:
    return {name: change(METRICS[name], figure, base[name]) for name, figure in now.items()}
