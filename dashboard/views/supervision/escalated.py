"""Papers sent to a level above, by where they should have been settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.facts.small_cells import SECRET_KIND
from dashboard.screen import choice, tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

PLACE = "noi"
LISTED = ["dossier_id", "age_days", "answered_on", "agency_name", "commune_name", "field_group"]
ALSO = ["received_on", "kind"]
COLUMNS = ["area_name", "escalated_petitions", "papers_answered", "outside_authority"]
DIVISION = tabs.Choice("chia-theo", words.DIVISIONS, words.DIVISION_LABEL)


def headline(page: Page, chosen: Filters) -> str:
    division = DIVISION.now
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": division})
    return words.escalated_headline(places, division=division)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """By which units."""
    return [DIVISION]


def show(page: Page, chosen: Filters) -> None:
    """By former district or commune, and the papers of all or of one; those of one stand first."""
    first = st.container()
    places = page.answers.ask("escalated_papers", **chosen.params() | {"division": DIVISION.now})
    named = places.assign(area_name=places["area_name"].fillna(codes.NO_AREA))
    known = places.dropna(subset=["area_code"])
    names = {"": words.EVERY_PLACE} | dict(zip(known["area_code"], known["area_name"], strict=True))
    with page.one_sign():
        page.table(named, title=words.TITLES["escalated"], metric="petitions_escalated", columns=COLUMNS, sorts=True)
        if not choice.current(PLACE, names):
            _listed(page, chosen, names)
    if choice.current(PLACE, names):
        with first:
            _listed(page, chosen, names)


def _listed(page: Page, chosen: Filters, names: Mapping[str, str]) -> None:
    place = choice.narrowed(PLACE, names, label=words.PLACE_LABEL, known=page.answers.area_names())
    listed = page.answers.ask("escalated_listed", **chosen.params(), place=place or None)
    listed = listed[listed["kind"].ne(SECRET_KIND)]
    of = f", {vi.small(names[place])}" if place else ""
    title = words.TITLES["sent_above"].format(of=of, count=vi.count(len(listed)))
    page.table(tables.with_more(listed, ALSO), title=title, metric="petitions_escalated", columns=LISTED, rows=8,
               sorts=True)  # fmt: skip
