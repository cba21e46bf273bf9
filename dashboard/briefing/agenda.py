"""The agenda of a meeting: its sections with the officer's order, omissions and notes, once for every output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from dashboard.briefing.material import Material
from dashboard.briefing.sections import topics
from dashboard.briefing.topic import AreaMap, Asked, Grid, Printed, Sheet, Topic
from dashboard.drawing.figure import Figure
from dashboard.words.phrases import close
from dashboard.words.sections.summary import EMPTY

NOTHING = "summary.empty"
ANYTHING = ("visits", "petitions_received", "opening_dossiers", "entered_dossiers", "duty_days_in_person")
MOST_MATTERS = 4


@dataclass(frozen=True)
class Sentence:
    """One sentence, the section it stands in, and what the officer wrote beside it for this meeting."""

    id: str
    section: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Note:
    """The officer's hand: sentences first in this order, those dropped, and a note by sentence id."""

    order: Sequence[str] = ()
    drop: Sequence[str] = ()
    notes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Section:
    """One section of a meeting, as every output shows it.

    Attributes:
        id, title, short, page: as its topic has them.
        sentences: as the officer arranged them; one at least.
        figure: of its slide and screen; None where there is nothing to draw.
        printed, area_map, tables, sheets: as its topic has them.
        matters: what the meeting has to conclude on, the weightiest first, none without its sentence.
        concluding: its sentences that the last slide repeats.
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
    matters: Sequence[str] = ()
    concluding: Sequence[str] = field(default=())
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
    if not any(material.now[name].numerator for name in ANYTHING):
        return [Sentence(NOTHING, "summary", close(EMPTY))]
    return [
        Sentence(f"{topic.id}.{name}", topic.id, close(text))
        for topic in topics()
        for name, text in topic.sentences(material)
        if text
    ]


def arrange(sentences: Sequence[Sentence], note: Note) -> list[Sentence]:
    """The sentences as the officer wants them. A sentence never changes its section; unknown ids are passed over."""
    notes, rank = note.notes or {}, {name: place for place, name in enumerate(note.order)}
    kept = [
        replace(sentence, note=_writable(notes.get(sentence.id, "")))
        for sentence in sentences
        if sentence.id not in note.drop
    ]
    kept.sort(key=lambda sentence: rank.get(sentence.id, len(rank)))
    sections = list(dict.fromkeys([name.split(".")[0] for name in note.order] + [topic.id for topic in topics()]))
    return sorted(kept, key=lambda sentence: sections.index(sentence.section))


def agenda(material: Material, note: Note | None = None) -> list[Section]:
    """The sections that have a sentence left, in the officer's order: what every output goes through."""
    known = {topic.id: topic for topic in topics()}
    arranged = arrange(compose(material), note or Note())
    return [
        _section(known[name], material, list(said)) for name, said in groupby(arranged, key=lambda said: said.section)
    ]


def unsaid(material: Material) -> list[Topic]:
    """The topics of which nothing can be said in this window: they are on no agenda, yet their tables may be kept."""
    said = {sentence.section for sentence in compose(material)}
    return [topic for topic in topics() if topic.id not in said]


def titles() -> dict[str, str]:
    """What each section is called."""
    return {topic.id: topic.title for topic in topics()}


def _section(topic: Topic, material: Material, said: Sequence[Sentence]) -> Section:
    kept = [sentence.id for sentence in said]
    return Section(
        topic.id,
        topic.title,
        topic.short,
        topic.page,
        said,
        figure=topic.figure(material),
        printed=topic.printed(material),
        area_map=topic.area_map(material),
        tables=[grid for grid in topic.tables(material) if grid.rows],
        sheets=topic.sheets,
        matters=_asked(topic, topic.matters(material), kept),
        concluding=[sentence.text for sentence in said if sentence.id.split(".")[1] in topic.conclude],
        readable=topic.readable,
    )


def _asked(topic: Topic, matters: Sequence[Asked], kept: Sequence[str]) -> list[str]:
    return [question for name, question in matters[:MOST_MATTERS] if f"{topic.id}.{name}" in kept]


def _writable(text: str) -> str:
    """What is pasted from an office program may hold characters that no document can: a line break of Word's (U+000B)
    becomes one, every other control character a space."""
    lines = text.replace("\v", "\n").splitlines()
    return "\n".join("".join(sign if sign.isprintable() else " " for sign in line) for line in lines).strip()
