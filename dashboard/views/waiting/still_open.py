"""The share still open after so many days, by kind, field, instance or unit, and how the others left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.drawing import charts
from dashboard.facts import leaving, waiting
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import findings
from dashboard.words import numbers as vi
from dashboard.words import waiting as words

YEAR = dt.timedelta(days=365)
DAY, HEADLINE_DAY = 180, 90
MOST = 12
METRIC = ["open_dossiers", "median_open_age"]
DAYS = ["day", "open_share", "at_risk", "ended_by"]
DIVISION = tabs.Choice("theo", words.DIVISIONS, words.DIVISION_LABEL)


def headline(page: Page, chosen: Filters) -> str:
    return words.open_headline(_curve(page, chosen, "all"))


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """By what the curve is drawn."""
    return [DIVISION]


def show(page: Page, chosen: Filters) -> None:
    """The curve, its numbers by group, and the ways of leaving."""
    division = DIVISION.now
    curve = _curve(page, chosen, division)
    largest = list(curve.sort_values("matters", ascending=False)["group"].drop_duplicates())
    few = curve[curve["group"].isin(largest[: charts.MOST_LINES])]

    def table(most: int) -> pd.DataFrame:
        shown = curve[curve["group"].isin(largest[:most])]
        view = sorted(_asked(chosen, division).items())
        return page.answers.remember("curves as a table", lambda: _table(shown), most, *view, most=32)

    scope = words.SCOPE.format(start=vi.date(chosen.as_of - YEAR), end=vi.date(chosen.as_of))
    if few.loc[few["open_share"].notna(), "day"].nunique() > 1:  # else a line without a second point, one lone bar
        with page.one_sign(), page.side_by_side(key="wide"):
            with st.container():
                page.chart(
                    charts.still_open(few, colours=page.colours), data=table(charts.MOST_LINES), metric=METRIC,
                    title=words.TITLES["curve"], finding=findings.still_open(few, after=HEADLINE_DAY), scope=scope,
                )  # fmt: skip
            with st.container():
                _ways(page, chosen, scope=scope if chosen.kind else words.WITHOUT.format(scope=scope))
    if division == "all":
        page.table(_days(curve), title=words.TITLES["days"], columns=DAYS, scope=words.watched(scope, curve))
    else:
        page.table(table(MOST), title=words.TITLES["groups"], scope=scope)


def _ways(page: Page, chosen: Filters, *, scope: str) -> None:
    ways = page.answers.ask("ways_of_leaving", **_asked(chosen, "all"))
    at = ways[ways["day"].eq(DAY) & ways["share"].notna()]
    finding = "" if at.empty else words.summed(DAY, list(at["manner"]), leaving.whole_percents(list(at["share"])))
    page.chart(
        charts.ways_out(ways, colours=page.colours), data=ways, metric=METRIC, title=words.TITLES["ways"],
        finding=finding, columns=["day", "manner", "share", "at_risk", "ended_by"], scope=scope,
    )  # fmt: skip


def _asked(chosen: Filters, division: str) -> dict[str, object]:
    return chosen.params() | {"start": chosen.as_of - YEAR, "division": division}


def _curve(page: Page, chosen: Filters, division: str) -> pd.DataFrame:
    asked = _asked(chosen, division)

    def made() -> pd.DataFrame:
        curve = waiting.with_band(page.answers.ask("waiting_curve", **asked))
        pairs = zip(curve["group_code"], curve["group_name"], strict=True)
        return curve.assign(group=[words.group(*pair, division=division) for pair in pairs])

    return page.answers.remember("curves", made, *sorted(asked.items()), most=32).copy(deep=False)


def _days(curve: pd.DataFrame) -> pd.DataFrame:
    """A row a fixed day: the share still open with its range, and how many are still watched."""
    said = [words.with_range(*row) for row in curve[["open_share", "low", "high"]].itertuples(index=False)]
    return curve.assign(open_share=said, day=[f"{vi.count(day)} {words.AXIS}" for day in curve["day"]])


def _table(curve: pd.DataFrame) -> pd.DataFrame:
    """A row a group: the share still open after each fixed day with its range, and when half were done."""
    said = [words.with_range(*row) for row in curve[["open_share", "low", "high"]].itertuples(index=False)]
    wide = curve.assign(said=said).pivot_table(
        index=["group", "matters", "still_open", "half_on_day"], columns="day", values="said", aggfunc="first",
        dropna=False, sort=False, observed=True,
    )  # fmt: skip
    table = wide.rename(columns=lambda day: f"after_{day}").dropna(how="all").reset_index()
    table = table.sort_values("matters", ascending=False, kind="stable")
    followed = table.reindex(columns=[f"after_{HEADLINE_DAY}"]).squeeze("columns").ne(vi.MISSING)
    half = [words.half_done(*each) for each in zip(table["half_on_day"], followed, strict=True)]
    return (
        table.assign(half_said=half).drop(columns=["half_on_day", "still_open"]).rename(columns={"group": "group_name"})
    )
