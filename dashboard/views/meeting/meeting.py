"""The page of the presentation: its agenda at once, the screens as soon as they are worked out."""

from __future__ import annotations

import streamlit as st

from dashboard.briefing import agenda
from dashboard.briefing import drafts as files
from dashboard.briefing.sections import topics
from dashboard.screen import drafts, navigation, prepared
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.meeting import component
from dashboard.views.meeting.deck import Deck, build
from dashboard.words import drafts as draft_words
from dashboard.words import hall as words
from dashboard.words import shell


def show(page: Page, chosen: Filters) -> None:
    """The headline, the button, the agenda; a page asked for from a screen is opened with the same filters."""
    source, place = prepared.source(page, chosen), st.empty()
    with place.container():
        _agenda_alone(page)
    material = prepared.material(source)
    draft, shapes = drafts.of(source.period).draft, page.answers.ask("boundaries", division="district", area=None)
    note = draft.note

    def made() -> Deck:
        return build(material, agenda(material, note), shapes=shapes, lock=source.lock)

    deck = source.answers.remember("deck", made, source.period, files.as_bytes(draft), source.lock, most=24)
    with place.container():
        if not deck.screens:
            page.headline(words.NOTHING)
            return
        page.headline(words.LEAD.format(period=deck.period, count=len(deck.screens)), words.HOW)
        if not files.is_untouched(note):
            said = words.NOTES_USED.format(at=draft_words.moment(draft.at), by=draft_words.whose(draft.by))
            page.note(said)
        names = {entry.key: shell.NAVIGATION[entry.key] for entry in navigation.there()}
        meeting = " ".join([page.snapshot.province_name or "", *_key(chosen)])
        wanted = component.show(deck, meeting=meeting, pages=names, dark=page.dark)
    if wanted in names:
        navigation.go(wanted, view=chosen.view)


def _key(chosen: Filters) -> tuple[str, str]:
    return chosen.period.code, chosen.period.calendar


def _agenda_alone(page: Page) -> None:
    """What the meeting goes through, while the figures are being asked for."""
    page.headline(words.PREPARING)
    titles = [*(topic.short for topic in topics()), words.CONCLUSION]
    items = "".join(f"<li>{title}</li>" for title in titles)
    st.html(f"<ol>{items}</ol>")
