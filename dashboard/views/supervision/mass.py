"""Groups of many people in time and place, then group by group: of the period, or of a place that is tapped."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.answers.answers import taken
from dashboard.drawing import charts
from dashboard.facts import crowds
from dashboard.screen import choice, tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import canvas, ledger
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

PLACE = "huyen-cu"
MONTHS = ["month_on", "district_name", "mass_groups", "mass_people", "matters"]
LISTED = ["held_on", "people", "kind", "dossier_id", "agency_name", "reception"]
METRIC = ["mass_groups", "mass_group_people"]


def headline(page: Page, chosen: Filters) -> str:
    return words.mass_headline(page.answers.ask("mass_group_visits", **chosen.params()))


def show(page: Page, chosen: Filters) -> None:
    """Twelve months by place, then the groups; those of one place stand first."""
    first = st.container()
    year = crowds.year(chosen.as_of, begins=page.answers.begins.get("reception_visits"))
    asked = chosen.params() | {"start": year[0].date()}
    rows = page.answers.ask("mass_groups_by_month", **asked)
    _drawn(page, rows, year, chosen)
    named = crowds.by_place(rows)[crowds.PLACE].dropna().itertuples(index=False)
    names = {"": words.EVERY_PLACE} | ({} if chosen.area else dict(named))
    with first if choice.current(PLACE, names) else st.container():
        place = choice.select(PLACE, names, label=words.PLACE_LABEL, width=420, known=page.answers.area_names())
        of = words.OF_YEAR.format(place=vi.small(names[place]), months=len(year)) if place else ""
        visits = page.answers.ask("mass_group_visits", **(asked | {"area": place} if place else chosen.params()))
        title = words.TITLES["visits"].format(of=of, count=vi.count(len(visits)))
        page.table(tables.with_more(visits, ["district_name"]), title=title, metric=METRIC, columns=LISTED, sorts=True)


def _drawn(page: Page, rows: pd.DataFrame, year: list[pd.Timestamp], chosen: Filters) -> None:
    """The months of each place; a place that is tapped goes into the address."""
    few = crowds.gathered(rows, province=ledger.OF_PROVINCE, others=words.OTHER_PLACES)
    places = crowds.by_place(few)
    counts = zip(places["mass_groups"], places["mass_people"], strict=True)
    ends = [words.CROWD.format(groups=vi.count(groups), people=vi.count(people)) for groups, people in counts]
    figure = charts.cells(few, places, year, value="mass_groups", ends=ends, colours=page.colours)
    days = words.YEAR.format(start=vi.date(year[0]), end=vi.date(chosen.as_of))
    scope = canvas.BESIDE.join([days, *chosen.left_out(taken(rows))])
    named = rows.assign(district_name=rows["district_name"].fillna(ledger.OF_PROVINCE))
    tapped = page.chart(
        figure, data=named, metric=METRIC, title=words.TITLES["months"], columns=MONTHS, scope=scope,
        select=chosen.area is None,
    )  # fmt: skip
    if tapped:
        choice.open_row(PLACE, str(tapped))
