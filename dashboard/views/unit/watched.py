"""The matters to watch: those on the list of complex cases, those passed to and fro between bodies."""

from __future__ import annotations

from typing import TypedDict

from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import scope, the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words

COMPLEX = ["label", "age_days", "last_step", "next_step", "dialogues", "sessions", "lead_agency_name", "dossier_id"]
PAIRS = ["agency_name", "to_agency_name", "transfers", "circular", "half_held_days"]
BOUNCED = ["dossier_id", "transfers", "circular", "longest_held_days", "agency_name", "last_moved_on"]
ROWS = 5
MOVES = ["transfers_per_matter", "moved_twice_share", "bounced_matters"]


class Look(TypedDict):
    """How many rows a list shows, and of whom it is."""

    rows: int
    scope: str


def show(page: Page, chosen: Filters) -> None:
    """The list as it stands; who passed on to whom in the window, and what was passed on again."""
    unit, titles = the_unit(page, chosen), words.TITLES
    look: Look = {"rows": ROWS, "scope": scope(page, chosen)}
    cases = unit.complex()
    title = titles["complex"].format(count=vi.count(len(cases)))
    page.table(cases, title=title, metric="complex_cases", columns=COMPLEX, empty=words.NO_COMPLEX, **look)
    page.table(unit.pairs(), title=titles["pairs"], metric=MOVES, columns=PAIRS, empty=words.NOT_PASSED_ON, **look)
    again = unit.bounced()
    title = titles["bounced"].format(count=vi.count(len(again)))
    page.table(
        tables.with_more(again, ["kind"]),
        title=title,
        metric=MOVES,
        columns=BOUNCED,
        empty=words.NOT_PASSED_AGAIN,
        **look,
    )
