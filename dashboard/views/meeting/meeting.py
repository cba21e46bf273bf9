"""The page of the presentation: its agenda at once, the screens as soon as they are worked out."""

from __future__ import annotations

import streamlit as st

from dashboard.briefing import Concluding, Note, agenda, arrange
from dashboard.briefing.sections import topics
from dashboard.screen import navigation, prepared, state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.meeting import component
from dashboard.views.meeting.deck import Deck, build
from dashboard.words import hall as words
from dashboard.words import shell

Kept = tuple[
    tuple[str, ...],
    tuple[str, ...],
    tuple[tuple[str, str], ...],
    tuple[tuple[str, Concluding], ...],
    tuple[Concluding, ...],
]


def show(page: Page, chosen: Filters) -> None:
    """The headline, the button, the agenda; a page asked for from a screen is opened with the same filters."""
    source, place = prepared.source(page, chosen), st.empty()
    with place.container():
        _agenda_alone(page)
    material, said = prepared.briefing(source)
    note, shapes = _note(), page.answers.ask("boundaries", division="district", area=None)

    def made() -> Deck:
        return build(material, agenda(material, _as_note(note)), shapes=shapes, lock=source.lock)

    deck = source.answers.remember("deck", made, source.period, note, source.lock, most=24)
    with place.container():
        if not deck.screens:
            page.headline(words.NOTHING)
            return
        page.headline(words.LEAD.format(period=deck.period, count=len(deck.screens)), words.HOW)
        if arrange(said, _as_note(note)) != said or note[1] or any(note[3:]):
            page.note(words.NOTES_USED)
        names = {entry.key: shell.NAVIGATION[entry.key] for entry in navigation.there()}
        meeting = " ".join([page.snapshot.province_name or "", *_key(chosen)])
        wanted = component.show(deck, meeting=meeting, pages=names, dark=page.dark)
    if wanted in names:
        navigation.go(wanted, view=chosen.view)


def _key(chosen: Filters) -> tuple[str, str]:
    return chosen.period.code, chosen.period.calendar


def _note() -> Kept:
    """The officer's order, omissions and notes of this session, as the page that prepares the meeting left them."""
    held = state.note()
    notes, worded = tuple(sorted((held.notes or {}).items())), tuple(sorted((held.worded or {}).items()))
    return tuple(held.order), tuple(held.drop), notes, worded, tuple(held.added)


def _as_note(kept: Kept) -> Note:
    order, drop, notes, worded, added = kept
    return Note(order, drop, dict(notes), dict(worded), added)


def _agenda_alone(page: Page) -> None:
    """What the meeting goes through, while the figures are being asked for."""
    page.headline(words.PREPARING)
    titles = [*(topic.short for topic in topics()), words.CONCLUSION]
    items = "".join(f"<li>{title}</li>" for title in titles)
    st.html(f"<ol>{items}</ol>")
