"""A page of several views: the message of the one that is chosen first, then the choice, then the view."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import choices

NAME = "xem"


class View(Protocol):
    """One view of a page: a module, or anything that has both."""

    def headline(self, page: Page, chosen: Filters, /) -> str:
        """Its message."""

    def show(self, page: Page, chosen: Filters, /) -> None:
        """What stands below."""


def show(page: Page, chosen: Filters, views: Mapping[str, View], words: Mapping[str, str], *, more: str = "") -> None:
    """The view that the address asks for; only that one is computed. `more`: a line below its message."""
    view = views[choice.current(NAME, words)]
    page.headline(view.headline(page, chosen), more)
    choice.segments(NAME, words, label=choices.VIEW_LABEL)
    view.show(page, chosen)
