"""Papers sent to a level above, by where they should have been settled."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import supervision as words

COLUMNS = ["area_name", "escalated_petitions", "papers_answered", "outside_authority"]
DIVISION = tabs.Choice("chia-theo", words.DIVISIONS, words.DIVISION_LABEL)


def headline(page: Page, chosen: Filters) -> str:
    division = DIVISION.now
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": division})
    return words.escalated_headline(places, division=division)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """By which units."""
    return [DIVISION]


def show(page: Page, chosen: Filters) -> None:
    """By former district or commune."""
    division = DIVISION.now
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": division})
    page.table(places, title=words.TITLES["escalated"], metric="petitions_escalated", columns=COLUMNS, sorts=True)
