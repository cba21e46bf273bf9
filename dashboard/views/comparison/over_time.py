"""Eight to twenty periods behind this one, with what happened meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.running_series import running
from dashboard.drawing import charts
from dashboard.facts.side_by_side import series_kind
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.comparison import lead
from dashboard.views.comparison.figures import BARS
from dashboard.words import comparison, findings

LINES = {"entered": "bad", "resolved": "good"}


LENGTH = tabs.Choice("so-ky", comparison.SERIES_LENGTHS, comparison.SERIES_LABEL)
headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """How many periods."""
    return [LENGTH]


def show(page: Page, chosen: Filters) -> None:
    """Received, resolved and open, and the events of these periods."""
    periods = int(LENGTH.now)
    kind = series_kind(chosen.period)
    series = page.answers.ask("quarterly_series", **chosen.params(), period_kind=kind, periods=periods)
    asked = {"kind": chosen.kind, "area": chosen.area}
    part = running(
        page.answers, "quarterly_series", series, of=chosen.window, period_kind=kind, columns=list(LINES), **asked
    )
    look = {"colours": page.colours, "happened": page.rules.events, "running": part}
    page.chart(
        charts.trend(series, lines=LINES, stock="open_count", **look),
        data=series,
        metric=BARS,
        title=comparison.TITLES["periods"],
        finding=findings.flows(series, unit=comparison.PERIOD),
    )
    page.table(charts.events_table(series, page.rules.events), title=comparison.EVENTS_TITLE)
