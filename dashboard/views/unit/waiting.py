"""The matters that wait the longest, each with its limit or that the law sets none."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import chosen_area
from dashboard.words import numbers as vi
from dashboard.words import unit as words

WAITING = ["dossier_id", "age_days", "limit_said", "days_over", "agency_name", "kind", "field_group"]


def show(page: Page, chosen: Filters) -> None:
    """Ten at most, the oldest first."""
    rows = chosen_area(page, chosen).waiting()
    title = words.TITLES["waiting"].format(count=vi.prose_count(len(rows)))
    page.table(rows, title=title, metric="open_dossiers", columns=WAITING, empty=words.NONE_WAITING)
