"""Volume: visits by kind of session and way of meeting, by place; the form 01/TCD is a tap away."""

from __future__ import annotations

from dashboard import charts, terms
from dashboard.filters import Filters
from dashboard.page import Page

AREAS = [
    *("district_name", "visits", "people", "head_visits", "delegated_visits", "regular_visits", "repeat_visits"),
    "mass_groups",
]
FORM = ["reception", "sessions", "visits", "people", "matters_first", "matters_repeat", "mass_groups", "mass_people"]
METRIC = ["visits", "people", "mass_groups"]


def show(page: Page, chosen: Filters) -> None:
    """Kinds, places, and the columns of the form."""
    asked = chosen.params()
    kinds = page.ask("reception_by_kind", **asked)
    areas = page.ask("reception_by_area", **asked)
    page.table(
        page.ask("reception_volume", **asked).iloc[::-1], title=terms.TITLES["form"], metric=METRIC, columns=FORM
    )
    page.table(kinds, title=terms.LEDGER_TITLES["by_kind"], metric=METRIC)
    bars = charts.stacked(
        areas.fillna({"district_name": terms.LEDGER_OF_PROVINCE}),
        name="district_name",
        parts={"head_visits": "good", "delegated_visits": "delegated", "regular_visits": "volume"},
        colours=page.colours,
    )
    page.figure(bars, data=areas, metric=METRIC, title=terms.LEDGER_TITLES["by_area"], columns=AREAS)
    page.link("reception", label=terms.FORM_LINK, xem="volume")
