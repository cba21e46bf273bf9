"""Tổng quan: the state, what to decide, whether it gets worse, where and who, what became of the last conclusions."""

from dataclasses import replace

import streamlit as st

from dashboard.answers.standing import standing
from dashboard.facts.change import figures
from dashboard.screen import cards, filters, visits
from dashboard.screen.page import open_page
from dashboard.views import cockpit
from dashboard.words import numbers as vi
from dashboard.words import overview

# Each card, the page that shows what it is made of, and which of its views.
CARDS: dict[str, tuple[str, dict[str, str]]] = {
    "open_dossiers": ("backlog", {"xem": "longest", "so": "open_dossiers"}),
    "overdue_share": ("backlog", {"xem": "overdue"}),
    "on_time_rate": ("comparison", {}),
    "resolution_rate": ("comparison", {}),
    "duty_compliance": ("reception", {}),
    "mass_groups": ("supervision", {"xem": "mass"}),
}

page = open_page("overview")
chosen = filters.bar(page, "period", "area", "kind")
asked = chosen.params()
state = standing(page.answers, chosen)

page.headline(
    overview.headline(
        state.now,
        state.previous,
        place=chosen.place,
        until=vi.date(chosen.as_of),
        against=chosen.versus("previous", "stock"),
    )
)
series = cockpit.quarters(page, chosen)
compared = [
    replace(card, to=to, view=chosen.view | view)
    for card in cards.compared(state, CARDS)
    for to, view in [CARDS[card.metric]]
]
page.metrics(cockpit.with_trends(page, chosen, compared))

with page.side_by_side(key="decide"):
    to_decide = st.container()
    with st.container():
        cockpit.trend(page, chosen, series)
    with st.container():
        cockpit.balance(page, **asked)
        cockpit.conclusions(page, chosen)
visits.show(page)
if page.answers.scope.area:
    peers = page.answers.peers(part="overdue", base="with_limit", **asked)
    page.note(overview.beside(figures(page.answers.of_province(**asked)), peers))
cockpit.where(page, chosen)
with to_decide:  # asks most, so it is asked last
    cockpit.decide(page, chosen)
