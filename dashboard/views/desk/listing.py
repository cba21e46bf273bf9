"""The sentences as they will be handed out, each with its buttons; no dragging, nothing leaves the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from itertools import groupby

import streamlit as st

from dashboard.briefing import Note, Sentence, titles
from dashboard.screen import state
from dashboard.views.desk import desk
from dashboard.words import desk as words

ROUND = "briefing_round"
LONGEST = 500


def current(sentences: Sequence[Sentence]) -> Note:
    """The officer's note of this session, its order knowing every sentence of this period."""
    note = desk.completed(state.note(), sentences)
    state.keep_note(note)
    return note


def show(sentences: Sequence[Sentence], note: Note) -> None:
    """Every section with its sentences, and a way back to how it was."""
    st.html(f'<p class="figure-scope">{words.HOW}</p>')
    listed = desk.shown(sentences, note)
    order = desk.sections(listed)
    for section, said in groupby(listed, key=lambda sentence: sentence.section):
        _section(section, order, sentences)
        group = list(said)
        for place, sentence in enumerate(group):
            _sentence(sentence, sentences, note, first=place == 0, last=place == len(group) - 1)
    if note != Note():
        st.button(words.RESET, icon=":material/restart_alt:", on_click=_reset, key="briefing-reset")


def _section(section: str, order: Sequence[str], sentences: Sequence[Sentence]) -> None:
    place = order.index(section)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"briefing-section-{section}"):
        title = f"{place + 1}. {titles()[section]}"
        st.html(f'<p class="section" role="heading" aria-level="2">{escape(title)}</p>')
        for name, by, off in (("up", -1, place == 0), ("down", 1, place == len(order) - 1)):
            _button(
                words.SECTION[name],
                partial(_moved_section, sentences, section, by),
                key=f"briefing-section-{name}-{section}",
                disabled=off,
            )


def _sentence(sentence: Sentence, sentences: Sequence[Sentence], note: Note, *, first: bool, last: bool) -> None:
    name, out = sentence.id, sentence.id in note.drop
    with st.container(horizontal=True, gap="small", key=f"briefing-said-{name.replace('.', '-')}"):
        _text(sentence, out=out)
        with st.container(horizontal=True, gap="small", width="content"):
            if out:
                _button(words.BACK, lambda: desk.taken_back(state.note(), name), key=f"briefing-back-{name}")
                return
            for way, by, off in (("up", -1, first), ("down", 1, last)):
                _button(
                    words.MOVE[way],
                    partial(_moved, sentences, name, by),
                    key=f"briefing-{way}-{name}",
                    disabled=off,
                )
            _button(words.DROP, lambda: desk.dropped(state.note(), name), key=f"briefing-drop-{name}")
            _write(sentence)


def _text(sentence: Sentence, *, out: bool) -> None:
    beside = f'<p class="said-note">{words.NOTED}: {escape(sentence.note)}</p>' if sentence.note else ""
    tag = "del" if out else "span"
    st.html(f'<p class="said"><{tag}>{escape(sentence.text)}</{tag}></p>{"" if out else beside}')


def _write(sentence: Sentence) -> None:
    """The officer's own words, kept as soon as the field is left."""
    key = f"briefing-note-{state.kept(ROUND, 0)}-{sentence.id}"
    with st.popover(words.WRITE, key=f"briefing-write-{sentence.id}"):
        st.text_area(
            words.WRITE_LABEL,
            value=sentence.note,
            max_chars=LONGEST,
            key=key,
            on_change=lambda: state.keep_note(desk.noted(state.note(), sentence.id, state.kept(key))),
        )
        st.button(words.WRITE_DONE, key=f"briefing-done-{sentence.id}", type="primary")


def _moved(sentences: Sequence[Sentence], name: str, by: int) -> Note:
    return desk.moved(state.note(), sentences, name, by=by)


def _moved_section(sentences: Sequence[Sentence], section: str, by: int) -> Note:
    return desk.moved_section(state.note(), sentences, section, by=by)


def _button(label: str, change: Callable[[], Note], *, key: str, disabled: bool = False) -> None:
    st.button(label, on_click=lambda: state.keep_note(change()), key=key, disabled=disabled)


def _reset() -> None:
    """As the sentences were; the fields of notes begin anew."""
    state.keep_note(Note())
    state.keep(ROUND, state.kept(ROUND, 0) + 1)
