"""The five areas most like this one, by people and fields: named only for whoever sees the whole province."""

from __future__ import annotations

from dashboard.briefing.area import since
from dashboard.facts.similar import similar
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import chosen_area
from dashboard.words import choices
from dashboard.words import numbers as vi
from dashboard.words import unit as words

COLUMNS = ["name", "population", "open_count", "overdue", "over_180", "entered"]


def show(page: Page, chosen: Filters) -> None:
    """Their figures side by side with those of this one, which stands first."""
    if page.answers.scope.area:
        return
    area = chosen_area(page, chosen)
    rows = page.answers.ask("area_measures", **area.every)
    fields = page.answers.ask("area_fields", **area.every | {"start": since(chosen.as_of)})
    found = similar(rows, fields, to=area.code)
    title = words.EXTRA["similar"].format(
        count=vi.prose_count(len(found)), areas=choices.DIVISIONS[area.division].lower()
    )
    page.table(
        tables.with_more(found, ["mass_groups"]),
        title=title,
        metric="open_dossiers",
        columns=COLUMNS,
        empty=words.NO_SIMILAR,
    )
