"""The heads of the unit's bodies, month by month: did they receive citizens in person."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words

MOST = 4


def show(page: Page, chosen: Filters) -> None:
    """A line a post with who holds it, those that owe most days first; the others stand in the ledger."""
    page.section(words.SECTIONS["heads"])
    strips = the_unit(page, chosen).heads()
    page.listed(strips[:MOST], empty=words.NO_HEADS)
    if len(strips) > MOST:
        page.link("reception", label=words.ALL_HEADS.format(count=vi.count(len(strips))))
    if strips:
        page.note(words.marks())
