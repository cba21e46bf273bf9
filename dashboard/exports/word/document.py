"""The DOCX: a report in the Party's or the State's layout, or poured into the office's own template."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dashboard.briefing import Section, concluding
from dashboard.briefing.topic import Grid
from dashboard.exports.picture import Picture
from dashboard.exports.stamp import Stamp
from dashboard.exports.template import open_template
from dashboard.exports.word import letterhead
from dashboard.exports.word.figures import add_figures
from dashboard.exports.word.letterhead import CENTER, JUSTIFY, LEFT, keep_together, say, set_widths
from dashboard.words import concluding as listed
from dashboard.words import files as words
from dashboard.words import letterhead as letter_words

RED = RGBColor(0x8F, 0x33, 0x0A)
NO_BREAK = "\u00a0"
BODY_MARK = "{{NOI_DUNG}}"


def document(
    sections: Sequence[Section],
    mark: Stamp,
    *,
    layout: str = "party",
    template: Path | None = None,
    pictures: Sequence[Picture] = (),
) -> bytes:
    """The report as bytes.

    A template keeps its own head, foot and styles: {{KY}}, {{DIA_PHUONG}}, {{NGAY}}, {{SO_LIEU}} and {{DAU_MAU}} in it
    are replaced, and the text goes in place of the paragraph {{NOI_DUNG}}, or at the end. Raises TemplateError.
    """
    if template is not None:
        made: Document = open_template(docx.Document, template)
        _fill(made, mark)
        _into(made, sections, mark, pictures)
    else:
        made = docx.Document()
        _whole(made, sections, mark, layout, pictures)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _whole(
    made: Document,
    sections: Sequence[Section],
    mark: Stamp,
    layout: str,
    pictures: Sequence[Picture],
) -> None:
    chosen = letter_words.LAYOUTS[layout]
    named = f"{mark.period[:1].lower()}{mark.period[1:]}".replace(" ", NO_BREAK)
    letterhead.set_up(made)
    _marks(made, mark)
    letterhead.head(made, chosen, place=short_place(mark.place), on=mark.on)
    say(made, "", size=6)
    say(made, letter_words.REPORT, bold=True, size=15)
    say(made, f"{mark.title} {named}", bold=True)
    say(made, f"({mark.window.rstrip('.')})", italic=True, size=13)
    say(made, "-----", size=12)
    _body(made, sections, mark, pictures)
    say(made, "", size=10)
    letterhead.foot(made, chosen)


def short_place(name: str) -> str:
    """Tỉnh Hoa Lam → Hoa Lam."""
    for word in letter_words.PLACE_KINDS:
        name = name.removeprefix(word)
    return name


def _marks(made: Document, mark: Stamp) -> None:
    """Sample and internal marks at the head of every page, the stamp at the foot."""
    section = made.sections[0]
    for header in (section.first_page_header, section.header):
        line = header.add_paragraph() if header.paragraphs[0].runs else header.paragraphs[0]
        line.alignment = CENTER
        run = line.add_run(" · ".join(part for part in (mark.sample, mark.internal) if part))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RED
    for footer in (section.first_page_footer, section.footer):
        footer.paragraphs[0].alignment = CENTER
        run = footer.paragraphs[0].add_run(mark.footer)
        run.italic, run.font.size = True, Pt(9)


def _body(made: Document, sections: Sequence[Section], mark: Stamp, pictures: Sequence[Picture]) -> list[object]:
    """Sections, tables, charts, pictures and stamp; gives the elements added, in order."""
    before = len(made.element.body)
    for place, section in enumerate(sections, start=1):
        _paragraph(made, f"{place}. {section.title}", bold=True)
        for sentence in section.sentences:
            _paragraph(made, sentence.text)
            if sentence.note:
                _paragraph(made, words.NOTE.format(note=sentence.note), italic=True)
    found = concluding(sections)
    if found:
        _paragraph(made, listed.TITLE, bold=True)
    for number, each in enumerate(found, start=1):
        _paragraph(made, f"{number}) {listed.line(each.text, each.who, each.by)}")
    for grid in [grid for section in sections for grid in section.tables if grid.report]:
        _table(made, grid.top(grid.report))
    add_figures(made, sections, pictures)
    say(made, "", size=8)
    for line in mark.lines:
        say(made, line, italic=True, size=11, align=LEFT)
    body = made.element.body
    return list(body)[before - 1 : -1] if body.sectPr is not None else list(body)[before:]


def _paragraph(made: Document, text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    paragraph = say(made, text, bold=bold, italic=italic, align=JUSTIFY)
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_after, form.line_spacing = Cm(1.27), Pt(6), 1.15
    form.keep_with_next = bold
    return paragraph


def _table(made: Document, grid: Grid) -> None:
    title = say(made, grid.title, bold=True, size=13)
    title.paragraph_format.space_before, title.paragraph_format.keep_with_next = Pt(8), True
    table = made.add_table(rows=1, cols=len(grid.headings))
    if "Table Grid" in [style.name for style in made.styles]:
        table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, grid.headings, strict=True):
        say(cell, text, bold=True, size=11)
    for row in grid.rows:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            say(cell, text, size=11, align=LEFT if place == 0 else CENTER)
    set_widths(table, *grid.widths)
    keep_together(table)


def _into(made: Document, sections: Sequence[Section], mark: Stamp, pictures: Sequence[Picture]) -> None:
    added = _body(made, sections, mark, pictures)
    target = next((paragraph for paragraph in made.paragraphs if BODY_MARK in paragraph.text), None)
    if target is None:
        return
    for element in added:
        target._p.addprevious(element)
    target._p.getparent().remove(target._p)


def _fill(made: Document, mark: Stamp) -> None:
    values = {
        "{{KY}}": mark.period,
        "{{DIA_PHUONG}}": mark.place,
        "{{NGAY}}": letter_words.DATE.format(
            place=short_place(mark.place), day=mark.on.day, month=mark.on.month, year=mark.on.year
        ),
        "{{SO_LIEU}}": mark.window,
        "{{DAU_MAU}}": " · ".join(part for part in (mark.sample, mark.internal) if part),
    }
    for paragraph in _everywhere(made):
        text = paragraph.text
        if any(name in text for name in values) and paragraph.runs:
            for name, value in values.items():
                text = text.replace(name, value)
            paragraph.runs[0].text = text
            for run in paragraph.runs[1:]:
                run.text = ""


def _everywhere(made: Document) -> list[Paragraph]:
    found = list(made.paragraphs)
    parts = [made, *(part for s in made.sections for part in (s.header, s.footer, s.first_page_header))]
    for part in parts:
        found += [] if part is made else part.paragraphs
        found += [p for table in part.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    return found
