"""How long matters wait and how their limits stand; the figures of the page."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.drawing import charts
from dashboard.screen import cards
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.words import backlog as words
from dashboard.words import findings

# Each card, and the list of the matters that it counts.
CARDS: dict[str, dict[str, str]] = {
    "overdue_dossiers": {"xem": "overdue"},
    "overdue_share": {"xem": "overdue"},
    "due_soon_dossiers": {"xem": "longest", "so": "due_soon_dossiers"},
    "open_over_180_days": {"xem": "longest", "so": "open_over_180_days"},
    "median_open_age": {},
    "no_limit_dossiers": {"xem": "longest", "so": "no_limit_dossiers"},
}
ACCEPTED = ["kind", "instance", "accepted", "accepted_in_time", "accepted_late", "waiting", "waiting_late"]
LATE = ["overdue_dossiers", "open_dossiers"]
headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """Two pictures beside each other, the cards, and what was accepted in time."""
    asked = chosen.params()
    waiting = page.answers.ask("open_dossiers_by_age", **asked)
    clocks = page.answers.ask("open_dossiers_by_clock", **asked)
    with page.one_sign(), page.side_by_side():
        with st.container():
            bands = charts.age_bands(waiting, colours=page.colours)
            title, finding = words.TITLES["age"], findings.ages(waiting)
            page.chart(bands, data=waiting, metric=LATE, title=title, finding=finding)
        with st.container():
            states = charts.clock_states(clocks, colours=page.colours)
            title, finding = words.TITLES["clock"], findings.clocks(clocks)
            page.chart(states, data=clocks, metric=LATE, title=title, finding=finding)
    _cards(page, chosen)
    page.table(
        page.answers.ask("acceptance", **asked),
        title=words.TITLES["acceptance"],
        metric="awaiting_acceptance",
        columns=ACCEPTED,
        scope="",
    )


def _cards(page: Page, chosen: Filters) -> None:
    compared = cards.compared(lead.now(page, chosen), CARDS)
    shown = [
        replace(card, to="backlog", view=chosen.view | CARDS[card.metric]) if CARDS[card.metric] else card
        for card in compared
    ]
    page.metrics(shown, title=words.TITLES["cards"])
