"""Delegation: by kind of post, over the periods, and who relies on deputies; with the law, which allows none."""

from __future__ import annotations

import pandas as pd

from dashboard.answers import running_duty
from dashboard.drawing.charts import ledger as lines
from dashboard.facts import ledger as shares
from dashboard.facts.side_by_side import series_kind
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands
from dashboard.words import ledger, windows

GROUPS = ["duty_code", "posts", "delegating_posts", "head_sessions", "delegated_sessions", "delegated_share"]
VISITS = ["head_visits", "delegated_visits"]
POSTS = ["title", "head_sessions", "delegated_sessions", "delegated_share", "last_in_person_on"]
METRIC = "delegated_share_by_post"


def headline(page: Page, chosen: Filters) -> str:
    """How many of the sessions a deputy held."""
    return ledger.delegation(_groups(page, chosen), period=windows.duty(chosen.window))


def show(page: Page, chosen: Filters) -> None:
    """The shares, the law, the trend, the posts."""
    groups = _groups(page, chosen)
    ranked = shares.enough(groups.assign(held=groups["head_sessions"] + groups["delegated_sessions"]), base="held")
    if len(ranked):
        bars = lines.own_and_left(
            ranked, group="duty_code", own="head_sessions", left="delegated_sessions", colours=page.colours
        )
        page.chart(bars, data=groups, metric=METRIC, title=ledger.TITLES["delegated_level"], columns=GROUPS + VISITS)
    _few(page, chosen, groups)
    page.said(ledger.DELEGATION_LAW)
    _over_time(page, chosen)
    posts = page.answers.ask("delegation_by_post", **chosen.params())
    page.table(
        tables.with_more(posts, ["agency_name"]), title=ledger.TITLES["delegated_posts"], metric=METRIC, columns=POSTS
    )


def _over_time(page: Page, chosen: Filters) -> None:
    """A line a level, where a share of any can be said."""
    series = page.answers.ask("delegation_series", **chosen.params(), period_kind=series_kind(chosen.period))
    told = (series["sessions"] >= LEAST_BASE) & ~shares.of_leaders(series)
    drawn = series.assign(delegated_share=series["delegated_share"].where(told))
    if drawn["delegated_share"].isna().all():
        return
    runs = chosen.window.is_running and series_kind(chosen.period) == chosen.period.kind
    page.chart(
        lines.by_group(
            drawn,
            group="duty_level",
            order=bands.LEVEL_ORDER,
            value="delegated_share",
            colours=page.colours,
            happened=page.rules.events,
            running=windows.short_months(chosen.window.months()) if runs else "",
        ),
        data=series,
        metric=METRIC,
        title=ledger.TITLES["delegated_series"],
    )
    page.said(ledger.SMALL_BASE_NOTE.format(least=LEAST_BASE))


def _groups(page: Page, chosen: Filters) -> pd.DataFrame:
    return page.answers.ask("delegation_by_duty", **chosen.params())


def _few(page: Page, chosen: Filters, groups: pd.DataFrame) -> None:
    """Groups of so few sessions that no share can be ranked, as the leaders of the province: their days as counts."""
    days = page.answers.ask("duty_by_level", **chosen.params())
    asked = days[days["required"].gt(0) & ~days.index.isin(shares.enough(days).index)].merge(
        groups[["duty_code", "head_sessions", "delegated_sessions"]], on="duty_code", how="left"
    )
    running = running_duty.by_duty(page.answers, chosen.window, area=chosen.area)
    said = ledger.few(asked, running, months=windows.duty(chosen.window), to_date=windows.to_date(chosen.as_of))
    if said:
        page.said(said)
