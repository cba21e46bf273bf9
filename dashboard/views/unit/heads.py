"""The heads of the unit's bodies, month by month: did they receive citizens in person."""

from __future__ import annotations

from dashboard.drawing import grid
from dashboard.screen import ledger_sheet
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words

MOST = 4


def show(page: Page, chosen: Filters) -> None:
    """A row a post with who holds it, those that owe most days first; the others stand in the ledger."""
    page.section(words.SECTIONS["heads"])
    posts, months = the_unit(page, chosen).received()
    if posts.empty:
        page.listed([], empty=words.NO_HEADS)
        return
    first = posts.head(MOST)
    drawn = grid.strip(first, months[months["post_code"].isin(first["post_code"])])
    ledger_sheet.show(drawn + grid.legend(narrow=False, window=False), key="unit-heads", colours=page.colours)
    if len(posts) > len(first):
        page.link("reception", label=words.ALL_HEADS.format(count=vi.count(len(posts))))
