"""What waits very long and stands on no list: a proxy, and said to be one."""

from __future__ import annotations

from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

LISTED = ["dossier_id", "age_days", "due_on", "agency_name", "field_group", "district_name"]


def headline(page: Page, chosen: Filters) -> str:
    return words.long_headline(page.answers.ask("long_not_listed", **chosen.params()))


def show(page: Page, chosen: Filters) -> None:
    """The matters, the oldest first."""
    matters = page.answers.ask("long_not_listed", **chosen.params())
    title = words.TITLES["long"].format(count=vi.count(len(matters)))
    page.table(
        tables.with_more(matters, ["kind"]), title=title, metric="open_over_365_days", columns=LISTED, sorts=True
    )
    page.note(words.PROXY)
