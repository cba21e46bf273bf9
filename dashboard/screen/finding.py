"""Finding by name from any page: as somebody types, links to what may be meant; what was used lately stands first."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.answers import findable
from dashboard.answers.answers import AnswerError, Answers
from dashboard.facts.search import Entry, found
from dashboard.screen import freshness, labels, links, navigation, shared, state, viewer
from dashboard.words import search as words
from data_loaders.settings import configured
from queries.snapshot import open_snapshot

TYPED = "search-typed"
ON = "search-on"
RECENT = "search-recent"
MOST_RECENT = 5
POST = "nguoi"
LEADS = {"commune": "unit", "district": "unit", "agency": "unit", "post": "unit", "dossier": "dossier"}


def box(*, here: str) -> None:
    """The sign in the row of pages; typed words do not outlive the page they were typed on."""
    if not viewer.may_open(LEADS["commune"]):
        return
    if state.kept(ON) != here:
        state.keep(ON, here)
        state.keep(TYPED, "")
    with st.popover(words.SEARCH, icon=":material/search:", key="navigation-search", width="content"):
        _typed()


def used(entry: Entry) -> None:
    """Remember for this session what was looked at."""
    others = [other for other in recent() if other.code != entry.code]
    state.keep(RECENT, [entry, *others][:MOST_RECENT])


def recent() -> list[Entry]:
    """What was looked at in this session, the last one first."""
    kept: list[Entry] = state.kept(RECENT, [])
    return kept


def choose(among: Sequence[Entry], *, label: str, key: str, usual: Sequence[Entry] = (), most: int = 8) -> str | None:
    """Type a part of a name and tap it: the code tapped, once. With nothing typed `usual` stands there."""
    typed = _input(label, key=f"{key}-typed")
    lately = [entry.code for entry in recent()]
    shown = found(typed, among, recent=lately, most=most) if typed else usual
    if typed and not shown:
        st.html(_nothing(typed))
    picked = None
    with st.container(horizontal=True, gap="xsmall", key=f"{key}-found"):
        for entry in shown:
            if st.button(labels.plain(entry.name), key=f"{key}-{entry.code or 'all'}", width="content"):
                picked = entry.code
    return picked


@st.fragment
def _typed() -> None:
    """Only this is run again while somebody types."""
    numbers = viewer.may_open("dossier")
    typed = _input(words.TYPED_NUMBERS if numbers else words.TYPED, key=TYPED)
    if not typed:
        lately = recent()
        if lately:
            st.html(f'<p class="figure-scope">{words.RECENT}</p>')
        _links(lately)
        return
    answers = _answers()
    if answers is None:
        return
    try:
        listed = found(typed, findable.entries(answers), recent=[entry.code for entry in recent()])
        listed += [Entry("dossier", number, number) for number in findable.matters(answers, typed)] if numbers else []
    except AnswerError:
        listed = []
    shown = [entry for entry in listed if viewer.may_open(LEADS[entry.kind])]
    if not shown:
        st.html(_nothing(typed))
    _links(shown)


def _links(entries: Sequence[Entry]) -> None:
    for entry in entries:
        with st.container(key=f"found-{entry.kind}-{entry.code}"):
            navigation.link(LEADS[entry.kind], label=words.label(entry.name, entry.kind), view=_view(entry))


def _view(entry: Entry) -> dict[str, str]:
    """The address that shows it, the period as it is."""
    kept = {name: text for name, text in navigation.carried().items() if name in ("lich", "ky")}
    return kept | {links.AREA if entry.kind in ("commune", "district") else links.NUMBER: entry.code}


def _input(label: str, *, key: str) -> str:
    typed = st.text_input(
        label, key=key, type="search", live=True, autocomplete="off", placeholder=words.PLACEHOLDER, max_chars=80
    )
    return (typed or "").strip()


def _nothing(typed: str) -> str:
    return f'<p class="figure-scope">{escape(words.NOTHING.format(typed=typed))}</p>'


def _answers() -> Answers | None:
    """The viewer asking today's snapshot; None where there is nothing that may be asked: the page says why."""
    scope = viewer.viewer_scope()
    if scope is None:
        return None
    try:
        snapshot = freshness.chosen(configured().snapshot_dir)
    except freshness.UNREADABLE:
        return None
    return Answers(open_snapshot(snapshot.path), scope, cache=shared.ANSWERS) if snapshot else None
