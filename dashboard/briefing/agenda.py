"""The agenda of a meeting: its sections with the officer's order, omissions and notes, once for every output."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, groupby, islice
from typing import NamedTuple

from dashboard.briefing.material import Later, Material
from dashboard.briefing.sections import topics
from dashboard.briefing.topic import AreaMap, Asked, Grid, Printed, Sheet, Topic
from dashboard.drawing.figure import Figure
from dashboard.words.phrases import close
from dashboard.words.sections.summary import EMPTY

NOTHING = "summary.empty"
ANYTHING = ("visits", "petitions_received", "opening_dossiers", "entered_dossiers", "duty_days_in_person")
MOST_CONCLUSIONS = 7
ADDED = "conclude:added:"


@dataclass(frozen=True)
class Sentence:
    """One sentence, the section it stands in, and what the officer wrote beside it for this meeting.

    Attributes:
        was: where the officer worded it otherwise, what the figures say.
        stale: the figures say something else by now than when the officer worded it.
    """

    id: str
    section: str
    text: str
    note: str = ""
    was: str = ""
    stale: bool = False


class Reworded(NamedTuple):
    """A sentence in the officer's words, and the one that stood there then."""

    text: str
    was: str


class Concluding(NamedTuple):
    """What the officer wrote: what is to be concluded, who answers, by when."""

    text: str
    who: str = ""
    by: str = ""


@dataclass(frozen=True)
class Conclusion:
    """One thing the meeting has to conclude; who and by when are empty where they are left to fill in; `rank` in the
    one list."""

    id: str
    text: str
    who: str = ""
    by: str = ""
    rank: int = 0


@dataclass(frozen=True)
class Note:
    """The officer's hand: sentences first in this order, what is dropped (sentences, conclusions), a note by sentence
    id, conclusions by id as the officer worded them, those added, and sentences by id in the officer's words."""

    order: Sequence[str] = ()
    drop: Sequence[str] = ()
    notes: Mapping[str, str] | None = None
    worded: Mapping[str, Concluding] | None = None
    added: Sequence[Concluding] = ()
    said: Mapping[str, Reworded] | None = None


@dataclass(frozen=True)
class Section:
    """One section of a meeting, as every output shows it.

    Attributes:
        id, title, short, page: as its topic has them.
        sentences: as the officer arranged them; one at least.
        figure: of its slide and screen; None where there is nothing to draw.
        printed, area_map, tables, sheets: as its topic has them.
        concluding: its part of the meeting's one list of what to conclude; what the officer added stands with the last.
        readable: letters of a sentence that can still be read from afar beside the figure.
    """

    id: str
    title: str
    short: str
    page: str
    sentences: Sequence[Sentence]
    figure: Figure | None = None
    printed: Sequence[Printed] = ()
    area_map: AreaMap | None = None
    tables: Sequence[Grid] = ()
    sheets: Sequence[Sheet] = ()
    concluding: Sequence[Conclusion] = ()
    readable: int = 0

    @property
    def texts(self) -> list[str]:
        return [sentence.text for sentence in self.sentences]

    @property
    def notes(self) -> list[str]:
        """What the officer wrote beside its sentences."""
        return [sentence.note for sentence in self.sentences if sentence.note]


def compose(material: Material) -> list[Sentence]:
    """Every sentence that can be said of the window, in the order of the sections."""
    return material.once(("sentences", *titles()), lambda: list(_one_by_one(material)))


def _one_by_one(material: Material) -> Iterator[Sentence]:
    if not _is_anything(material):
        yield Sentence(NOTHING, "summary", close(EMPTY))
    for topic in topics():
        for name, text in _said(topic, material).items():
            if text:
                yield Sentence(f"{topic.id}.{name}", topic.id, close(text))


def _is_anything(material: Material) -> bool:
    return any(material.now[name].numerator for name in ANYTHING)


def _said(topic: Topic, material: Material) -> Later[str]:
    """What can be said of one subject, by name, each worded when it is looked at: nothing where nothing happened."""

    def said() -> Later[str]:
        found = topic.sentences(material) if _is_anything(material) else ()
        return Later({name: text if callable(text) else partial(str, text) for name, text in found})

    return material.once(("said", topic.id), said)


def arrange(sentences: Sequence[Sentence], note: Note) -> list[Sentence]:
    """The sentences as the officer wants them. A sentence never changes its section; unknown ids are passed over."""
    rank = {name: place for place, name in enumerate(note.order)}
    kept = [_in_hand(sentence, note) for sentence in sentences if sentence.id not in note.drop]
    kept.sort(key=lambda sentence: rank.get(sentence.id, len(rank)))
    sections = list(dict.fromkeys([name.split(".")[0] for name in note.order] + [topic.id for topic in topics()]))
    return sorted(kept, key=lambda sentence: sections.index(sentence.section))


