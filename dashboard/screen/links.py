"""Where a cell of a table leads: the page of the matter, area, body or post that it names, for who may open it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd
import streamlit as st

from dashboard.screen import address, navigation, viewer

NUMBER, AREA = address.UNIT, "dia-ban"
LEADS = {"dossier_id": "dossier"}
"""Column → page that opens what it names, with the name in the address."""
AREAS = {
    "area_name": "area_code",
    "name": "area_code",
    "district_name": "district_code",
    "commune_name": "commune_code",
}
"""Column that names an area → the one with its code."""
UNITS = {
    "agency_name": "agency_code",
    "to_agency_name": "to_agency_code",
    "title": "post_code",
    "unit_name": "unit_code",
}
"""Column that names a body, a post, or a unit of any sort → the one with its code."""


def inside() -> None:
    """From here on a tap on a link of a table stays within the app; the address is its own as after Back."""
    _component()(key="links-inside", width="content")


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    js = (Path(__file__).parent / "inside.js").read_text(encoding="utf-8")
    return st.components.v2.component("inside", html="<i></i>", js=js, isolate_styles=False)


def of(column: str) -> str | None:
    """The address before the name, where that column leads somewhere and this viewer may go there."""
    page = LEADS.get(column)
    if page is None or not viewer.may_open(page):
        return None
    return f"{navigation.path(page)}?{NUMBER}="


def addresses(frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Column → the address each of its cells leads to, missing where it leads nowhere or may not be opened.

    The filters of the address go along, as they do by every other link.
    """
    found = {
        name: frame[name].map(partial(to, start, along=_along(NUMBER)), na_action="ignore")
        for name in frame
        if (start := of(str(name)))
    }
    for named, parameter in ((AREAS, AREA), (UNITS, NUMBER)):
        lead = partial(to, str(_unit(parameter)), along=_along(AREA, NUMBER))
        there = {name: code for name, code in named.items() if _unit(parameter) and {name, code} <= set(frame.columns)}
        found |= {name: frame[code].map(lead, na_action="ignore") for name, code in there.items()}
    return {str(name): cells for name, cells in found.items()}


def _along(*named: str) -> str:
    """What of this address follows in another that names these itself."""
    return "".join(f"&{urlencode({name: text})}" for name, text in navigation.carried().items() if name not in named)


def _unit(parameter: str) -> str | None:
    """The address of a unit before its code; bodies and posts of others are not what an area's leader looks at."""
    scope = viewer.viewer_scope()
    if not viewer.may_open("unit") or (parameter == NUMBER and (scope is None or scope.is_narrowed)):
        return None
    return f"{navigation.path('unit')}?{parameter}="


def to(start: str, name: object, *, along: str = "") -> str:
    """The address of one name."""
    return f"{start}{quote(str(name), safe='')}{along}"
