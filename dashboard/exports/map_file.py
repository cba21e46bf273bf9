"""The map as it stands on the page, as a file: PNG or SVG, or a slide or a page of its own to hand over."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from docx.shared import Pt as Points
from pptx.util import Inches, Pt

from dashboard.drawing import map_picture, map_png
from dashboard.drawing.layers import Layer
from dashboard.drawing.theme import LIGHT
from dashboard.exports.mark import Mark
from dashboard.exports.picture import Picture
from dashboard.exports.slides import parts
from dashboard.exports.slides.parts import write
from dashboard.exports.word import letterhead
from dashboard.exports.word.letterhead import FONT, LEFT, say

SLIDE = (13.333, 7.5)
PAPER = (29.7, 21.0)
BARE = 1080  # so wide that names are read on a slide


@dataclass(frozen=True)
class MapSheet:
    """What the file is of: shapes and layer as drawn, the map's title, the notes below it, and the page's mark."""

    shapes: pd.DataFrame
    layer: Layer
    title: str
    notes: Sequence[str]
    mark: Mark

    @property
    def lines(self) -> list[str]:
        return [*self.notes, self.mark.line]


def svg(sheet: MapSheet) -> bytes:
    """The drawing with title, legend, notes and mark."""
    drawn = map_picture.sheet(sheet.shapes, sheet.layer, title=sheet.title, scope=sheet.mark.scope, notes=sheet.lines)
    return drawn.encode()


def png(sheet: MapSheet) -> bytes:
    """The same in pixels."""
    return map_png.draw(svg(sheet).decode()).png


def pptx(sheet: MapSheet) -> bytes:
    """One slide, 16:9: the title and the notes can be edited, the map is a picture."""
    made = parts.blank(sheet.mark.at)
    slide = made.slides.add_slide(made.slide_layouts[5])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Inches(0.5), Inches(0.15), Inches(12.3), Inches(0.9)
    write(title.text_frame, [f"{sheet.title} – {sheet.mark.scope}"], size=26, bold=True, tint=LIGHT.text)
    drawn = _picture(sheet)
    notes = _wrapped_height(sheet.lines)
    width, height = drawn.fitted(12.3, 6.2 - notes)
    place = (Inches((SLIDE[0] - width) / 2), Inches(1.1), Inches(width), Inches(height))
    picture = slide.shapes.add_picture(io.BytesIO(drawn.png), *place)
    picture._element.nvPicPr.cNvPr.set("descr", drawn.alt)
    foot = slide.shapes.add_textbox(Inches(0.5), Inches(7.4 - notes), Inches(12.3), Inches(notes)).text_frame
    foot.word_wrap = True
    write(foot, sheet.lines, size=12, tint=LIGHT.quiet)
    for paragraph in foot.paragraphs:
        paragraph.space_after = Pt(0)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def docx(sheet: MapSheet) -> bytes:
    """One page across."""
    made = letterhead.blank(sheet.mark.at)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(PAPER[0]), Cm(PAPER[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
    made.styles["Normal"].font.name = FONT
    say(made, sheet.title, bold=True, size=15)
    say(made, sheet.mark.scope, italic=True, size=13)
    drawn = _picture(sheet)
    width, height = drawn.fitted(26.5, 14.9 - 0.9 * len(sheet.lines))
    picture = made.add_picture(io.BytesIO(drawn.png), Cm(width), Cm(height))
    picture._inline.docPr.set("descr", drawn.alt)
    for line in sheet.lines:
        say(made, line, italic=True, size=10, align=LEFT).paragraph_format.space_after = Points(0)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


WRITERS: dict[str, Callable[[MapSheet], bytes]] = {"png": png, "pptx": pptx, "docx": docx, "svg": svg}


def _picture(sheet: MapSheet) -> Picture:
    """The map and its legend alone."""
    image = map_png.draw(map_picture.sheet(sheet.shapes, sheet.layer, width=BARE))
    return Picture(sheet.title, image.png, image.width, image.height, f"{sheet.title} – {sheet.mark.scope}")


def _wrapped_height(lines: Sequence[str]) -> float:
    """Inches that the lines take at 12 points across a slide."""
    return 0.1 + 0.2 * sum(1 + len(line) // 165 for line in lines)
