"""The heads of the area's bodies, month by month: did they receive citizens in person."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import chosen_area
from dashboard.words import unit as words


def show(page: Page, chosen: Filters) -> None:
    """A line a post with who holds it, a mark a month, the oldest month first."""
    page.section(words.SECTIONS["heads"])
    strips = chosen_area(page, chosen).heads()
    page.listed(strips, empty=words.NO_HEADS)
    if strips:
        page.note(words.marks())
