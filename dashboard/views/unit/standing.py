"""How the area stands: its figures beside the spread of the others, none of them named."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts import standing_out
from dashboard.facts.change import figures
from dashboard.facts.hotspots import MEASURES
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import unit as words

SHARES = {
    "overdue": "with_limit",
    "over_180": "open_count",
    "resolved": "entered",
    "escalated": "open_count",
    "mass_groups": "visits",
}
"""Each figure of `area_measures` and what it is set against."""


def headline(page: Page, chosen: Filters) -> str:
    """What is open, what of it overdue, and what chance says of that beside the province."""
    now = figures(page.answers.ask("figures", **chosen.params()))
    evidence = None if page.answers.scope.area else _evidence(page.answers, chosen)
    return words.headline(now, place=chosen.place, until=vi.date(chosen.as_of), evidence=evidence)


def show(page: Page, chosen: Filters) -> None:
    """Five figures, each beside the quartiles of the areas of the same division."""
    page.section(words.SECTIONS["figures"])
    page.listed(lines(page.answers, chosen), empty=words.NO_FIGURES)
    page.note(words.NO_NAMES)


def lines(answers: Answers, chosen: Filters) -> list[str]:
    """One sentence a figure; none where the area has no row."""
    params = _params(answers, chosen)
    areas = answers.ask("area_measures", **params)
    own = areas[areas["area_code"] == chosen.area]
    if own.empty:
        return []
    return [
        words.beside(
            name,
            own[name].iloc[0],
            own[base].iloc[0],
            peers=answers.peers(part=name, base=base, **params),
            division=str(params["division"]),
        )
        for name, base in SHARES.items()
    ]


def _evidence(answers: Answers, chosen: Filters) -> str | None:
    """high, usual or too_few, as on the map; None where the area is not on it."""
    areas: pd.DataFrame = answers.ask("area_measures", **_params(answers, chosen))
    judged = standing_out.of(areas, measure=MEASURES["overdue_share"])
    own = judged.loc[judged["area_code"] == chosen.area, "evidence"]
    return None if own.empty else str(own.iloc[0])


def _params(answers: Answers, chosen: Filters) -> dict[str, object]:
    """Every area of the division that the chosen one belongs to."""
    areas = answers.ask("areas")
    level = areas.loc[areas["code"] == chosen.area, "level"].iloc[0]
    return chosen.params() | {"area": None, "division": str(level)}
