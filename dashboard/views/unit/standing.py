"""How the area stands: its figures beside the spread of the others, none of them named."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import chosen_area
from dashboard.words import unit as words


def headline(page: Page, chosen: Filters) -> str:
    """What is open, what of it overdue, and what chance says of that beside the province."""
    return chosen_area(page, chosen).headline()


def show(page: Page, chosen: Filters) -> None:
    """Five figures, each beside the quartiles of the areas of the same division."""
    page.section(words.SECTIONS["figures"])
    page.listed(chosen_area(page, chosen).beside(), empty=words.NO_FIGURES)
    page.note(words.NO_NAMES)
