"""The one list of what to conclude, in the officer's hand: a line is opened by a tap; left out, worded anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from dashboard.briefing import Concluding, Conclusion, Material, Note, proposed, to_conclude
from dashboard.briefing.agenda import ADDED
from dashboard.screen import drafts, drawn, state
from dashboard.views.desk import desk, opened
from dashboard.words import concluding as words
from queries.periods import Period

FIELDS = (("text", words.TEXT, 300), ("who", words.WHO, 100), ("by", words.BY, 60))


def is_open(material: Material, note: Note) -> bool:
    """One of the list is in the officer's hand."""
    return opened.is_open("conclusions", [each.id for each in to_conclude(material, note)])


def show(material: Material, note: Note, period: Period) -> None:
    """The list as it stands, then what was left out of it, then room for one more."""
    listed = to_conclude(material, note)
    ids = [each.id for each in listed]
    name = opened.name("conclusions", ids)
    place = (ids.index(name) if name else len(ids)) + 1
    _rows(listed, 1, place, key="above")
    if place <= len(listed):
        _line(listed[place - 1], words.NTH_OF.format(place=place, amount=len(listed)), period)
    _rows(listed, place + 1, len(listed) + 1, key="below")
    if not listed:
        st.html(f'<p class="notice">{words.NOTHING}.</p>')
    for each in proposed(material, note):
        if each.id in note.drop:
            _left_out(each, period)
    with st.popover(words.ADD, key="conclude-add"):
        _fields("conclude-new", Concluding(""))
        st.button(words.ADDED, key="conclude-added", type="primary", on_click=_add, args=(period,))


def _rows(listed: Sequence[Conclusion], first: int, end: int, *, key: str) -> None:
    """The lines of these places, each to be opened."""
    lines = [
        f"<p {opened.tap(each.id)}>{place}. {escape(words.line(each.text, each.who, each.by))}</p>"
        for place, each in enumerate(listed[first - 1 : end - 1], start=first)
    ]
    if lines:
        drawn.show(
            f'<div class="briefing rowed">{"".join(lines)}</div>',
            key=f"conclude-{key}",
            on_tap=opened.opens("conclusions"),
        )


def _line(each: Conclusion, title: str, period: Period) -> None:
    """One of the list in the officer's hand; what is written is kept as soon as the field is left."""
    with st.container(border=True, key="briefing-open"):
        opened.arrived(title, each.id)
        _fields(f"field-{each.id}", Concluding(each.text, each.who, each.by), lambda: _write(period, each.id))
        with st.container(horizontal=True, gap="small"):
            st.button(words.DONE, key=f"done-{each.id}", type="primary", on_click=opened.fresh, args=("conclusions",))
            st.button(words.DROP, key=f"drop-{each.id}", on_click=_drop, args=(period, each.id))


def _left_out(each: Conclusion, period: Period) -> None:
    with st.container(horizontal=True, gap="small", key=f"briefing-said-out-{each.id}"):
        st.html(f'<p class="said"><del>{escape(each.text)}</del></p>')
        st.button(words.BACK, key=f"back-{each.id}", on_click=_take_back, args=(period, each.id))


def _fields(key: str, written: Concluding, on_change: Callable[[], None] | None = None) -> None:
    """What is written there is kept by `on_change`, as soon as a field is left."""
    for name, label, longest in FIELDS:
        st.text_input(label, value=getattr(written, name), max_chars=longest, key=f"{key}-{name}", on_change=on_change)


def _read(key: str) -> Concluding:
    return Concluding(*(str(state.kept(f"{key}-{name}", "")).strip() for name, _, _ in FIELDS))


def _write(period: Period, name: str) -> None:
    drafts.change(period, lambda note: desk.worded(note, name, _read(f"field-{name}")))


def _add(period: Period) -> None:
    drafts.change(period, lambda note: desk.added(note, _read("conclude-new")))
    for name, _, _ in FIELDS:
        state.keep(f"conclude-new-{name}", "")


def _drop(period: Period, name: str) -> None:
    if name.startswith(ADDED):
        drafts.change(period, lambda note: desk.without_added(note, int(name.removeprefix(ADDED))))
    else:
        drafts.change(period, lambda note: desk.dropped(note, name))
    opened.fresh("conclusions")


def _take_back(period: Period, name: str) -> None:
    drafts.change(period, lambda note: desk.taken_back(note, name))
