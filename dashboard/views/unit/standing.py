"""How the unit stands: its figures beside the spread of the others, none of them named."""

from __future__ import annotations

from dashboard.briefing.unit import Measured
from dashboard.drawing import spread
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words


def show(page: Page, chosen: Filters) -> None:
    """A figure a line, each beside the quartiles of its peers."""
    page.section(words.SECTIONS["figures"])
    measured = the_unit(page, chosen).measured()
    told = [words.beside(one.name, one.part, one.base, peers=one.peers, division=one.among) for one in measured]
    drawn = [_picture(one) for one in measured]
    page.listed(told, empty=words.NO_FIGURES, pictures=drawn)
    page.note(f"{words.SPREAD} {words.NO_NAMES}" if any(drawn) else words.NO_NAMES)


def _picture(one: Measured) -> str:
    if one.peers is None or vi.is_missing(one.part) or vi.is_missing(one.base) or not one.base:
        return ""
    return spread.image(float(one.part), float(one.base), one.peers)  # type: ignore[arg-type]
