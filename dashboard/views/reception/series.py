"""How many came: over the periods, by kind of session, of the province by kind of matter."""

from __future__ import annotations

from dashboard.answers import running_series
from dashboard.drawing import charts
from dashboard.facts.side_by_side import series_kind
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import form
from dashboard.words import ledger
from dashboard.words import reception as words

LINES = {"visits": "volume", "people": "quiet"}
METRIC = ["visits", "people"]
METRICS = [*METRIC, "mass_groups"]
headline = form.headline


def show(page: Page, chosen: Filters) -> None:
    """Two lines, the running period apart, then the visits of this one."""
    asked, kind = chosen.params(), series_kind(chosen.period)
    series = page.answers.ask("reception_series", **asked, period_kind=kind)
    part = running_series.running(
        page.answers,
        "reception_series",
        series,
        of=chosen.window,
        period_kind=kind,
        columns=list(LINES),
        area=chosen.area,
    )
    page.chart(
        charts.trend(series, lines=LINES, colours=page.colours, happened=page.rules.events, running=part),
        data=series,
        metric=METRIC,
        title=words.TITLES["visits"],
    )
    page.table(page.answers.ask("reception_volume", **asked), title=words.TITLES["form"], metric=METRICS)
    page.table(page.answers.ask("reception_by_kind", **asked), title=ledger.TITLES["by_kind"], metric=METRICS)
    if chosen.area is None and page.answers.may_ask("visits_by_kind"):
        page.table(page.answers.ask("visits_by_kind", **asked), title=ledger.TITLES["by_matter"], metric=METRICS)