def _in_hand(sentence: Sentence, note: Note) -> Sentence:
    """With the officer's note, and in the officer's words where there are any."""
    noted = replace(sentence, note=_writable((note.notes or {}).get(sentence.id, "")))
    written = (note.said or {}).get(sentence.id)
    text = " ".join(_writable(written.text).split()) if written else ""
    if written is None or not text:
        return noted
    return replace(noted, text=close(text), was=sentence.text, stale=written.was != sentence.text)


def agenda(material: Material, note: Note | None = None) -> list[Section]:
    """The sections that have a sentence left, in the officer's order: what every output goes through."""
    known, note = {topic.id: topic for topic in topics()}, note or Note()
    arranged = arrange(compose(material), note)
    listed = to_conclude(material, note)
    sections = [
        _section(known[name], material, list(said), listed)
        for name, said in groupby(arranged, key=lambda said: said.section)
    ]
    added = [each for each in listed if each.id.startswith(ADDED)]
    if sections and added:
        sections[-1] = replace(sections[-1], concluding=[*sections[-1].concluding, *added])
    return sections


def concluding(sections: Sequence[Section]) -> list[Conclusion]:
    """The meeting's one list of what to conclude, as every output shows it: seven at most, the most urgent first.

    Who shows the list alone, without what its sections are made of, takes `conclusions`.
    """
    return sorted((each for section in sections for each in section.concluding), key=lambda each: each.rank)


def conclusions(material: Material, note: Note) -> list[Conclusion]:
    """`concluding(agenda(material, note))`, of which nothing is drawn: none where no sentence is left."""
    is_left = any(sentence.id not in note.drop for sentence in _one_by_one(material))
    return to_conclude(material, note) if is_left else []


def to_conclude(material: Material, note: Note) -> list[Conclusion]:
    """What is taken up into the one list: the officer's own, then the weightiest of every topic before its second.

    None without the sentence it is about, none that was dropped; in the order of urgency. What the list has no room for
    is not looked at.
    """
    offered = (_worded(each, note) for each in _offered(material, note) if each.id not in note.drop)
    added = [
        _written(f"{ADDED}{place}", written) for place, written in enumerate(note.added) if _writable(written.text)
    ]
    listed = islice(chain(added, offered), MOST_CONCLUSIONS)
    return [replace(each, rank=place) for place, each in enumerate(listed)]


def proposed(material: Material, note: Note) -> list[Conclusion]:
    """Everything that may be concluded, dropped or not, the weightiest of every topic before its second."""
    return list(_offered(material, note))


def _offered(material: Material, note: Note) -> Iterator[Conclusion]:
    """The first of each topic, then the second of each: no topic is looked at before its turn."""
    ranked = sorted(topics(), key=lambda topic: topic.urgency)
    left = deque(_of_topic(topic, material, note) for topic in ranked)
    while left:
        each = left.popleft()
        for found in islice(each, 1):
            yield found
            left.append(each)


def _of_topic(topic: Topic, material: Material, note: Note) -> Iterator[Conclusion]:
    for place, asked in enumerate(_matters(topic, material)):
        about = f"{topic.id}.{asked.about}"
        if about not in note.drop and _said(topic, material).get(asked.about):
            yield Conclusion(f"conclude:{about}:{asked.who or place}", asked.question, asked.who)


def _matters(topic: Topic, material: Material) -> list[Asked]:
    return material.once(("matters", topic.id), lambda: [Asked(*asked) for asked in topic.matters(material)])


def _worded(found: Conclusion, note: Note) -> Conclusion:
    written = (note.worded or {}).get(found.id)
    return _written(found.id, written) if written and _writable(written.text) else found


def _written(name: str, by_officer: Concluding) -> Conclusion:
    text, who, by = map(_writable, by_officer)
    return Conclusion(name, text, who, by)


def unsaid(material: Material) -> list[Topic]:
    """The topics of which nothing can be said in this window: they are on no agenda, yet their tables may be kept."""
    said = {sentence.section for sentence in compose(material)}
    return [topic for topic in topics() if topic.id not in said]


def titles() -> dict[str, str]:
    """What each section is called."""
    return {topic.id: topic.title for topic in topics()}


def _section(topic: Topic, material: Material, said: Sequence[Sentence], listed: Sequence[Conclusion]) -> Section:
    return replace(
        material.once(("section", topic.id), lambda: _shown(topic, material)),
        sentences=said,
        concluding=[each for each in listed if each.id.startswith(f"conclude:{topic.id}.")],
    )


def _shown(topic: Topic, material: Material) -> Section:
    """A section with what it shows, before the officer's hand."""
    return Section(
        topic.id,
        topic.title,
        topic.short,
        topic.page,
        (),
        figure=topic.figure(material),
        printed=topic.printed(material),
        area_map=topic.area_map(material),
        tables=[grid for grid in topic.tables(material) if grid.rows],
        sheets=topic.sheets,
        readable=topic.readable,
    )


def _writable(text: str) -> str:
    """What is pasted from an office program may hold characters that no document can: a line break of Word's (U+000B)
    becomes one, every other control character a space."""
    lines = text.replace("\v", "\n").splitlines()
    return "\n".join("".join(sign if sign.isprintable() else " " for sign in line) for line in lines).strip()
