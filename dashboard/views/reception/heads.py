"""Each head: the months of those who lack most days, and every post of the period."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.drawing import charts
from dashboard.facts import ledger
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import lead
from dashboard.words import numbers as vi
from dashboard.words import reception as words

COLUMNS = ["title", "compliance", "required", "credited", "delegated", "missed", "ad_hoc", "months_unreported"]
ON_STRIP = 24
LEVEL = tabs.Choice("cap", words.DUTY_LEVELS, words.LEVEL_LABEL)
headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Heads of which level."""
    return [LEVEL]


def show(page: Page, chosen: Filters) -> None:
    """The strip of months, and the table."""
    level = LEVEL.now
    start, end = ledger.strip_window(chosen.as_of)
    months = page.answers.ask("duty_strip", **chosen.params() | {"start": start, "end": end}, level=level or None)
    page.chart(
        charts.reception_strip(ledger.furthest(months, posts=ON_STRIP), colours=page.colours),
        data=months,
        metric=lead.DUTY,
        title=words.TITLES["strip"].format(count=ON_STRIP),
        scope=vi.sentence_case(vi.window(start, end)),
    )
    posts = lead.posts(page, chosen)
    page.table(
        posts[posts["duty_level"] == level] if level else posts,
        title=words.TITLES["posts"],
        metric=lead.DUTY,
        columns=COLUMNS,
    )
