"""Where a cell of a table leads: the page of the matter that it names, for roles that may open it."""

from __future__ import annotations

from urllib.parse import quote

from dashboard.screen import navigation, viewer

NUMBER = "ma"
LEADS = {"dossier_id": "dossier"}
"""Column → page that opens what it names, with the name in the address."""


def of(column: str) -> str | None:
    """The address before the name, where that column leads somewhere and this viewer may go there."""
    page = LEADS.get(column)
    if page is None or not viewer.may_open(page):
        return None
    return f"/{next(entry.slug for entry in navigation.there() if entry.key == page)}?{NUMBER}="


def to(start: str, name: object) -> str:
    """The address of one name."""
    return f"{start}{quote(str(name), safe='')}"
