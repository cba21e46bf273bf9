"""Every overdue matter, the most overdue first."""

from __future__ import annotations

from dashboard.answers import longest
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.views.backlog.longest import ALSO, COLUMNS
from dashboard.words import backlog as words
from dashboard.words import numbers as vi

headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """The list."""
    rows = longest.overdue(page.answers, lead.now(page, chosen).now, **chosen.params())
    title = words.TITLES["overdue"].format(count=vi.prose_count(len(rows)))
    page.table(tables.with_more(rows, ALSO), title=title, metric="overdue_dossiers", columns=COLUMNS, sorts=True)
