"""The unit through time: quarters of an area with how much overdue chance alone explains, months of a body."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.answers import running_series
from dashboard.briefing.body import Body
from dashboard.drawing import charts
from dashboard.drawing.figure import Running
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
FLOWS = {"entered": "quiet", "resolved": "good"}


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
    """What was overdue, and what came in, ended and stayed open; whoever sees this area alone is not told what the
    province's share would leave it."""
    asked = {"as_of": chosen.as_of, "calendar": chosen.period.calendar, "periods": PERIODS}
    asked["calendar"] = "inspectorate" if asked["calendar"] != "calendar" else "calendar"
    own = page.answers.ask("quarterly_series", **asked, area=chosen.area)
    banded = not page.answers.scope.area
    if banded:
        own = words.with_band(chance_band.overdue(own, page.answers.ask("area_series", **asked)))
    look = {"colours": page.colours, "happened": page.rules.events.iloc[:0], "running": _running(page, chosen, own)}
    scope = words.QUARTERS_SCOPE.format(count=vi.count(len(own)), day=vi.date(chosen.as_of))
    with page.one_sign(), page.side_by_side(key="quarters"):
        with st.container():
            page.chart(
                charts.trend(own, lines={"overdue": "bad"}, band="by_chance" if banded else None, **look),
                data=own, metric=METRIC[1], title=words.EXTRA["overdue"], scope=scope,
                finding=words.beyond_band(own) if banded else "",
                columns=[*COLUMNS, "by_chance"] if banded else COLUMNS,
            )  # fmt: skip
        with st.container():
            page.chart(
                charts.trend(own, lines=FLOWS, stock="open_count", **look),
                data=own, metric=["entered_dossiers", "resolved_dossiers", METRIC[0]], title=words.EXTRA["flows"],
                finding=findings.flows(own, unit=overview.QUARTER), columns=COLUMNS, scope=scope,
            )  # fmt: skip
    if banded:
        page.note(words.BAND_NOTE)


def _running(page: Page, chosen: Filters, own: pd.DataFrame) -> Running | None:
    """How far the last quarter is, where it is not over."""
    return running_series.running(
        page.answers, "quarterly_series", own, of=chosen.window, period_kind="quarter", columns=list(FLOWS),
        area=chosen.area,
    )  # fmt: skip
