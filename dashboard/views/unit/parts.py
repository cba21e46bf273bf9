"""The views of the page: what of a unit stands on one screen together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from dashboard.briefing.body import Body
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit import asked_of, files, heads, quarters, reliable, similar, standing, waiting, watched
from dashboard.views.unit.of import the_unit


class Part(Protocol):
    def show(self, page: Page, chosen: Filters, /) -> None: ...


@dataclass(frozen=True)
class Parts:
    """A view: its parts one below the other; `of_areas` are told of areas alone."""

    parts: tuple[Part, ...]
    of_areas: tuple[Part, ...] = ()

    def headline(self, page: Page, chosen: Filters) -> str:
        """The same above every view."""
        return the_unit(page, chosen).headline()

    def show(self, page: Page, chosen: Filters) -> None:
        is_body = isinstance(the_unit(page, chosen), Body)
        for part in self.parts if is_body else (*self.parts, *self.of_areas):
            part.show(page, chosen)


VIEWS = {
    "standing": Parts((standing, heads, waiting, files)),
    "concluded": Parts((asked_of, watched)),
    "time": Parts((quarters,), of_areas=(similar, reliable)),
}
