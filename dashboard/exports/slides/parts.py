"""What slides are made of: titles, text, tables and native charts, 24 points and up where people read from afar."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.slide import Slide, SlideLayout
from pptx.util import Emu, Inches, Pt

from dashboard.briefing.topic import Grid
from dashboard.drawing.theme import LIGHT
from dashboard.exports.native_chart import COLUMNS, COUNT, Series, colour, data, dress
from dashboard.exports.picture import Picture
from dashboard.exports.stamp import Stamp
from dashboard.exports.unsigned import unsigned

FONT = "Arial"
LONG_FOOT = 130  # letters at the foot of a slide: more are smaller, so that they keep to one line
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)


def blank(at: dt.datetime) -> Presentation:
    """An empty presentation of 16:9 of the data taken at that moment, which names nobody as its author."""
    made: Presentation = pptx.Presentation()
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    unsigned(made, at)
    return made


class Deck:
    """A presentation being made; on the office's own master titles keep the master's place and look."""

    def __init__(self, presentation: Presentation, mark: Stamp, *, own_master: bool) -> None:
        self.presentation, self.mark, self.own_master = presentation, mark, own_master
        self.width, self.height = presentation.slide_width or WIDTH, presentation.slide_height or HEIGHT

    def add(self, title: str) -> Slide:
        """A slide with its title, the sample and internal marks, and the stamp at its foot."""
        slide = self.presentation.slides.add_slide(self._layout())
        self._title(slide, title)
        top = " · ".join(part for part in (self.mark.sample, self.mark.internal) if part)
        self.text(slide, [top], box=(0.6, 0.08, 12.1, 0.4), size=14, bold=True, tint=LIGHT.bad, align=PP_ALIGN.RIGHT)
        self.text(
            slide,
            [self.mark.footer],
            box=(0.6, 7.02, 12.1, 0.4),
            size=12 if len(self.mark.footer) <= LONG_FOOT else 9,
            tint=LIGHT.quiet,
        )
        return slide

    def _layout(self) -> SlideLayout:
        """The layout with a title and the fewest other placeholders."""
        titles = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        every: list[Any] = list(self.presentation.slide_layouts)
        layouts = [one for one in every if any(p.placeholder_format.type in titles for p in one.placeholders)]
        return min(layouts or every, key=lambda one: len(one.placeholders))

    def _title(self, slide: Slide, title: str) -> None:
        shape: Any = slide.shapes.title
        if shape is None or not self.own_master:
            if shape is not None:
                shape.left, shape.top, shape.width, shape.height = self._box(0.6, 0.45, 12.1, 1.0)
                shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
                shape.text_frame.word_wrap = True
                write(shape.text_frame, [title], size=title_size(title), bold=True, tint=LIGHT.text)
            else:
                self.text(slide, [title], box=(0.6, 0.45, 12.1, 1.0), size=title_size(title), bold=True)
            return
        shape.text_frame.text = title

    def _box(self, left: float, top: float, width: float, height: float) -> tuple[Emu, Emu, Emu, Emu]:
        """Inches on a 13,333 × 7,5 slide, scaled to this master's size."""
        across, down = self.width / WIDTH, self.height / HEIGHT
        return (
            Emu(int(Inches(left) * across)),
            Emu(int(Inches(top) * down)),
            Emu(int(Inches(width) * across)),
            Emu(int(Inches(height) * down)),
        )

    def text(
        self,
        slide: Slide,
        lines: Sequence[str],
        *,
        box: tuple[float, float, float, float],
        size: int = 24,
        bold: bool = False,
        tint: str = LIGHT.text,
        align: Any = PP_ALIGN.LEFT,
        bullets: bool = False,
    ) -> None:
        frame = slide.shapes.add_textbox(*self._box(*box)).text_frame
        frame.word_wrap = True
        write(frame, [f"• {line}" if bullets else line for line in lines], size=size, bold=bold, tint=tint, align=align)

    def table(self, slide: Slide, grid: Grid, *, box: tuple[float, float, float, float], size: int = 16) -> None:
        """A native table, columns of numbers to the right with their headings."""
        left, top, width, _ = self._box(*box)
        high = Emu(int(Pt(size) * row_height(size)))
        shape = slide.shapes.add_table(
            len(grid.rows) + 1, len(grid.headings), left, top, width, Emu(high * (len(grid.rows) + 1))
        )
        table = shape.table
        for place, part in enumerate(grid.widths):
            table.columns[place].width = Emu(int(width * part / sum(grid.widths)))
        numbers = {place for place, cells in enumerate(zip(*grid.rows, strict=True)) if place and _numbers(cells)}
        for line, row in enumerate([grid.headings, *grid.rows]):
            for place, text in enumerate(row):
                cell = table.cell(line, place)
                cell.margin_top = cell.margin_bottom = Pt(2)
                cell.fill.solid()
                cell.fill.fore_color.rgb = colour(
                    LIGHT.none if line == 0 else LIGHT.background if line % 2 else LIGHT.panel
                )
                align = PP_ALIGN.RIGHT if place in numbers else PP_ALIGN.LEFT
                write(cell.text_frame, [text], size=size, bold=line == 0, tint=LIGHT.text, align=align)

    def chart(
        self,
        slide: Slide,
        categories: Sequence[str],
        series: Series,
        *,
        box: tuple[float, float, float, float],
        kind: Any = COLUMNS,
        number_format: str = COUNT,
        **look: Any,
    ) -> Any:
        """A native chart anyone can edit, with the look of `native_chart.dress`."""
        numbers = data(categories, series, number_format=number_format)
        frame: Any = slide.shapes.add_chart(kind, *self._box(*box), numbers)
        return dress(frame.chart, kind=kind, font=FONT, number_format=number_format, **look)

    def picture(self, slide: Slide, picture: Picture, *, box: tuple[float, float, float, float]) -> None:
        """A picture as large as the box allows, in the middle of it."""
        left, top, width, height = (float(edge) for edge in self._box(*box))
        wide, high = picture.fitted(width, height)
        place = (left + (width - wide) / 2, top + (height - high) / 2, wide, high)
        shape: Any = slide.shapes.add_picture(io.BytesIO(picture.png), *(Emu(int(edge)) for edge in place))
        shape._element.nvPicPr.cNvPr.set("descr", picture.alt)


def _numbers(cells: Sequence[str]) -> bool:
    return 2 * sum(text[:1].isdigit() for text in cells) > len(cells)


def row_height(size: int) -> float:
    """Of a table's row, in its letters' size: closer where the letters are small because the rows are many."""
    return 1.55 if size < 16 else 1.9


def title_size(title: str) -> int:
    """Points at which a title keeps to two lines, three at most."""
    return 28 if len(title) <= 100 else 22 if len(title) <= 140 else 20


def write(
    frame: Any,
    lines: Sequence[str],
    *,
    size: int,
    bold: bool = False,
    tint: str = LIGHT.text,
    align: Any = PP_ALIGN.LEFT,
) -> None:
    """Replace the text of a frame, one paragraph a line."""
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.alignment = line, align
        paragraph.space_after = Pt(6) if len(lines) > 1 else Pt(0)
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
            run.font.color.rgb = colour(tint)
