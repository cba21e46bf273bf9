"""Eight quarters of the area: what was open, what of it overdue, and how much overdue chance alone would explain."""

from __future__ import annotations

from dashboard.facts import chance_band
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import unit as words

PERIODS = 8
COLUMNS = ["code", "entered", "resolved", "open_count", "overdue"]


def show(page: Page, chosen: Filters) -> None:
    """A row a quarter; whoever sees this area alone is not told of the province's."""
    asked = {"as_of": chosen.as_of, "calendar": chosen.period.calendar, "periods": PERIODS}
    asked["calendar"] = "inspectorate" if asked["calendar"] != "calendar" else "calendar"
    own = page.answers.ask("quarterly_series", **asked, area=chosen.area)
    title, metric = words.EXTRA["quarters"], ["open_dossiers", "overdue_dossiers"]
    if page.answers.scope.area:
        page.table(own, title=title, metric=metric, columns=COLUMNS)
        return
    banded = words.with_band(chance_band.overdue(own, page.answers.ask("area_series", **asked)))
    page.table(banded, title=title, metric=metric, columns=[*COLUMNS, "by_chance"])
    page.note(words.BAND_NOTE)
