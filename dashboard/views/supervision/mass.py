"""Groups of many people in time and place."""

from __future__ import annotations

from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

MONTHS = ["month_on", "district_name", "mass_groups", "mass_people", "matters"]
LISTED = ["held_on", "people", "kind", "dossier_id", "agency_name", "reception"]
METRIC = ["mass_groups", "mass_group_people"]


def headline(page: Page, chosen: Filters) -> str:
    return words.mass_headline(page.answers.ask("mass_group_visits", **chosen.params()))


def show(page: Page, chosen: Filters) -> None:
    """By month and place, then group by group."""
    months = page.answers.ask("mass_groups_by_month", **chosen.params())
    named = months.assign(district_name=months["district_name"].fillna(codes.NO_AREA))
    page.table(named, title=words.TITLES["months"], metric=METRIC, columns=MONTHS)
    visits = page.answers.ask("mass_group_visits", **chosen.params())
    title = words.TITLES["visits"].format(count=vi.count(len(visits)))
    page.table(tables.with_more(visits, ["district_name"]), title=title, metric=METRIC, columns=LISTED, sorts=True)
