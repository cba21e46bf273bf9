"""The page of the presentation: its agenda at once, the screens as soon as they are worked out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard import format as vi
from dashboard import frame, navigation, terms
from dashboard.briefing import Material, Note, arrange, compose, gather
from dashboard.filters import Filters
from dashboard.page import Page
from dashboard.presentation import component, words
from dashboard.presentation.deck import Deck, build
from queries.ask import Scope, open_snapshot
from queries.periods import Period

Kept = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]


def show(page: Page, chosen: Filters) -> None:
    """The headline, the button, the agenda; a page asked for from a screen is opened with the same filters."""
    period = vi.sentence_case(vi.period(chosen.period))
    place = st.empty()
    with place.container():
        _agenda_alone(page)
    deck = deck_of(page, chosen.period, st.session_state.get("briefing_note"))
    with place.container():
        if not deck.screens:
            page.headline(words.NOTHING)
            return
        page.headline(words.LEAD.format(period=period, count=len(deck.screens)), words.HOW)
        if st.session_state.get("briefing_note"):
            page.note(words.NOTES_USED)
        names = {entry.key: terms.NAVIGATION[entry.key] for entry in navigation.there()}
        meeting = f"{page.snapshot.province_name} {chosen.period.calendar} {chosen.period.code}"
        wanted = component.show(deck, meeting=meeting, pages=names, dark=page.dark)
    if wanted in names:
        navigation.go(wanted, view=chosen.view)


def deck_of(page: Page, period: Period, note: Note | None) -> Deck:
    """The screens of a period with the officer's note, kept for all viewers of the same reach."""
    held = note or Note()
    kept: Kept = (tuple(held.order), tuple(held.drop), tuple(sorted((held.notes or {}).items())))
    shapes = page.ask("boundaries", division="district", area=None)
    return _deck(str(page.snapshot.path), page.scope.area, period, kept, _scope=page.scope, _shapes=shapes)


@st.cache_data(max_entries=24, show_spinner=False)
def _deck(
    snapshot: str, reach: str | None, period: Period, kept: Kept, *, _scope: Scope, _shapes: pd.DataFrame
) -> Deck:
    order, drop, notes = kept
    material = _material(snapshot, reach, period, _scope=_scope)
    return build(material, arrange(compose(material), Note(order, drop, dict(notes))), shapes=_shapes)


@st.cache_data(max_entries=8, show_spinner=False)
def _material(snapshot: str, reach: str | None, period: Period, *, _scope: Scope) -> Material:
    return gather(open_snapshot(frame.path_of(snapshot)), period, scope=_scope)


def _agenda_alone(page: Page) -> None:
    """What the meeting goes through, while the figures are being asked for."""
    page.headline(words.PREPARING)
    items = "".join(f"<li>{title}</li>" for title in words.TITLES.values())
    st.html(f"<ol>{items}</ol>")
