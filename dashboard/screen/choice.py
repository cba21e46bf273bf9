"""One choice within a page, kept in the address: which of several views of the same figures is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple, NoReturn

import streamlit as st

from dashboard.screen import state
from dashboard.words import choices

BODY = "co-quan"
VIEW, SORTED = "xem", "xep"
WHOLE, AT = "ca", "so-trang"
"""Which list is opened by pages, and which of its pages."""
SHOWN = "shown-{}"
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
    key = f"choice-{name}"
    _begin(name, key, words, known)
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        required=True,
        key=key,
        on_change=_changed,
        args=(name, key),
        label_visibility="collapsed",
    )
    return str(state.kept(key))


def select(name: str, words: Mapping[str, str], *, label: str, width: Width, known: Collection[str] = ()) -> str:
    """As `segments`, for more choices than fit in a row."""
    key = f"choice-{name}"
    _begin(name, key, words, known)
    chosen: str = st.selectbox(
        label,
        list(words),
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
    key = f"choice-{name}"
    _show(key, state.asked(name))
    typed: str = st.text_input(label, key=key, on_change=_changed, args=(name, key), width=width)
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


def _begin(name: str, key: str, words: Mapping[str, str], known: Collection[str]) -> None:
    wanted = state.asked(name)
    _show(key, wanted if wanted in words else next(iter(words)))
    if wanted and wanted not in words and wanted not in known:
        broken(name)


def _show(key: str, value: str) -> None:
    state.keep(key, value)
    state.keep(SHOWN.format(key), value)


def _changed(name: str, key: str) -> None:
    """What was chosen, into the address; a list of another view begins in its own order.

    After quick taps Streamlit calls this for what appears anew and nobody touched, too: that says what is shown anyway.
    """
    value = state.kept(key)
    if value == state.kept(SHOWN.format(key)):
        return
    state.keep(SHOWN.format(key), value)
    turn(name, value)
    if name == VIEW:
        for of_a_list in (SORTED, WHOLE):
            state.ask(of_a_list, None)
