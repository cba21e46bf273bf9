"""The maintained list of complex cases: lead body, age, last and next step, dialogues, sessions."""

from __future__ import annotations

from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

LISTED = ["label", "age_days", "last_step", "dialogues", "lead_agency_name", "dossier_id"]
ALSO = ["next_step", "sessions"]


def headline(page: Page, chosen: Filters) -> str:
    return words.listed_headline(page.answers.ask("complex_progress", **chosen.params()))


def show(page: Page, chosen: Filters) -> None:
    """The cases, the oldest first."""
    cases = page.answers.ask("complex_progress", **chosen.params())
    title = words.TITLES["listed"].format(count=vi.count(len(cases)))
    page.table(tables.with_more(cases, ALSO), title=title, metric="complex_cases", columns=LISTED, sorts=True)
    page.note(words.NOT_NAMED)
