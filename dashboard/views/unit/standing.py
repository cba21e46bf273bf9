"""How the unit stands: its figures beside the spread of the others, none of them named."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import unit as words


def show(page: Page, chosen: Filters) -> None:
    """A figure a line, each beside the quartiles of its peers."""
    page.section(words.SECTIONS["figures"])
    told = [
        words.beside(one.name, one.part, one.base, peers=one.peers, division=one.among)
        for one in the_unit(page, chosen).measured()
    ]
    page.listed(told, empty=words.NO_FIGURES)
    page.note(words.NO_NAMES)
