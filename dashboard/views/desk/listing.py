"""The document of the meeting as it will stand in the files: a tap on a sentence or a section opens it in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count

import streamlit as st

from dashboard.briefing import Note, Sentence, titles
from dashboard.screen import drafts, drawn, state
from dashboard.views.desk import desk, opened
from dashboard.words import desk as words
from queries.periods import Period

LONGEST, LONGEST_TEXT = 500, 900
Sections = Mapping[str, Sequence[Sentence]]


@dataclass(frozen=True)
class Hand:
    """The officer's hand on the sentences of one period."""

    period: Period
    sentences: Sequence[Sentence]

    @property
    def note(self) -> Note:
        """Its order knows every sentence of this period."""
        return desk.completed(drafts.note(self.period), self.sentences)

    def change(self, by: Callable[[Note], Note]) -> None:
        drafts.change(self.period, lambda note: by(desk.completed(note, self.sentences)))


def is_open(hand: Hand) -> bool:
    """A sentence or a section is in the officer's hand."""
    return opened.is_open("sentences", _names(hand))


def _names(hand: Hand) -> set[str]:
    return {name for said in hand.sentences for name in (said.id, said.section)}


def show(hand: Hand) -> None:
    """Every section in its order; the opened one sentence by sentence, one of them in the officer's hand."""
    listed = desk.shown(hand.sentences, hand.note)
    sections = {name: [said for said in listed if said.section == name] for name in desk.sections(listed)}
    heads, order = _heads(sections, hand.note), list(sections)
    name = opened.name("sentences", _names(hand))
    section = name.partition(".")[0]
    place = order.index(section) if section else len(order)
    _read({each: sections[each] for each in order[:place]}, heads, hand.note, key="before")
    if section:
        with st.container(border=True, key="briefing-open"):
            _section(name, heads[section], order, sections[section], hand)
    _read({each: sections[each] for each in order[place + 1 :]}, heads, hand.note, key="after")


def _heads(sections: Sections, note: Note) -> dict[str, str]:
    """The sections as they are numbered in the files; one of which nothing is left has no number."""
    numbers, names = count(1), titles()
    return {
        name: words.HEAD.format(place=next(numbers), title=names[name])
        if any(sentence.id not in note.drop for sentence in said)
        else words.HEAD_OUT.format(title=names[name])
        for name, said in sections.items()
    }


def _read(sections: Sections, heads: Mapping[str, str], note: Note, *, key: str) -> None:
    """Sections to be read."""
    parts = [
        f"<section><h3><span {opened.tap(name)}>{escape(heads[name])}</span></h3>"
        f"<div>{' '.join(_said(each, note) for each in said)}</div></section>"
        for name, said in sections.items()
    ]
    if parts:
        drawn.show(
            f'<div class="briefing">{"".join(parts)}</div>', key=f"briefing-{key}", on_tap=opened.opens("sentences")
        )


def _said(sentence: Sentence, note: Note) -> str:
    """A sentence; a dropped one struck through, one worded anew with what the figures say."""
    if sentence.id in note.drop:
        return f"<p {opened.tap(sentence.id)}><del>{escape(sentence.text)}</del> <em>{words.OUT}</em></p>"
    below = [words.WAS.format(text=sentence.was)] if sentence.was else []
    below += [words.STALE_SAID] if sentence.stale else []
    below += [f"{words.NOTED}: {sentence.note}"] if sentence.note else []
    text, told = escape(sentence.text), "".join(f" <em>{escape(text)}</em>" for text in below)
    return f"<p {opened.tap(sentence.id)}>{f'<ins>{text}</ins>' if sentence.was else text}{told}</p>"


def _section(name: str, head: str, order: Sequence[str], said: Sequence[Sentence], hand: Hand) -> None:
    """A section that is opened: where it stands among the others, or one of its sentences."""
    ids = [sentence.id for sentence in said]
    place = ids.index(name) if name in ids else len(ids)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="briefing-section"):
        if name in ids:
            st.html(f'<p class="section">{escape(head)}</p>')
        else:
            opened.arrived(head, name)
            _section_moves(name, order, hand)
            _done()
    _rows(said[:place], hand.note, key="above")
    if name in ids:
        _tools(said[place], place, ids, hand)
    _rows(said[place + 1 :], hand.note, key="below")


