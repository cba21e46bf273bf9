"""The one list of what to conclude, in the officer's hand: left out, worded anew, with who and by when, added to."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.briefing import Concluding, Conclusion, Material, Note, proposed, to_conclude
from dashboard.briefing.agenda import ADDED, MOST_CONCLUSIONS
from dashboard.screen import drafts, state
from dashboard.views.desk import desk
from dashboard.words import concluding as words
from queries.periods import Period

FIELDS = (("text", words.TEXT, 300), ("who", words.WHO, 100), ("by", words.BY, 60))


def show(material: Material, note: Note, period: Period) -> None:
    """The list as it stands, then what was left out of it, then room for one more."""
    st.html(f'<p class="section" role="heading" aria-level="2">{words.TITLE}</p>')
    st.html(f'<p class="figure-scope">{words.HOW.format(most=MOST_CONCLUSIONS)}</p>')
    listed = to_conclude(material, note)
    for each in listed:
        _line(each, period)
    if not listed:
        st.html(f'<p class="notice">{words.NOTHING}.</p>')
    for each in proposed(material, note):
        if each.id in note.drop:
            _left_out(each, period)
    with st.popover(words.ADD, key="conclude-add"):
        _fields("conclude-new", Concluding(""))
        st.button(words.ADDED, key="conclude-added", type="primary", on_click=_add, args=(period,))


def _line(each: Conclusion, period: Period) -> None:
    key = each.id.replace(".", "-").replace(":", "-").replace(" ", "-")
    with st.container(horizontal=True, gap="small", key=f"briefing-said-{key}"):
        st.html(f'<p class="said">{escape(words.line(each.text, each.who, each.by))}</p>')
        with st.popover(words.EDIT, key=f"edit-{each.id}"):
            _fields(f"field-{each.id}", Concluding(each.text, each.who, each.by))
            with st.container(horizontal=True, gap="small"):
                st.button(words.DONE, key=f"done-{each.id}", type="primary", on_click=_write, args=(period, each.id))
                st.button(words.DROP, key=f"drop-{each.id}", on_click=_drop, args=(period, each.id))


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
