"""The PPTX: 16:9, one sentence and one figure or list a slide, native charts and tables, on a replaceable master."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from pptx import Presentation
from pptx.presentation import Presentation as Opened
from pptx.slide import Slide

from dashboard.briefing import SECTIONS, Material, Sentence
from dashboard.briefing.charts import chart
from dashboard.drawing.theme import LIGHT
from dashboard.exports import summary_tables as grids
from dashboard.exports.native_chart import BARS, COLUMNS, COUNT, LINES, WHOLE_PERCENT
from dashboard.exports.picture import Picture
from dashboard.exports.slides.parts import Deck
from dashboard.exports.stamp import Stamp
from dashboard.exports.template import TemplateError, open_template
from dashboard.words import files as words

Box = tuple[float, float, float, float]
NATIVE = {"columns": COLUMNS, "lines": LINES, "bars": BARS}
LEFT_HALF, RIGHT_HALF = (0.6, 1.6, 5.6, 5.2), (6.4, 1.6, 6.4, 5.2)
FULL = (0.6, 1.6, 12.1, 5.2)
SHORT = 5
LONG = 170
PAGE, MOST_NOTES = 560, 4


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
    _figure(deck, slide, "reception", material, box=RIGHT_HALF)


def _petitions(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("petitions"))
    deck.text(slide, said.rest("petitions", most=4), box=LEFT_HALF, size=20, bullets=True)
    _figure(deck, slide, "petitions", material, box=RIGHT_HALF)


def _resolution(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("resolution"))
    deck.text(slide, said.rest("resolution", most=4), box=LEFT_HALF, size=18, bullets=True)
    _figure(deck, slide, "resolution", material, box=RIGHT_HALF, labels=False)


def _backlog(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("backlog"))
    _figure(deck, slide, "backlog", material, box=LEFT_HALF, labels=False)
    deck.table(slide, grids.body_grid(material), box=RIGHT_HALF, size=16)


def _areas(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("watch"))
    _figure(deck, slide, "watch", material, box=LEFT_HALF)
    deck.text(slide, said.rest("watch"), box=RIGHT_HALF, size=20, bullets=True)


def _duty(deck: Deck, material: Material, said: _Said) -> None:
    slide = deck.add(said.first("duty"))
    _figure(deck, slide, "duty", material, box=LEFT_HALF)
    texts = [text for text in said.of("duty")[1:] if len(text) <= 2 * LONG]
    deck.text(slide, texts[:4], box=RIGHT_HALF, size=18, bullets=True)


def _figure(deck: Deck, slide: Slide, section: str, material: Material, *, box: Box, labels: bool = True) -> None:
    """The section's figure as a native chart, the same one as on the screens of the meeting."""
    found = chart(section, material)
    if found is None:
        return
    deck.chart(
        slide,
        found.labels,
        found.series,
        box=box,
        kind=NATIVE[found.kind],
        colours=tuple(getattr(LIGHT, tint) for tint in found.tints),
        number_format=WHOLE_PERCENT if found.unit == "percent" else COUNT,
        labels=labels,
    )


def _listed(deck: Deck, material: Material, said: _Said) -> None:
    for section, grid in (("complex", grids.complex_grid(material)), ("directives", grids.directive_grid(material))):
        if grid.rows:
            deck.table(deck.add(said.first(section)), grid, box=FULL, size=16)


def _conclusions(deck: Deck, said: _Said) -> None:
    """The agenda's last screens: what the meeting has to conclude on, then every note of the officer in full."""
    wanted = ("backlog.overdue", "watch.worse", "watch.overdue", "complex.listed", "duty.without", "directives.open")
    texts = [sentence.text for sentence in said.all if sentence.id in wanted]
    groups = [texts, *_paged([words.NOTE.format(note=note) for note in said.notes])]
    for group in [group for group in groups if group] or [[]]:
        deck.text(deck.add(words.TO_CONCLUDE), group, box=FULL, size=22, bullets=True)


def _paged(notes: Sequence[str]) -> list[list[str]]:
    """The notes in groups that fit on a slide each; a longer one goes on on the next."""
    pages: list[list[str]] = []
    for piece in (piece for note in notes for piece in wrap(note, PAGE)):
        if not pages or len(pages[-1]) == MOST_NOTES or sum(map(len, pages[-1])) + len(piece) > PAGE:
            pages.append([])
        pages[-1].append(piece)
    return pages
