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
from dashboard.exports.word.letterhead import CENTER, JUSTIFY, LEFT, RIGHT, keep_together, say, set_widths
from dashboard.words import concluding as listed
from dashboard.words import files as words
from dashboard.words import letterhead as letter_words
from dashboard.words.letterhead import Layout

RED = RGBColor(0x8F, 0x33, 0x0A)
NO_BREAK = "\u00a0"
BODY_MARK = "{{NOI_DUNG}}"
PARTS = (letter_words.SITUATION, *letter_words.TO_WRITE, letter_words.PROPOSED)
LINES_TO_WRITE = 3
LONGEST_PROPERTY = 255


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
    chosen = letter_words.LAYOUTS[layout]
    if template is not None:
        made: Document = open_template(docx.Document, template)
        _fill(made, mark)
        _into(made, sections, chosen)
    else:
        made = letterhead.blank(mark.taken_at)
        _whole(made, sections, mark, chosen)
    _annex(made, sections, mark, chosen, pictures)
    _properties(made, mark)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _whole(made: Document, sections: Sequence[Section], mark: Stamp, layout: Layout) -> None:
    named = f"{mark.period[:1].lower()}{mark.period[1:]}".replace(" ", NO_BREAK)
    letterhead.set_up(made)
    _marks(made, mark)
    letterhead.head(made, layout, place=short_place(mark.place), on=mark.on)
    letterhead.subject(made, layout, f"{mark.title} {named}")
    say(made, "", size=6)
    _paragraph(made, mark.window, layout)
    _body(made, sections, layout)
    say(made, "", size=10)
    letterhead.foot(made, layout)


def short_place(name: str) -> str:
    """Tỉnh Hoa Lam → Hoa Lam."""
    for word in letter_words.PLACE_KINDS:
        name = name.removeprefix(word)
    return name


def _marks(made: Document, mark: Stamp) -> None:
    """Sample and internal marks at the head of every page."""
    section = made.sections[0]
    for header in (section.first_page_header, section.header):
        line = header.add_paragraph() if header.paragraphs[0].runs else header.paragraphs[0]
        line.alignment = CENTER
        run = line.add_run(" · ".join(part for part in (mark.sample, mark.internal) if part))
        run.bold, run.font.size, run.font.color.rgb = True, Pt(11), RED


def _body(made: Document, sections: Sequence[Section], layout: Layout) -> None:
    """What happened, topic by topic; room for what only a person can write; what the meeting has to conclude."""
    titles = iter(zip(letter_words.ROMAN, PARTS, strict=True))

    def head() -> None:
        roman, title = next(titles)
        _paragraph(made, layout.section.format(roman=roman, title=title), layout, bold=True)

    head()
    for place, section in enumerate(sections, start=1):
        _topic(made, place, section, layout)
    for _ in letter_words.TO_WRITE:
        head()
        letterhead.to_write(made, lines=LINES_TO_WRITE)
    head()
    found = concluding(sections)
    if found:
        _paragraph(made, listed.TITLE, layout, bold=True)
    for number, each in enumerate(found, start=1):
        _paragraph(made, f"{number}) {listed.line(each.text, each.who, each.by)}", layout)
    letterhead.to_write(made, lines=1)


def _topic(made: Document, place: int, section: Section, layout: Layout) -> None:
    _paragraph(made, layout.topic.format(number=place, title=section.title), layout, bold=True)
    for sentence in section.sentences:
        _paragraph(made, sentence.text, layout)
        if sentence.note:
            _paragraph(made, words.NOTE.format(note=sentence.note), layout, italic=True)


def _annex(
    made: Document, sections: Sequence[Section], mark: Stamp, layout: Layout, pictures: Sequence[Picture]
) -> None:
    """After the signature, on a page of its own: tables, charts, maps, and where the figures are from."""
    of = layout.of.format(place=short_place(mark.place))
    month = letter_words.month(mark.on.month)
    said = letter_words.ANNEX_OF.format(number=_number(layout), month=month, year=mark.on.year, of=of)
    say(made, letter_words.ANNEX, bold=True, size=14).paragraph_format.page_break_before = True
    say(made, letter_words.ANNEX_TITLE, bold=True, size=14)
    say(made, said, italic=True, size=13)
    for grid in [grid for section in sections for grid in section.tables if grid.report]:
        _table(made, grid.top(grid.report))
    add_figures(made, sections, pictures)
    _title(made, letter_words.SOURCES)
    for line in mark.lines:
        say(made, line, size=12, align=LEFT)


def _number(layout: Layout) -> str:
    """As the number stands at the head, in the middle of a line."""
    return f"{layout.number[:1].lower()}{layout.number[1:]}".replace(":", "")


def _properties(made: Document, mark: Stamp) -> None:
    """What a machine knows of the file, where Word keeps such things."""
    kept = made.core_properties
    kept.title, kept.subject, kept.author = f"{mark.title} – {mark.period}", mark.place, ""
    kept.comments = " ".join([f"{mark.data}.", mark.lock, mark.author])[:LONGEST_PROPERTY]


def _paragraph(made: Document, text: str, layout: Layout, *, bold: bool = False, italic: bool = False) -> Paragraph:
    paragraph = say(made, text, bold=bold, italic=italic, align=JUSTIFY)
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_after, form.line_spacing = Cm(layout.indent), Pt(6), 1.15
    form.keep_with_next = bold
    return paragraph


def _title(made: Document, text: str) -> None:
    title = say(made, text, bold=True, size=13)
    title.paragraph_format.space_before, title.paragraph_format.keep_with_next = Pt(8), True


def _table(made: Document, grid: Grid) -> None:
    _title(made, grid.title)
    table = made.add_table(rows=1, cols=len(grid.headings))
    if "Table Grid" in [style.name for style in made.styles]:
        table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, grid.headings, strict=True):
        say(cell, text, bold=True, size=11)
    for row in grid.rows:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            say(cell, text, size=11, align=RIGHT if place and is_number(text) else LEFT)
    set_widths(table, *grid.widths)
    keep_together(table)
    if grid.note:
        say(made, grid.note, size=11, italic=True, align=LEFT)


def is_number(text: str) -> bool:
    """A figure stands to the right; a missing one too."""
    return not text.strip() or text.lstrip("+−-–…")[:1].isdigit() or text.strip() in ("–", "…", "…")


def _into(made: Document, sections: Sequence[Section], layout: Layout) -> None:
    before = len(made.element.body)
    _body(made, sections, layout)
    body = made.element.body
    added = list(body)[before - 1 : -1] if body.sectPr is not None else list(body)[before:]
    target = next((paragraph for paragraph in made.paragraphs if BODY_MARK in paragraph.text), None)
    if target is None:
        return
    for element in added:
        target._p.addprevious(element)
    target._p.getparent().remove(target._p)


def _fill(made: Document, mark: Stamp) -> None:
    month = letter_words.month(mark.on.month)
    values = {
        "{{KY}}": mark.period,
        "{{DIA_PHUONG}}": mark.place,
        "{{NGAY}}": letter_words.DATE.format(place=short_place(mark.place), month=month, year=mark.on.year),
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
