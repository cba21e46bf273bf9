"""The sentences of a briefing in their sections, and the officer's own order, omissions and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.briefing import drivers, petitions, reception, resolution, watch
from dashboard.briefing.material import Material
from dashboard.words.phrases import close

SECTIONS = {
    "summary": "Khái quát",
    "reception": "Tiếp công dân",
    "petitions": "Tiếp nhận, phân loại, xử lý đơn",
    "resolution": "Giải quyết vụ việc",
    "backlog": "Tồn đọng, quá hạn",
    "complex": "Vụ việc đông người, phức tạp, kéo dài",
    "duty": "Trách nhiệm tiếp công dân của người đứng đầu",
    "drivers": "Nơi biến động nhiều so với kỳ trước",
    "watch": "Địa bàn cần chú ý",
    "directives": "Thực hiện ý kiến chỉ đạo",
}
EMPTY = "cơ sở dữ liệu chưa có số liệu nào trong thời gian này"
ANYTHING = ("visits", "petitions_received", "opening_dossiers", "entered_dossiers", "duty_days_in_person")
Said = tuple[str, str]
PARTS: dict[str, Callable[[Material], list[Said]]] = {
    "summary": reception.summary,
    "reception": reception.sentences,
    "petitions": petitions.sentences,
    "resolution": resolution.sentences,
    "backlog": resolution.backlog,
    "complex": watch.complex_cases,
    "duty": reception.duty,
    "drivers": drivers.sentences,
    "watch": watch.areas,
    "directives": watch.directives,
}


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


def compose(material: Material) -> list[Sentence]:
    """Every sentence that can be said of the window, in the order of the sections."""
    if not any(material.now[name].numerator for name in ANYTHING):
        return [Sentence("summary.empty", "summary", close(EMPTY))]
    return [
        Sentence(f"{section}.{name}", section, close(text))
        for section, said in PARTS.items()
        for name, text in said(material)
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
    sections = list(dict.fromkeys([name.split(".")[0] for name in note.order] + list(SECTIONS)))
    return sorted(kept, key=lambda sentence: sections.index(sentence.section))


def _writable(text: str) -> str:
    """What is pasted from an office program may hold characters that no document can: a line break of Word's (U+000B)
    becomes one, every other control character a space."""
    lines = text.replace("\v", "\n").splitlines()
    return "\n".join("".join(sign if sign.isprintable() else " " for sign in line) for line in lines).strip()
