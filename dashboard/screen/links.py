"""Where a cell of a table leads: the page of the matter that it names, for roles that may open it."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

import pandas as pd

from dashboard.screen import navigation, viewer

NUMBER, AREA = "ma", "dia-ban"
LEADS = {"dossier_id": "dossier"}
"""Column → page that opens what it names, with the name in the address."""
AREAS = {
    "area_name": "area_code",
    "name": "area_code",
    "district_name": "district_code",
    "commune_name": "commune_code",
}
"""Column that names an area → the one with its code."""


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
    area = _area()
    for name, code in AREAS.items():
        if area and {name, code} <= set(frame.columns):
            found[name] = frame[code].map(partial(to, area), na_action="ignore")
    return {str(name): cells for name, cells in found.items()}


def _area() -> str | None:
    if not viewer.may_open("unit"):
        return None
    return f"/{next(entry.slug for entry in navigation.there() if entry.key == 'unit')}?{AREA}="


def to(start: str, name: object) -> str:
    """The address of one name."""
    return f"{start}{quote(str(name), safe='')}"
