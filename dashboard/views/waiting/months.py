"""The stock at the end of every month of eight years, and its age on any of these days."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from dashboard.drawing import charts
from dashboard.drawing.figure import Running
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import findings, windows
from dashboard.words import numbers as vi
from dashboard.words import waiting as words

METRIC = ["open_dossiers", "overdue_dossiers", "open_over_180_days"]
OVER = ["days_over_band", "overdue", "longest_over"]
NAME = "ngay"
LINES = {"overdue": "bad", "over_180": "soon"}


def headline(page: Page, chosen: Filters) -> str:
    months = _months(page, chosen)
    return words.months_headline(months, day=_day(months, choice.current(NAME, _days(months)), chosen))


def show(page: Page, chosen: Filters) -> None:
    """The months, and the ages on the day that is chosen."""
    with page.one_sign():
        _drawn(page, chosen)


def _drawn(page: Page, chosen: Filters) -> None:
    months = _months(page, chosen)
    figure = charts.trend(
        months,
        lines=LINES,
        stock="open_count",
        colours=page.colours,
        happened=page.rules.events,
        running=_running(months),
    ).update_xaxes(nticks=9, tickangle=0)
    scope = words.SERIES_SCOPE.format(count=vi.count(len(months)), day=vi.date(chosen.as_of))
    finding = findings.through_time(months, words.STOCKS, unit=vi.MONTH)
    page.chart(figure, data=months, metric=METRIC, title=words.TITLES["months"], finding=finding, scope=scope)
    if months.empty:
        return
    day = _day(months, choice.select(NAME, _days(months), label=words.DAY_LABEL, width=220), chosen)
    asked, scope = chosen.params() | {"as_of": day}, words.DAY_SCOPE.format(day=vi.date(day))
    ages, clocks = (page.answers.ask(f"open_dossiers_by_{what}", **asked) for what in ("age", "clock"))
    with page.side_by_side():
        with st.container():
            page.chart(charts.age_bands(ages, colours=page.colours), data=ages, metric=METRIC[:2],
                       title=words.TITLES["age"], finding=findings.ages(ages), scope=scope)  # fmt: skip
        with st.container():
            page.chart(charts.clock_states(clocks, colours=page.colours), data=clocks, metric=METRIC[:2],
                       title=words.TITLES["clock"], finding=findings.clocks(clocks), scope=scope)  # fmt: skip
    over = clocks[clocks["clock"].eq("overdue")].sort_values("longest_over").rename(columns={"open_count": "overdue"})
    if len(over):
        page.table(over, title=words.TITLES["over"].format(day=vi.date(day)), metric=METRIC[1], columns=OVER)


def _months(page: Page, chosen: Filters) -> pd.DataFrame:
    return page.answers.ask("backlog_by_month", **chosen.params() | {"calendar": "calendar"})


def _running(months: pd.DataFrame) -> Running | None:
    """How far the last month is, where it is not over."""
    if months.empty or not months["is_running"].iloc[-1]:
        return None
    day = months["end_on"].iloc[-1]
    return Running(windows.ELAPSED.format(days=day.day, whole=day.days_in_month), {}, "")


def _days(months: pd.DataFrame) -> dict[str, str]:
    """The ends of the months, the newest first."""
    ends = [end.date() for end in months["end_on"][::-1]]
    return {f"{end:%Y-%m-%d}": vi.date(end) for end in ends} or {"": vi.MISSING}


def _day(months: pd.DataFrame, code: str, chosen: Filters) -> dt.date:
    return dt.date.fromisoformat(code) if len(months) else chosen.as_of
