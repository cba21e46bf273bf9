"""The headline figures of a view beside their two bases: the period before and the same one last year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.facts.change import Change, Figure, changes, figures
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page


@dataclass(frozen=True)
class Standing:
    """Every figure of `queries/figures.sql` by name: now, and its change against each base."""

    now: Mapping[str, Figure]
    previous: Mapping[str, Change]
    last_year: Mapping[str, Change]


def standing(page: Page, chosen: Filters) -> Standing:
    """Three answers of one question, like for like while the period runs."""
    now = page.ask("figures", **chosen.params())
    before, year_before = (page.ask("figures", **chosen.params(base)) for base in (chosen.previous, chosen.last_year))
    return Standing(figures(now), changes(now, before), changes(now, year_before))
