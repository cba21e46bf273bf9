"""The PPTX: 16:9, a slide a section in the officer's order, native charts and tables, on a replaceable master."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from pptx import Presentation
from pptx.presentation import Presentation as Opened
from pptx.slide import Slide

from dashboard.briefing import Section, concluding
from dashboard.briefing.topic import Grid
from dashboard.drawing.figure import Chart
from dashboard.drawing.theme import LIGHT
from dashboard.exports.native_chart import FORMATS, NATIVE, with_same
from dashboard.exports.picture import Picture
from dashboard.exports.slides.parts import Deck, blank, row_height
from dashboard.exports.stamp import Stamp
from dashboard.exports.template import TemplateError, open_template
from dashboard.words import concluding as listed
from dashboard.words import files as words

LETTERS = 140  # of one point, side by side on an inch
MARGINS = 0.2  # inches left and right in a cell of a table
Box = tuple[float, float, float, float]
LEFT_HALF, RIGHT_HALF = (0.6, 1.6, 5.6, 5.2), (6.4, 1.6, 6.4, 5.2)
FULL = (0.6, 1.6, 12.1, 5.2)
NARROW, WIDE, WIDE_COLUMNS = (0.4, 1.6, 4.0, 5.2), (4.5, 1.6, 8.4, 5.2), 4
LONG_TITLE, MOST_TEXTS, MUCH, VERY_MUCH = 150, 4, 360, 680
MOST_LABELS, MANY_ROWS = 12, 9
ROOM, PAGE, MOST_TEXTS_ALONE = 640, 900, 8  # letters beside a figure, and alone on a slide
NOTES, MOST_NOTES = 560, 4
BAR_ROOM = 0.9  # inches a bar takes at most
NOTE = (0.6, 6.75, 12.1, 0.3)
OVER, MOST_OVER, STATEMENT = 16, 1.2, 220  # points and inches of what stands over a table; letters said alone, large


def slides(
    sections: Sequence[Section], mark: Stamp, *, template: Path | None = None, pictures: Sequence[Picture] = ()
) -> bytes:
    """The presentation as bytes. A template gives its master and size; its own slides are left out.

    Raises TemplateError.
    """
    presentation = open_template(Presentation, template) if template else blank(mark.taken_at)
    if not len(presentation.slide_layouts):
        raise TemplateError(words.BAD_TEMPLATE.format(path=template))
    _drop_slides(presentation)
    deck = Deck(presentation, mark, own_master=template is not None)
    _title(deck)
    for section in sections:
        _section(deck, section)
        _pictures(deck, [picture for picture in pictures if picture.section == section.id])
    known = {section.id for section in sections}
    _pictures(deck, [picture for picture in pictures if picture.section not in known])
    _conclusions(deck, sections)
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _drop_slides(presentation: Opened) -> None:
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        presentation.part.drop_rel(slide.rId)
        listed.remove(slide)


def _title(deck: Deck) -> None:
    slide, mark = deck.add(deck.mark.title), deck.mark
    deck.text(slide, [f"{mark.period} – {mark.place}"], box=(0.6, 2.2, 12.1, 0.8), size=32, bold=True)
    deck.text(slide, mark.lines, box=(0.6, 3.4, 12.1, 3.2), size=18, tint=LIGHT.quiet)


def _section(deck: Deck, section: Section) -> None:
    """Its table over the whole slide, or two halves of text, figure and table; then what had no room there."""
    grids = [grid.top(grid.slide) for grid in section.tables if grid.slide]
    alone = [grid for grid in grids if not grid.beside]
    told = _whole(deck, section, alone[0]) if alone else _halves(deck, section, grids)
    left = [text for text in section.texts if text not in (*told, _heading(section))]
    for group in _paged(left, letters=PAGE, most=MOST_TEXTS_ALONE):
        _texts(deck, deck.add(words.GOES_ON.format(title=section.title)), group, box=FULL)


def _whole(deck: Deck, section: Section, grid: Grid) -> list[str]:
    """The table, over it the sentences that few lines hold; gives those sentences."""
    slide, told, taken = deck.add(_heading(section)), list[str](), 0.0
    for text in [text for text in section.texts if text != _heading(section)]:
        high = -(-len(text) * OVER // int(LETTERS * FULL[2])) * OVER * 1.2 / 72 + 0.1
        if taken + high > MOST_OVER:
            break
        told, taken = [*told, text], taken + high
    left, top, width, height = FULL
    if told:
        deck.text(slide, told, box=(left, top, width, taken), size=OVER, bullets=len(told) > 1)
    if grid.note:
        deck.text(slide, [grid.note], box=NOTE, size=12, tint=LIGHT.quiet)
    below = taken + 0.1 if told else 0.0
    box, sizes = (left, top + below, width, height - below), (13, 12, 11) if len(grid.rows) > MANY_ROWS else (16,)
    shown = {size: fitting(grid, box=box, size=size) for size in sizes}
    size = next((size for size in sizes if len(shown[size].rows) == len(grid.rows)), sizes[0])
    deck.table(slide, shown[size], box=box, size=size)
    return told


def fitting(grid: Grid, *, box: Box, size: int) -> Grid:
    """Its first rows, as many as the box has room for when long cells are broken."""
    inches = [box[2] * part / sum(grid.widths) - MARGINS for part in grid.widths]
    room = box[3]
    for count, row in enumerate([grid.headings, *grid.rows]):
        lines = max(-(-len(text) * size // int(LETTERS * wide)) or 1 for text, wide in zip(row, inches, strict=True))
        room -= max(row_height(size), lines * 1.2 + 0.3) * size / 72
        if room < 0:
            return grid.top(count - 1)
    return grid


def _heading(section: Section) -> str:
    """Its first sentence where that is short enough for a title, else its name."""
    first = section.texts[0]
    return first if len(first) <= LONG_TITLE else section.title


def _halves(deck: Deck, section: Section, grids: Sequence[Grid]) -> list[str]:
    """Figure and table side by side, or one of them beside the sentences; gives the sentences that stand there."""
    chart = section.figure if isinstance(section.figure, Chart) else None
    slide = deck.add(_heading(section))
    wide = any(len(grid.headings) >= WIDE_COLUMNS for grid in grids[:1])
    if chart:
        _chart(deck, slide, chart, box=NARROW if wide else LEFT_HALF if grids else RIGHT_HALF)
    for grid in grids[:1]:
        box, size = (WIDE, 13) if wide else (RIGHT_HALF, 16)
        deck.table(slide, fitting(grid, box=box, size=size), box=box, size=size)
    if chart and grids:
        return []
    first, *rest = section.texts
    long = [first] if _heading(section) != first else []
    fit = [*long, *[text for text in rest if len(text) <= section.readable][:MOST_TEXTS]]
    half = bool(chart or grids)
    read = [text for place, text in enumerate(fit) if sum(map(len, fit[: place + 1])) <= (ROOM if half else PAGE)]
    read = read or fit[:1]
    _texts(deck, slide, read, box=LEFT_HALF if half else FULL)
    return read


def _texts(deck: Deck, slide: Slide, texts: Sequence[str], *, box: Box) -> None:
    """The smaller the more there is to read."""
    letters = sum(map(len, texts))
    alone = box == FULL and letters <= STATEMENT
    size = 28 if alone else 16 if letters > VERY_MUCH else 18 if letters > MUCH else 20
    deck.text(slide, texts, box=box, size=size, bullets=True)


def _chart(deck: Deck, slide: Slide, found: Chart, *, box: Box) -> None:
    """The section's figure as a native chart, the same one as on the screens of the meeting."""
    series, tints, same = with_same(found)
    if found.kind == "bars":
        left, top, width, height = box
        box = (left, top, width, min(height, BAR_ROOM * (1 + len(found.labels))))
    deck.chart(
        slide,
        found.named,
        series,
        box=box,
        kind=NATIVE[found.kind],
        colours=tuple(getattr(LIGHT, tint) for tint in tints),
        number_format=FORMATS[found.unit],
        labels=len(found.labels) * len(found.series) <= MOST_LABELS,
        running=found.running,
        same=same,
    )


def _pictures(deck: Deck, pictures: Sequence[Picture]) -> None:
    for picture in pictures:
        deck.picture(deck.add(picture.title), picture, box=FULL)


def _conclusions(deck: Deck, sections: Sequence[Section]) -> None:
    """The agenda's last screens: what the meeting has to conclude on, then every note of the officer in full."""
    texts = [listed.line(each.text, each.who, each.by) for each in concluding(sections)]
    notes = [words.NOTE.format(note=note) for section in sections for note in section.notes]
    groups = [texts, *_paged(notes, letters=NOTES, most=MOST_NOTES)]
    for group in [group for group in groups if group] or [[]]:
        deck.text(deck.add(listed.TITLE), group, box=FULL, size=18 if sum(map(len, group)) > MUCH else 22, bullets=True)


def _paged(texts: Sequence[str], *, letters: int, most: int) -> list[list[str]]:
    """The texts in groups that fit on a slide each; a longer one goes on on the next."""
    pages: list[list[str]] = []
    for piece in (piece for text in texts for piece in wrap(text, letters)):
        if not pages or len(pages[-1]) == most or sum(map(len, pages[-1])) + len(piece) > letters:
            pages.append([])
        pages[-1].append(piece)
    return pages
