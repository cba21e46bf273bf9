"""The officer's hand on the sentences: drop, take back, move, word anew, write beside. Each gives a new Note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dashboard.briefing import Concluding, Note, Reworded, Sentence, arrange
from dashboard.briefing.agenda import ADDED


def shown(sentences: Sequence[Sentence], note: Note) -> list[Sentence]:
    """As they will be handed out, the dropped ones still at their places."""
    return arrange(sentences, replace(note, drop=()))


def sections(sentences: Sequence[Sentence]) -> list[str]:
    """The sections in the order in which they stand."""
    return list(dict.fromkeys(sentence.section for sentence in sentences))


def completed(note: Note, sentences: Sequence[Sentence]) -> Note:
    """An order that knows every sentence of this period: a new one stands after the one it usually follows."""
    if not note.order:
        return note
    order, before = list(note.order), ""
    for sentence in sentences:
        if sentence.id not in order:
            order.insert(order.index(before) + 1 if before in order else len(order), sentence.id)
        before = sentence.id
    return replace(note, order=tuple(order))


def dropped(note: Note, name: str) -> Note:
    return replace(note, drop=(*note.drop, name))


def taken_back(note: Note, name: str) -> Note:
    return replace(note, drop=tuple(other for other in note.drop if other != name))


def noted(note: Note, name: str, text: str) -> Note:
    """An empty text takes the note away."""
    others = {other: said for other, said in (note.notes or {}).items() if other != name}
    return replace(note, notes=others | ({name: text.strip()} if text.strip() else {}))


def worded(note: Note, name: str, written: Concluding) -> Note:
    """A conclusion in the officer's words; an empty text takes them back. Those added are worded in their place, never
    without a text."""
    if name.startswith(ADDED) and not written.text:
        return note
    if name.startswith(ADDED):
        place = int(name.removeprefix(ADDED))
        return replace(note, added=(*note.added[:place], written, *note.added[place + 1 :]))
    others = {other: said for other, said in (note.worded or {}).items() if other != name}
    return replace(note, worded=others | ({name: written} if written.text else {}))


def added(note: Note, written: Concluding) -> Note:
    """One more to conclude; nothing without a text."""
    return replace(note, added=(*note.added, written)) if written.text else note


def without_added(note: Note, place: int) -> Note:
    """Without one of those added."""
    return replace(note, added=(*note.added[:place], *note.added[place + 1 :]))


def reworded(note: Note, sentence: Sentence, text: str) -> Note:
    """A sentence in the officer's words, the figures' own kept beside it; an empty or the same text takes them back."""
    own = sentence.was or sentence.text
    others = {other: said for other, said in (note.said or {}).items() if other != sentence.id}
    is_own = not text.strip() or text.strip() == own
    return replace(note, said=others if is_own else others | {sentence.id: Reworded(text.strip(), own)})


def placed(note: Note, sentences: Sequence[Sentence], name: str, place: int) -> Note:
    """A sentence at that place (0: the first) of its section, the others in their order."""
    listed = shown(sentences, note)
    section = next(sentence.section for sentence in listed if sentence.id == name)
    ids = [sentence.id for sentence in listed if sentence.section == section]
    moved = [other for other in ids if other != name]
    moved.insert(place, name)
    order = list(note.order) or [sentence.id for sentence in listed]
    slots = iter(moved)
    return replace(note, order=tuple(next(slots) if other in ids else other for other in order))


def moved_section(note: Note, sentences: Sequence[Sentence], section: str, *, by: int) -> Note:
    """A whole section one place up (-1) or down (1)."""
    listed = shown(sentences, note)
    order = sections(listed)
    place, other = order.index(section), order.index(section) + by
    if not 0 <= other < len(order):
        return note
    order[place], order[other] = order[other], order[place]
    known = [*note.order, *(sentence.id for sentence in listed if sentence.id not in note.order)]
    rank = {name: number for number, name in enumerate(order)}
    ordered = sorted(known, key=lambda name: rank.get(name.split(".")[0], len(rank)))
    return replace(note, order=tuple(ordered))
