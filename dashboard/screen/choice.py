"""One choice within a page, kept in the address: which of several views of the same figures is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple, NoReturn

import streamlit as st

from dashboard.screen import said, state
from dashboard.words import choices

BODY = "co-quan"
VIEW, SORTED = "xem", "xep"
WHOLE, AT = "ca", "so-trang"
"""Which list is opened by pages, and which of its pages."""
Width = int | Literal["stretch"]


def current(name: str, words: Mapping[str, str]) -> str:
    """The code that `segments` of that name will show: for what stands above the choice."""
    wanted = state.asked(name)
    return wanted if wanted in words else next(iter(words))


def segments(name: str, words: Mapping[str, str], *, label: str, known: Collection[str] = ()) -> str:
    """The chosen code; the first is the default. Only the chosen view is computed (closed tabs would all run).

    What the address asks for and nobody knows is said in one sentence; `known`: codes of the same name elsewhere,
    which the address may still hold.
    """
    shown = _begin(name, words, known)
    key = said.key(f"choice-{name}", shown, words[shown])
    chosen = st.segmented_control(
        label,
        list(words),
        default=shown,
        format_func=words.__getitem__,
        required=True,
        key=key,
        on_change=_changed,
        args=(name, key),
        label_visibility="collapsed",
    )
    return str(chosen)


def select(name: str, words: Mapping[str, str], *, label: str, width: Width, known: Collection[str] = ()) -> str:
    """As `segments`, for more choices than fit in a row."""
    shown = _begin(name, words, known)
    key = said.key(f"choice-{name}", shown, words[shown])
    chosen: str = st.selectbox(
        label,
        list(words),
        index=list(words).index(shown),
        format_func=words.__getitem__,
        key=key,
        on_change=_changed,
        args=(name, key),
        label_visibility="collapsed",
        width=width,
    )
    return chosen


def narrowed(name: str, words: Mapping[str, str], *, label: str, known: Collection[str]) -> str:
    """As `select`, where the address says one: a list is narrowed by a tap on what is counted, here it is widened."""
    return select(name, words, label=label, width=420, known=known) if state.asked(name) else next(iter(words))


def text(name: str, *, label: str, width: int = 320) -> str:
    """What is typed, or stands in the address; '' where nothing is."""
    _heard(name)
    shown = state.asked(name)
    key = said.key(f"choice-{name}", shown)
    typed: str = st.text_input(label, shown, key=key, on_change=_changed, args=(name, key), width=width)
    return typed.strip()


class Named(NamedTuple):
    """What the address names: a body, a field."""

    code: str
    name: str


def named(part: str, names: Mapping[str, str]) -> Named | None:
    """The one of these that this part of the address names; one that nobody knows is said in one sentence."""
    code = state.asked(part)
    if code and code not in names:
        broken(part)
    return Named(code, names[code]) if code in names else None


def turn(name: str, value: str | None) -> None:
    """Put another choice into the address, None takes it out; the list that is opened begins at its first page."""
    state.ask(name, value)
    state.ask(AT, None)


def open_row(part: str, code: str) -> NoReturn:
    """Put what was tapped into this part of the address and draw the page anew."""
    turn(part, code)
    st.rerun()


def broken(name: str) -> None:
    """One sentence: this part of the address could not be used."""
    st.html(f'<p class="notice">{choices.broken_link([name])}</p>')


def _begin(name: str, words: Mapping[str, str], known: Collection[str]) -> str:
    """The code that is shown: the one in the address, or the first where that is none."""
    _heard(name, words)
    wanted = state.asked(name)
    if wanted and wanted not in words and wanted not in known:
        broken(name)
    return current(name, words)


def _heard(name: str, words: Collection[str] | None = None) -> None:
    """What was touched and not called back for, as where another tap followed at once."""
    key = said.now(f"choice-{name}")
    if said.touched(key) and (words is None or state.kept(key) in words):
        _changed(name, key)
        st.rerun()


def _changed(name: str, key: str) -> None:
    """What was chosen, into the address; a list of another view begins in its own order."""
    if not said.touched(key):
        return
    turn(name, state.kept(key))
    if name == VIEW:
        for of_a_list in (SORTED, WHOLE):
            state.ask(of_a_list, None)
    said.heard(key)
