"""What the leaders concluded for the unit's bodies and what became of it."""

from __future__ import annotations

from dashboard.briefing.area import unfinished
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import conclusions
from dashboard.words import numbers as vi
from dashboard.words import unit as words

COLUMNS = ["number", "days_over", "agency_name", "due_on", "summary", "dossier_id"]
ALSO = ["fate", "issued_on"]
ROWS = 5


def show(page: Page, chosen: Filters) -> None:
    """How many in all and how they stand; those that are not done, the most overdue first."""
    unit = the_unit(page, chosen)
    given = unit.directives()
    left = unfinished(given)
    page.section(words.concluded(given["fate"]))
    scope = conclusions.SCOPE.format(place=vi.sentence_case(unit.place), day=vi.date(chosen.as_of))
    shown = tables.with_more(left, ALSO)
    page.table(shown, title=words.TITLES["unfinished"], columns=COLUMNS, empty=words.ALL_DONE, scope=scope, rows=ROWS)
    if left["ended_agency_name"].notna().any():
        page.note(conclusions.SUCCEEDED)
