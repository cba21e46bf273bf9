"""What falls due within 7 and 30 days: a work list by body."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import waiting as words

BODIES = ["agency_name", "due_7", "due_30"]
LISTED = ["dossier_id", "days_left", "due_on", "agency_name", "kind", "field_group", "district_name"]


def headline(page: Page, chosen: Filters) -> str:
    asked = chosen.params()
    return words.due_headline(page.answers.ask("due_ahead", **asked), page.answers.ask("due_ahead_by_agency", **asked))


def show(page: Page, chosen: Filters) -> None:
    """The bodies, and the matters of all or of one; those of one stand first."""
    first = st.container()
    bodies = page.answers.ask("due_ahead_by_agency", **chosen.params())
    names = {"": words.ALL_AGENCIES} | dict(zip(bodies["agency_code"], bodies["agency_name"], strict=True))
    with page.one_sign():
        page.table(bodies, title=words.TITLES["due_agencies"], metric="due_soon_dossiers", columns=BODIES, sorts=True)
        if not choice.current(choice.BODY, names):
            _listed(page, chosen, names)
    if choice.current(choice.BODY, names):
        with first:
            _listed(page, chosen, names)


def _listed(page: Page, chosen: Filters, names: Mapping[str, str]) -> None:
    agency = choice.narrowed(choice.BODY, names, label=words.AGENCY_LABEL, known=page.answers.known_agencies())
    listed = page.answers.ask("due_ahead", **chosen.params(), agency=agency or None)
    of = f", {names[agency]}" if agency else ""
    title = words.DUE_LIST.format(of=of, count=vi.count(len(listed)))
    page.table(listed, title=title, metric="due_soon_dossiers", columns=LISTED, sorts=True)
