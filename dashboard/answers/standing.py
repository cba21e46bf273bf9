"""The headline figures of a view beside their two bases: the period before and the same one last year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from dashboard.answers.answers import Answers
from dashboard.facts.change import Change, Figure, changes, figures
from queries.periods import Period


@dataclass(frozen=True)
class Standing:
    """Every figure of `queries/figures.sql` by name: now, and its change against each base."""

    now: Mapping[str, Figure]
    previous: Mapping[str, Change]
    last_year: Mapping[str, Change]


class View(Protocol):
    """What is looked at: the parameters of a question, and the windows it is compared with."""

    @property
    def window(self) -> Period: ...
    @property
    def previous(self) -> Period: ...
    @property
    def last_year(self) -> Period: ...
    def params(self, window: Period | None = None) -> dict[str, object]: ...


def standing(answers: Answers, view: View) -> Standing:
    """Three answers of one question, like for like while the period runs."""
    now = answers.ask("figures", **view.params())
    before, year_before = (
        answers.base("figures", before=view.window.start, **view.params(base))
        for base in (view.previous, view.last_year)
    )
    return Standing(figures(now), changes(now, before), changes(now, year_before))
