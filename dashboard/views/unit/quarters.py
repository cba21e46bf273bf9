"""The unit through time: quarters of an area with how much overdue chance alone explains, months of a body."""

from __future__ import annotations

from dashboard.briefing.body import Body
from dashboard.drawing import charts
from dashboard.facts import chance_band
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import findings, overview
from dashboard.words import numbers as vi
from dashboard.words import unit as words

PERIODS = 8
COLUMNS = ["code", "entered", "resolved", "open_count", "overdue"]
METRIC = ["open_dossiers", "overdue_dossiers"]


def show(page: Page, chosen: Filters) -> None:
    """The months of a body, the quarters of an area."""
    unit = the_unit(page, chosen)
    if isinstance(unit, Body):
        return _months(page, unit)
    return _quarters(page, chosen)


def _months(page: Page, unit: Body) -> None:
    months = unit.months()
    figure = charts.trend(
        months, lines={"overdue": "bad"}, stock="open_count", colours=page.colours, happened=page.rules.events
    ).update_xaxes(nticks=9, tickangle=0)
    scope = words.MONTHS_SCOPE.format(place=vi.sentence_case(unit.place), count=vi.count(len(months)))
    finding = findings.through_time(months, overview.TREND, unit=vi.MONTH)
    page.chart(
        figure, data=months, metric=METRIC, title=words.TITLES["months"], finding=finding, columns=COLUMNS, scope=scope
    )


def _quarters(page: Page, chosen: Filters) -> None:
    """A row a quarter; whoever sees this area alone is not told of the province's."""
    asked = {"as_of": chosen.as_of, "calendar": chosen.period.calendar, "periods": PERIODS}
    asked["calendar"] = "inspectorate" if asked["calendar"] != "calendar" else "calendar"
    own = page.answers.ask("quarterly_series", **asked, area=chosen.area)
    title = words.EXTRA["quarters"]
    if page.answers.scope.area:
        page.table(own, title=title, metric=METRIC, columns=COLUMNS)
        return
    banded = words.with_band(chance_band.overdue(own, page.answers.ask("area_series", **asked)))
    page.table(banded, title=title, metric=METRIC, columns=[*COLUMNS, "by_chance"])
    page.note(words.BAND_NOTE)
