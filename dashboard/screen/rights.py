"""Which pages and files each role may use: the one table that navigation, pages and downloads read.

What of the figures a role sees is not decided here but by its scope, where the data is asked.
"""

from __future__ import annotations

from dataclasses import dataclass

FIGURES = (
    *("overview", "hotspots", "backlog", "waiting", "bodies", "unit", "supervision", "conclusions"),
    *("reception", "comparison", "locked", "definitions"),
)
WORK = (*FIGURES, "dossier", "briefing", "presentation", "quality")
EVERY_PAGE = (*WORK, "trail")
OF_PAGES = ("table", "map", "ledger")
EVERY_FILE = (*OF_PAGES, "briefing")


@dataclass(frozen=True)
class Rights:
    """Pages by key; files by kind: table (CSV below a figure), map, ledger (workbook, card), briefing; acts: lock."""

    pages: tuple[str, ...]
    files: tuple[str, ...]
    acts: tuple[str, ...] = ()


ROLES = {
    "standing": Rights(WORK, EVERY_FILE),
    "bureau": Rights((*FIGURES, "presentation"), OF_PAGES),
    "internal_affairs": Rights(WORK, EVERY_FILE),
    "office": Rights(EVERY_PAGE, EVERY_FILE, ("lock",)),
    "analyst": Rights((*FIGURES, "quality"), OF_PAGES),
    "area_leader": Rights((*FIGURES, "dossier"), OF_PAGES),
    "technician": Rights(("quality", "definitions"), ()),
}
"""The roles, those that see most first: who has several acts in the first of them."""

LOCAL = Rights(EVERY_PAGE, EVERY_FILE, ("lock",))
NEEDS = dict.fromkeys(WORK, "figures") | {
    "quality": "load_log",
    "definitions": "snapshot_info",
    "trail": "snapshot_info",
}
"""A question each page cannot do without: who may not ask it is not shown the page."""


def of(role: str | None) -> Rights:
    """The rights of a role; None: whoever sits at the machine itself where no sign-in is set up."""
    return LOCAL if role is None else ROLES[role]
