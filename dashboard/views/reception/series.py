"""How many came: over the periods, by kind of session, of the province by kind of matter."""

from __future__ import annotations

import pandas as pd

from dashboard.answers import running_series
from dashboard.drawing import charts
from dashboard.facts.side_by_side import series_kind
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import form
from dashboard.words import ledger
from dashboard.words import reception as words

LINES = {"visits": "volume", "people": "quiet"}
METRIC = ["visits", "people"]
METRICS = [*METRIC, "mass_groups"]
WHO = ("head", "delegated", "regular")
VOLUME = ["reception", "sessions", "visits", "people", "matters_first", "matters_repeat"]
OF_GROUPS = ["mass_groups", "mass_people", "mass_matters_first", "mass_matters_repeat"]
KINDS = ["session_kind", "online", "sessions", "visits", "people", "mass_groups"]
CAME_WITH = ["kind", "visits", "visits_guided", "visits_taken", "visits_resolved", "visits_untold"]
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
    _who(page, page.answers.ask("reception_volume", **asked))
    kinds = tables.with_more(page.answers.ask("reception_by_kind", **asked), ["matters", "mass_people"])
    page.table(kinds, title=ledger.TITLES["by_kind"], metric=METRICS, columns=KINDS)
    if chosen.area is None and page.answers.may_ask("visits_by_kind"):
        came = page.answers.ask("visits_by_kind", **asked)
        named = tables.with_more(came.assign(kind=came["kind"].fillna(ledger.NO_KIND)), ["people"])
        page.table(named, title=ledger.TITLES["by_matter"], metric=METRICS, columns=CAME_WITH)


def _who(page: Page, rows: pd.DataFrame) -> None:
    """By whom they were received, the heads first."""
    placed = rows.iloc[rows["reception"].map(WHO.index).argsort()]
    shown = tables.with_more(placed, OF_GROUPS)
    page.table(shown, title=words.TITLES["form"], metric=METRICS, columns=VOLUME)
