"""Which area the map looks at. It lives in the address as on every page; here a tap changes it, not the filter bar."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from dashboard.facts import small_cells
from dashboard.screen import choice, filters, state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import choices, hotspots
from dashboard.words import numbers as vi

ALL = ""
TURN = "hotspots-turn"


@dataclass(frozen=True)
class Where:
    """What the map is of.

    Attributes:
        division: what it is divided by: district or commune.
        frame: the former district it shows, None for the whole province.
        area: the district or commune that is looked into, None for none.
    """

    division: str
    frame: str | None
    area: str | None
    name: str
    frame_name: str

    @property
    def selected(self) -> str | None:
        """The area of the map that is marked."""
        return self.area if self.area != self.frame else None


def read(page: Page, chosen: Filters) -> Where:
    """The area of the address, where this viewer may single it out."""
    areas = page.answers.ask("areas").set_index("code")
    own = page.answers.scope.area
    code = own or small_cells.area_allowed(state.asked("dia-ban") or None, kind=chosen.kind)
    if code not in areas.index:
        return Where(chosen.division, None, None, "", "")
    home = areas["district_code"].get(code)
    is_commune = areas["level"].get(code) == "commune"
    frame = (None if chosen.division == "commune" or vi.is_missing(home) else str(home)) if is_commune else code
    frame_name = str(areas["name"].get(frame)) if frame else ""
    return Where("commune", frame, code, str(areas["name"].get(code)), frame_name)


def narrowed(page: Page, chosen: Filters, where: Where) -> Filters:
    """The filters with this area, for titles and links."""
    if where.area is None:
        return replace(chosen, view={name: text for name, text in chosen.view.items() if name != "dia-ban"})
    place = vi.place(page.answers.area_names()[where.area])
    return replace(chosen, area=where.area, place=place, view=chosen.view | {"dia-ban": where.area})


def go(code: str | None) -> None:
    """Look into another area, or with None at all; nothing is drawn anew by this alone."""
    view = filters.changed("area", code) or {}
    state.keep(TURN, turn() + 1)
    filters.keep(view)


def turn() -> int:
    """A number that changes with every choice of an area."""
    return int(state.kept(TURN, 0))


def select(page: Page, where: Where, *, width: choice.Width = 230) -> None:
    """The same choice as a list of names, for who does not tap.

    Another list after every choice: what the browser still says of the one before would take the choice back.
    """
    names, own = page.answers.own_areas(), page.answers.scope.area
    key, shown = f"hotspots-area-{turn()}", where.area or ALL
    state.keep(key, shown)
    st.selectbox(
        hotspots.AREA_LABEL,
        [own] if own else [ALL, *names],
        format_func=lambda code: names.get(code, choices.AREA_ALL),
        key=key,
        on_change=lambda: _selected(key, shown),
        label_visibility="collapsed",
        width=width,
    )


def _selected(key: str, shown: str) -> None:
    """A list that says what it was drawn with was not touched, whoever calls."""
    if state.kept(key, shown) != shown:
        go(state.kept(key) or None)
