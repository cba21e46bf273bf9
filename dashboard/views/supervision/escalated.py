"""Papers sent to a level above, by where they should have been settled."""

from __future__ import annotations

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import supervision as words

COLUMNS = ["area_name", "escalated_petitions", "papers_answered", "outside_authority"]
DIVISION = "chia-theo"


def headline(page: Page, chosen: Filters) -> str:
    division = choice.current(DIVISION, words.DIVISIONS)
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": division})
    return words.escalated_headline(places, division=division)


def show(page: Page, chosen: Filters) -> None:
    """By former district or commune."""
    division = choice.segments(DIVISION, words.DIVISIONS, label=words.DIVISION_LABEL)
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": division})
    page.table(places, title=words.TITLES["escalated"], metric="petitions_escalated", columns=COLUMNS)
