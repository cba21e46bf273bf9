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


def show(material: Material, note: Note, period: Period) -> None:
    """The list as it stands, then what was left out of it, then room for one more."""
    listed = to_conclude(material, note)
    places = [str(place) for place in range(1, len(listed) + 1)]
    place = int(opened.name("conclusions", places) or len(listed) + 1)
    _rows(listed, 1, place, key="above")
    if place <= len(listed):
        _line(listed[place - 1], place, period)
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
        f"<p {opened.tap(str(place))}>{place}. {escape(words.line(each.text, each.who, each.by))}</p>"
        for place, each in enumerate(listed[first - 1 : end - 1], start=first)
    ]
    if lines:
        drawn.show(
            f'<div class="briefing rowed">{"".join(lines)}</div>',
            key=f"conclude-{key}",
            on_tap=opened.opens("conclusions"),
        )


def _line(each: Conclusion, place: int, period: Period) -> None:
    with st.container(border=True, key="briefing-open"):
        opened.arrived(f"{place}. {words.line(each.text, each.who, each.by)}", str(place))
        _fields(f"field-{each.id}", Concluding(each.text, each.who, each.by))
        with st.container(horizontal=True, gap="small"):
            _do(words.DONE, f"done-{each.id}", lambda: _write(period, each.id), primary=True)
            _do(words.DROP, f"drop-{each.id}", lambda: _drop(period, each.id))


def _do(label: str, key: str, act: Callable[[], None], *, primary: bool = False) -> None:
    """One action, after which the list is read on."""

    def done() -> None:
        act()
        opened.fresh()

    st.button(label, key=key, type="primary" if primary else "secondary", on_click=done)


def _left_out(each: Conclusion, period: Period) -> None:
    with st.container(horizontal=True, gap="small", key=f"briefing-said-out-{each.id}"):
        st.html(f'<p class="said"><del>{escape(each.text)}</del></p>')
        st.button(words.BACK, key=f"back-{each.id}", on_click=_take_back, args=(period, each.id))


def _fields(key: str, written: Concluding) -> None:
    for name, label, longest in FIELDS:
        st.text_input(label, value=getattr(written, name), max_chars=longest, key=f"{key}-{name}")


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


def _take_back(period: Period, name: str) -> None:
    drafts.change(period, lambda note: desk.taken_back(note, name))
