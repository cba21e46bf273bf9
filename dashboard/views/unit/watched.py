"""The matters to watch: those on the list of complex cases, those passed to and fro between bodies."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import unit as words

COMPLEX = ["label", "age_days", "last_step", "next_step", "dialogues", "sessions", "lead_agency_name", "dossier_id"]
PAIRS = ["agency_name", "to_agency_name", "transfers", "circular", "half_held_days"]
BOUNCED = ["dossier_id", "transfers", "circular", "longest_held_days", "agency_name", "kind", "last_moved_on"]
MOVES = ["transfers_per_matter", "moved_twice_share", "bounced_matters"]


def show(page: Page, chosen: Filters) -> None:
    """The list as it stands; who passed on to whom in the window, and what was passed on again."""
    asked, titles = chosen.params(), words.TITLES
    cases = page.answers.ask("complex_progress", **asked)
    title = titles["complex"].format(count=vi.count(len(cases)))
    page.table(cases, title=title, metric="complex_cases", columns=COMPLEX, empty=words.NO_COMPLEX)
    pairs = page.answers.ask("passed_between", **asked)
    page.table(pairs, title=titles["pairs"], metric=MOVES, columns=PAIRS, empty=words.NOT_PASSED_ON)
    again = page.answers.ask("most_bounced", **asked)
    title = titles["bounced"].format(count=vi.count(len(again)))
    page.table(again, title=title, metric=MOVES, columns=BOUNCED, empty=words.NOT_PASSED_AGAIN)
