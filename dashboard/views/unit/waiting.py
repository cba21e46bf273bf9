"""The matters that wait the longest, each with its limit or that the law sets none."""

from __future__ import annotations

from dashboard.briefing.body import Body
from dashboard.screen import choice, tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import scope, the_unit
from dashboard.words import numbers as vi
from dashboard.words import unit as words

WAITING = ["dossier_id", "age_days", "limit_said", "days_over", "agency_name", "field_group"]
HELD = [name if name != "agency_name" else "district_name" for name in WAITING]


def show(page: Page, chosen: Filters) -> None:
    """Ten at most, the oldest first."""
    unit = the_unit(page, chosen)
    rows = unit.waiting()
    title = words.TITLES["waiting"].format(count=vi.prose_count(len(rows)))
    columns = HELD if isinstance(unit, Body) else WAITING
    page.table(
        tables.with_more(rows, ["kind"]),
        title=title,
        metric="open_dossiers",
        columns=columns,
        empty=words.NONE_WAITING,
        scope=scope(page, chosen),
    )
    if isinstance(unit, Body):
        page.link("backlog", label=words.ALL_HELD, **{tabs.NAME: "agency", choice.BODY: unit.code})
