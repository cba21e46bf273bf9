"""Who came and what came of it: the way from visit to answer, the visits over the periods, form 01/TCD."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import form, outcome, series
from dashboard.words import reception as words

PART = tabs.Choice("phan", words.PARTS, words.PARTS_LABEL)
PARTS: dict[str, tabs.View] = {"outcome": outcome, "volume": series, "form": form}


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """What came of it, how many came, the form."""
    return [PART]


def headline(page: Page, chosen: Filters) -> str:
    """The message of the part."""
    return PARTS[PART.now].headline(page, chosen)


def show(page: Page, chosen: Filters) -> None:
    """The part that is chosen, only that one."""
    PARTS[PART.now].show(page, chosen)
