"""The area that is looked at, asked for its parts."""

from __future__ import annotations

from dashboard.briefing.area import Area
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page


def chosen_area(page: Page, chosen: Filters) -> Area:
    """The chosen area in the chosen window."""
    return Area(page.answers, str(chosen.area), chosen.place, chosen.params())
