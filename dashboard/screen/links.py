"""Where a cell of a table leads: the page of the matter, area, body or post that it names, for who may open it."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

import pandas as pd

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
}
"""Column that names a body or a post → the one with its code."""


def of(column: str) -> str | None:
    """The address before the name, where that column leads somewhere and this viewer may go there."""
    page = LEADS.get(column)
    if page is None or not viewer.may_open(page):
        return None
    return f"/{next(entry.slug for entry in navigation.there() if entry.key == page)}?{NUMBER}="


def addresses(frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Column → the address each of its cells leads to, missing where it leads nowhere or may not be opened."""
    found = {
        name: frame[name].map(partial(to, start), na_action="ignore") for name in frame if (start := of(str(name)))
    }
    for named, parameter in ((AREAS, AREA), (UNITS, NUMBER)):
        start = _unit(parameter)
        there = {name: code for name, code in named.items() if start and {name, code} <= set(frame.columns)}
        found |= {name: frame[code].map(partial(to, str(start)), na_action="ignore") for name, code in there.items()}
    return {str(name): cells for name, cells in found.items()}


def _unit(parameter: str) -> str | None:
    """The address of a unit before its code; bodies and posts of others are not what an area's leader looks at."""
    scope = viewer.viewer_scope()
    if not viewer.may_open("unit") or (parameter == NUMBER and (scope is None or scope.is_narrowed)):
        return None
    return f"/{next(entry.slug for entry in navigation.there() if entry.key == 'unit')}?{parameter}="


def to(start: str, name: object) -> str:
    """The address of one name."""
    return f"{start}{quote(str(name), safe='')}"
