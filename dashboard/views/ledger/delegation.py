"""Delegation: by kind of post, over the periods, and who relies on deputies; with the law, which allows none."""

from __future__ import annotations

from dashboard.drawing import charts
from dashboard.drawing.charts import ledger as lines
from dashboard.facts.side_by_side import series_kind
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.ledger import bands
from dashboard.words import ledger
from dashboard.words import numbers as vi

GROUPS = ["duty_code", "posts", "delegating_posts", "head_sessions", "delegated_sessions", "delegated_share"]
VISITS = ["head_visits", "delegated_visits"]
POSTS = ["title", "agency_name", "head_sessions", "delegated_sessions", "delegated_share", "last_in_person_on"]
METRIC = "delegated_share_by_post"


def show(page: Page, chosen: Filters) -> None:
    """The law, the shares, the trend, the posts."""
    asked = chosen.params()
    groups = page.answers.ask("delegation_by_duty", **asked)
    page.headline(ledger.delegation(groups, period=vi.period(chosen.period)), more=ledger.DELEGATION_LAW)
    bars = charts.ranked(groups, name="duty_code", value="delegated_share", colour="delegated", colours=page.colours)
    lines.say_base(bars, groups, part="delegated_sessions", rest="head_sessions", by="delegated_share")
    page.chart(bars, data=groups, metric=METRIC, title=ledger.TITLES["delegated_level"], columns=GROUPS + VISITS)
    series = page.answers.ask("delegation_series", **asked, period_kind=series_kind(chosen.period))
    drawn = series.assign(delegated_share=series["delegated_share"].where(series["sessions"] >= LEAST_BASE))
    page.chart(
        lines.by_group(
            drawn,
            group="duty_level",
            order=bands.LEVEL_ORDER,
            value="delegated_share",
            colours=page.colours,
            happened=page.rules.events,
        ),
        data=series,
        metric=METRIC,
        title=ledger.TITLES["delegated_series"],
    )
    page.note(ledger.SMALL_BASE_NOTE.format(least=LEAST_BASE))
    posts = page.answers.ask("delegation_by_post", **asked)
    page.table(posts, title=ledger.TITLES["delegated_posts"], metric=METRIC, columns=POSTS)
