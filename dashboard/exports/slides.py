"""The PPTX: 16:9, one sentence and one figure or list a slide, native charts and tables, on a replaceable master."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from pptx import Presentation
from pptx.presentation import Presentation as Opened

from dashboard import terms
from dashboard.briefing import SECTIONS, Material, Sentence
from dashboard.briefing.phrases import LEAST_BASE
from dashboard.exports import summary_tables as grids
from dashboard.exports import words
from dashboard.exports.native_chart import BARS, COLUMNS, LINES, WHOLE_PERCENT, numbers, period_labels
from dashboard.exports.picture import Picture
from dashboard.exports.slide_parts import Deck
from dashboard.exports.stamp import Stamp
from dashboard.exports.template import TemplateError, open_template
from dashboard.theme import LIGHT

LEFT_HALF, RIGHT_HALF = (0.6, 1.6, 5.6, 5.2), (6.4, 1.6, 6.4, 5.2)
FULL = (0.6, 1.6, 12.1, 5.2)
SHORT = 5
LONG = 170


def slides(
    material: Material,
    sentences: Sequence[Sentence],
    mark: Stamp,
    *,
    template: Path | None = None,
    pictures: Sequence[Picture] = (),
) -> bytes:
    """The presentation as bytes. A template gives its master and size; its own slides are left out.

    Raises TemplateError.
    """
    presentation = open_template(Presentation, template) if template else Presentation()
    if not len(presentation.slide_layouts):
        raise TemplateError(words.BAD_TEMPLATE.format(path=template))
    _drop_slides(presentation)
    deck = Deck(presentation, mark, own_master=template is not None)
    said = _Said(sentences)
    _title(deck)
    _headline(deck, material, said)
    _reception(deck, material, said)
    _petitions(deck, material, said)
    _resolution(deck, material, said)
    _backlog(deck, material, said)
    _areas(deck, material, said)
    for picture in pictures:
        deck.picture(deck.add(picture.title), picture, box=FULL)
    _duty(deck, material, said)
    _listed(deck, material, said)
    _conclusions(deck, said)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


class _Said:
    """The officer's sentences by section, in the officer's order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.all = list(sentences)

    def first(self, section: str) -> str:
        """The sentence a slide is about, or the section's name."""
        texts = self.of(section)
        return texts[0] if texts else SECTIONS[section]

    def of(self, section: str) -> list[str]:
        return [sentence.text for sentence in self.all if sentence.section == section]

    def rest(self, section: str, *, most: int = SHORT) -> list[str]:
        """What stands beside the figure: the sentences after the first that are short enough to read from afar."""
        return [text for text in self.of(section)[1:] if len(text) <= LONG][:most]

    @property
    def notes(self) -> list[str]:
        return [sentence.note for sentence in self.all if sentence.note]


def _drop_slides(presentation: Opened) -> None:
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        presentation.part.drop_rel(slide.rId)
        listed.remove(slide)


def _title(deck: Deck) -> None:
    slide, mark = deck.add(deck.mark.title), deck.mark
    deck.text(slide, [f"{mark.period} – {mark.place}"], box=(0.6, 2.2, 12.1, 0.8), size=32, bold=True)
    deck.text(slide, mark.lines, box=(0.6, 3.4, 12.1, 3.2), size=18, tint=LIGHT.quiet)


def _headline(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("summary"))
    deck.table(slide, grids.figure_grid(material), box=FULL, size=14)


def _reception(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("reception"))
    deck.text(slide, said.rest("reception", most=4), box=LEFT_HALF, size=20, bullets=True)
    rows = material.tables["reception_series"]
    if len(rows):
        series = {terms.COLUMNS["visits"]: numbers(rows["visits"])}
        deck.chart(slide, period_labels(rows), series, box=RIGHT_HALF, kind=COLUMNS)


def _petitions(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("petitions"))
    deck.text(slide, said.rest("petitions", most=4), box=LEFT_HALF, size=20, bullets=True)
    names = ("complaints_within_authority", "denunciations_within_authority", "proposals_within_authority")
    parts = {label: material.now[name] for label, name in zip(terms.KINDS.values(), names, strict=True)}
    parts[words.NOT_WITHIN] = material.now["petitions_not_within_authority"]
    parts[words.NOT_ELIGIBLE] = material.now["petitions_not_eligible"]
    values = {words.PETITIONS: [float(figure.numerator or 0) for figure in parts.values()]}
    deck.chart(slide, list(parts), values, box=RIGHT_HALF, kind=BARS)


def _resolution(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("resolution"))
    deck.text(slide, said.rest("resolution", most=4), box=LEFT_HALF, size=18, bullets=True)
    rows = material.tables["quarterly_series"]
    if len(rows):
        series = {terms.COLUMNS[name]: numbers(rows[name]) for name in ("entered", "resolved")}
        deck.chart(slide, period_labels(rows), series, box=RIGHT_HALF, colours=(LIGHT.volume, LIGHT.good), labels=False)


def _backlog(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("backlog"))
    rows = material.tables["quarterly_series"]
    if len(rows):
        series = {terms.COLUMNS[name]: numbers(rows[name]) for name in ("open_count", "overdue")}
        deck.chart(slide, period_labels(rows), series, box=LEFT_HALF, kind=LINES, labels=False)
    deck.table(slide, grids.body_grid(material), box=RIGHT_HALF, size=16)


def _areas(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("watch"))
    rows = grids.overdue_areas(material)
    if len(rows):
        series = {terms.COLUMNS["overdue"]: numbers(rows["overdue"])}
        deck.chart(slide, list(rows["name"]), series, box=LEFT_HALF, kind=BARS, colours=(LIGHT.bad,))
    deck.text(slide, said.rest("watch"), box=RIGHT_HALF, size=20, bullets=True)


def _duty(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("duty"))
    rows = material.tables["duty_by_level"]
    rows = rows[rows["required"] >= LEAST_BASE]
    if len(rows):
        labels = [terms.DUTIES.get(code, code) for code in rows["duty_code"]]
        shares = [
            round(100 * credited / required, 1)
            for credited, required in zip(rows["credited"].astype(int), rows["required"].astype(int), strict=True)
        ]
        deck.chart(slide, labels, {words.DUTY_SHARE: shares}, box=LEFT_HALF, kind=BARS, number_format=WHOLE_PERCENT)
    texts = [text for text in said.of("duty")[1:] if len(text) <= 2 * LONG]
    deck.text(slide, texts[:4], box=RIGHT_HALF, size=18, bullets=True)


def _listed(deck: Deck, material: Material, said: _Said) -> None:
    for section, grid in (("complex", grids.complex_grid(material)), ("directives", grids.directive_grid(material))):
        if grid.rows:
            deck.table(deck.add(said.first(section)), grid, box=FULL, size=16)


def _conclusions(deck: Deck, said: _Said) -> None:
    """The agenda's last screen: what the meeting has to conclude on, and the officer's notes."""
    slide = deck.add(words.TO_CONCLUDE)
    wanted = ("backlog.overdue", "watch.worse", "watch.overdue", "complex.listed", "duty.without", "directives.open")
    texts = [sentence.text for sentence in said.all if sentence.id in wanted]
    deck.text(
        slide, [*texts[:6], *(words.NOTE.format(note=note) for note in said.notes)][:7], box=FULL, size=22, bullets=True
    )