def _rows(said: Sequence[Sentence], note: Note, *, key: str) -> None:
    if said:
        html = "".join(_said(sentence, note) for sentence in said)
        drawn.show(f'<div class="briefing rowed">{html}</div>', key=f"briefing-{key}", on_tap=opened.opens("sentences"))


def _section_moves(section: str, order: Sequence[str], hand: Hand) -> None:
    place = order.index(section)
    for name, by, off in (("up", -1, place == 0), ("down", 1, place == len(order) - 1)):
        st.button(
            words.SECTION[name],
            key=f"briefing-section-{name}",
            disabled=off,
            on_click=lambda by=by: hand.change(lambda note: desk.moved_section(note, hand.sentences, section, by=by)),
        )


def _tools(sentence: Sentence, place: int, ids: Sequence[str], hand: Hand) -> None:
    """Everything that can be done to one sentence; what is written is kept as soon as the field is left."""
    name = sentence.id
    opened.arrived(words.NTH_OF.format(place=place + 1, amount=len(ids)), name)
    if name in hand.note.drop:
        st.html(f'<p class="said"><del>{escape(sentence.text)}</del></p>')
        _do(words.BACK, f"back-{name}", hand, lambda note: desk.taken_back(note, name))
        _done()
        return
    _field(words.TEXT_LABEL, "text", sentence.text, LONGEST_TEXT, sentence, hand, desk.reworded)
    _told(sentence)
    _field(words.WRITE_LABEL, "note", sentence.note, LONGEST, sentence, hand, _noted)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="briefing-do"):
        _do(words.DROP, f"drop-{name}", hand, lambda note: desk.dropped(note, name))
        if sentence.was:
            _do(words.TAKE_OWN, f"own-{name}", hand, lambda note: desk.reworded(note, sentence, ""))
        if len(ids) > 1:
            _place(name, place, len(ids), hand)
        _done()


def _done() -> None:
    st.button(words.DONE, key="briefing-done", type="primary", on_click=opened.fresh, args=("sentences",))


def _told(sentence: Sentence) -> None:
    told = [words.WAS.format(text=sentence.was)] if sentence.was else []
    told += [words.STALE_SAID] if sentence.stale else []
    if told:
        st.html("".join(f'<p class="said-note">{escape(text)}</p>' for text in told))


def _place(name: str, place: int, amount: int, hand: Hand) -> None:
    """Any place in its section: the first, the last, one between."""
    key = f"briefing-place-{state.kept(opened.ROUND, 0)}-{place}-{name}"
    st.selectbox(
        words.PLACE,
        range(amount),
        index=place,
        format_func=lambda to: words.place(to, amount),
        key=key,
        on_change=lambda: hand.change(
            lambda note: desk.placed(note, hand.sentences, name, int(state.kept(key, place)))
        ),
        width=220,
    )


def _noted(note: Note, sentence: Sentence, text: str) -> Note:
    return desk.noted(note, sentence.id, text)


def _field(
    label: str,
    kind: str,
    value: str,
    longest: int,
    sentence: Sentence,
    hand: Hand,
    put: Callable[[Note, Sentence, str], Note],
) -> None:
    key = f"briefing-{kind}-{state.kept(opened.ROUND, 0)}-{sentence.id}"
    st.text_area(
        label,
        value=value,
        max_chars=longest,
        key=key,
        height="content",
        on_change=lambda: hand.change(lambda note: put(note, sentence, str(state.kept(key) or ""))),
    )


def _do(label: str, key: str, hand: Hand, by: Callable[[Note], Note]) -> None:
    """One action, after which the document is read on."""

    def done() -> None:
        hand.change(by)
        opened.fresh("sentences")

    st.button(label, key=f"briefing-{key}", on_click=done)
