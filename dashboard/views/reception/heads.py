"""Each head in the period."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import lead
from dashboard.words import reception as words

COLUMNS = ["title", "compliance", "required", "credited", "delegated", "missed", "ad_hoc", "months_unreported"]
LEVEL = tabs.Choice("cap", words.DUTY_LEVELS, words.LEVEL_LABEL)
headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Heads of which level."""
    return [LEVEL]


def show(page: Page, chosen: Filters) -> None:
    """A row a post; its months stand on the page of the heads."""
    level, posts = LEVEL.now, lead.posts(page, chosen)
    shown = posts[posts["duty_level"] == level] if level else posts
    page.table(shown, title=words.TITLES["posts"], metric=lead.DUTY, columns=COLUMNS)
    page.link("ledger", label=words.MONTH_BY_MONTH)
