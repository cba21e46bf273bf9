"""The sentences as they will be handed out: one section open, a ⋯ a row, the other sections to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.briefing import Note, Sentence, titles
from dashboard.screen import choice, drafts, state
from dashboard.views.desk import desk
from dashboard.words import desk as words
from dashboard.words import numbers as vi
from queries.periods import Period

ROUND, OPEN = "briefing_round", "briefing_open"
LONGEST, LONGEST_TEXT = 500, 900
MOST_PLACES = 12


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


def show(hand: Hand) -> None:
    """The section that is open, sentence by sentence; below it the others as they stand."""
    st.html(f'<p class="figure-scope">{words.HOW}</p>')
    listed = desk.shown(hand.sentences, hand.note)
    sections = {name: [said for said in listed if said.section == name] for name in desk.sections(listed)}
    names = {name: _name(place, name, said) for place, (name, said) in enumerate(sections.items(), start=1)}
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="briefing-section"):
        section = choice.select("muc", names, label=words.SECTION_LABEL, width=580)
        with st.popover(words.SECTION_DO, key="briefing-section-tools"):
            _section_moves(section, list(sections), hand)
    for place, sentence in enumerate(sections[section]):
        _row(sentence, place, [said.id for said in sections[section]], hand)
    _others([names[name] for name in names if name != section], [sections[name] for name in names if name != section])


def fresh() -> None:
    """Fields begin anew, and no row is open."""
    state.keep(ROUND, state.kept(ROUND, 0) + 1)
    state.take(OPEN)


def _name(place: int, section: str, said: Sequence[Sentence]) -> str:
    return words.SECTION_NAME.format(place=place, title=titles()[section], count=vi.prose_count(len(said)))


def _section_moves(section: str, order: Sequence[str], hand: Hand) -> None:
    place = order.index(section)
    for name, by, off in (("up", -1, place == 0), ("down", 1, place == len(order) - 1)):
        st.button(
            words.SECTION[name],
            key=f"briefing-section-{name}",
            disabled=off,
            on_click=lambda by=by: hand.change(lambda note: desk.moved_section(note, hand.sentences, section, by=by)),
        )


def _row(sentence: Sentence, place: int, ids: Sequence[str], hand: Hand) -> None:
    name, out = sentence.id, sentence.id in hand.note.drop
    with st.container(horizontal=True, gap="small", key=f"briefing-said-{name.replace('.', '-')}"):
        _text(sentence, out=out)
        if out:
            _do(words.BACK, f"back-{name}", hand, lambda note: desk.taken_back(note, name))
        else:
            st.button(words.MORE_DO, key=f"briefing-more-{name}", on_click=_open, args=(name,))
    if state.kept(OPEN) == name and not out:
        with st.container(border=True, key="briefing-tools"):
            _tools(sentence, place, ids, hand)


def _text(sentence: Sentence, *, out: bool) -> None:
    tag = "del" if out else "span"
    below = [words.WAS.format(text=sentence.was)] if sentence.was else []
    below += [words.STALE_SAID] if sentence.stale else []
    below += [f"{words.NOTED}: {sentence.note}"] if sentence.note else []
    told = "".join(f'<p class="said-note">{escape(text)}</p>' for text in below)
    st.html(f'<p class="said"><{tag}>{escape(sentence.text)}</{tag}></p>{"" if out else told}')


def _tools(sentence: Sentence, place: int, ids: Sequence[str], hand: Hand) -> None:
    """Everything that can be done to one sentence; what is written is kept as soon as the field is left."""
    name = sentence.id
    _places(name, place, ids, hand)
    _field(words.TEXT_LABEL, "text", sentence.text, LONGEST_TEXT, sentence, hand, desk.reworded)
    _field(words.WRITE_LABEL, "note", sentence.note, LONGEST, sentence, hand, _noted)
    with st.container(horizontal=True, gap="small"):
        if sentence.was:
            _do(words.TAKE_OWN, f"own-{name}", hand, lambda note: desk.reworded(note, sentence, ""), ends=True)
        _do(words.DROP, f"drop-{name}", hand, lambda note: desk.dropped(note, name), ends=True)
        st.button(words.WRITE_DONE, key=f"briefing-done-{name}", type="primary", on_click=fresh)


def _places(name: str, place: int, ids: Sequence[str], hand: Hand) -> None:
    """First, last, or any place between, each by one tap."""
    last = len(ids) - 1
    if not last:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        for words_of, key, to in ((words.FIRST, "first", 0), (words.LAST, "last", last)):
            _do(words_of, f"{key}-{name}", hand, _put(name, to, hand), off=place == to)
        if 1 < last < MOST_PLACES:
            key = f"briefing-place-{state.kept(ROUND, 0)}-{place}-{name}"
            st.segmented_control(
                words.PLACE,
                range(1, last + 2),
                default=place + 1,
                key=key,
                on_change=lambda: hand.change(_put(name, int(state.kept(key) or place + 1) - 1, hand)),
            )


def _put(name: str, to: int, hand: Hand) -> Callable[[Note], Note]:
    return lambda note: desk.placed(note, hand.sentences, name, to)


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
    key = f"briefing-{kind}-{state.kept(ROUND, 0)}-{sentence.id}"
    st.text_area(
        label,
        value=value,
        max_chars=longest,
        key=key,
        height="content",
        on_change=lambda: hand.change(lambda note: put(note, sentence, str(state.kept(key) or ""))),
    )


def _do(label: str, key: str, hand: Hand, by: Callable[[Note], Note], *, off: bool = False, ends: bool = False) -> None:
    def done() -> None:
        hand.change(by)
        if ends:
            fresh()

    st.button(label, key=f"briefing-{key}", disabled=off, on_click=done)


def _open(name: str) -> None:
    """Open the row's tools, or close them."""
    is_open = state.kept(OPEN) == name
    fresh()
    if not is_open:
        state.keep(OPEN, name)


def _others(names: Sequence[str], sections: Sequence[Sequence[Sentence]]) -> None:
    """Every other section below one fold, to be read."""
    parts = []
    for name, said in zip(names, sections, strict=True):
        lines = "".join(f"<li>{escape(sentence.text)}</li>" for sentence in said)
        parts.append(f"<h3>{escape(name)}</h3><ul>{lines}</ul>")
    if parts:
        fold = words.REST.format(count=vi.prose_count(len(parts)))
        st.html(f'<details class="briefing-rest"><summary>{fold}</summary>{"".join(parts)}</details>')
