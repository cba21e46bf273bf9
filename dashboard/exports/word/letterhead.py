"""The heads and feet of the two administrative layouts, in Times New Roman.

party: Hướng dẫn 36-HD/VPTW (Đảng Cộng sản Việt Nam). state: Nghị định 30/2020/NĐ-CP (quốc hiệu, tiêu ngữ).
"""

from __future__ import annotations

import datetime as dt

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dashboard.exports.unsigned import unsigned
from dashboard.words import letterhead as words

FONT = "Times New Roman"
WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


MARGINS = (2.0, 2.0, 3.0, 1.5)  # top, bottom, left and right in cm, in both layouts
TEXT_WIDTH = 16.5
HEAD_WIDTHS = (6.2, 10.3)
CELL_ASIDE = 0.19  # what Word leaves free on each side of a cell
SUBJECT_RULE = 5.5  # a third to a half of the line above
SIGNATURE_LINES = 4
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")  # as the schema orders a paragraph


def blank(at: dt.datetime) -> Document:
    """An empty document of the data taken at that moment, which names nobody as its author.

    Without the copy of the styles for Word 2010, which says otherwise than the styles by now.
    """
    made: Document = docx.Document()
    for name, relation in list(made.part.rels.items()):
        if relation.reltype == WITH_EFFECTS:
            made.part.drop_rel(name)
    unsigned(made, at)
    return made


def set_up(document: Document) -> None:
    """A4, the margins, Times New Roman 14, page number in the middle of the head from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Cm, MARGINS)
    section.different_first_page_header_footer = True
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    page = section.header.paragraphs[0]
    page.alignment = CENTER
    _field(page, "PAGE")


def head(document: Document, layout: words.Layout, *, place: str, on: dt.date) -> None:
    """Issuer and number on the left, nation or Party and date on the right; the day is left to fill in."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    set_widths(table, *HEAD_WIDTHS)
    for line in layout.issuer.format(place=place.upper()).split("\n"):
        say(left, line, bold=True, size=layout.head_size)
    if layout.issuer_mark:
        say(left, layout.issuer_mark, size=layout.head_size)
    else:
        rule(left, width=layout.issuer_rule, room=HEAD_WIDTHS[0])
    say(left, layout.number, size=layout.head_size)
    for line, size in layout.nation:
        say(right, line, bold=True, size=size)
    rule(right, width=layout.nation_rule, room=HEAD_WIDTHS[1])
    say(right, words.DATE.format(place=place, month=words.month(on.month), year=on.year), italic=True, size=14)


def subject(document: Document, layout: words.Layout, text: str) -> None:
    """BÁO CÁO, what it is about, and the mark or rule below."""
    say(document, "", size=6)
    say(document, words.REPORT, bold=True, size=layout.kind)
    start = text[:1].lower() if layout.subject_starts_small else text[:1].upper()
    say(document, f"{start}{text[1:]}", bold=True, size=layout.subject)
    if layout.subject_mark:
        say(document, layout.subject_mark, size=layout.subject)
    else:
        rule(document, width=SUBJECT_RULE, room=TEXT_WIDTH)


def foot(document: Document, layout: words.Layout) -> None:
    """Receivers on the left; on the right who signs, room for the signature, and the name."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    set_widths(table, 8.0, 8.5)
    size, bold, italic, underlined = layout.receivers_look
    named = say(left, words.RECEIVERS, bold=bold, italic=italic, size=size, align=LEFT)
    named.runs[0].underline = underlined or None
    for receiver in layout.receivers:
        say(left, f"- {receiver}", size=layout.receiver_size, align=LEFT)
    for line, heavy in layout.signer:
        say(right, line, bold=heavy, size=14)
    for _ in range(SIGNATURE_LINES):
        say(right, "", size=14)
    say(right, words.SIGNED_NAME, bold=True, size=14)
    keep_together(table)


def to_write(document: Document, *, lines: int) -> None:
    """Dotted lines for what only a person can write."""
    for _ in range(lines):
        paragraph = say(document, "\t", align=LEFT)
        paragraph.paragraph_format.space_after = Pt(6)
        stops = paragraph.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def set_widths(table: Table, *widths: float) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def keep_together(table: Table) -> None:
    """As `keep_rows`, and a table that a page can hold stays whole."""
    keep_rows(table)
    for row in table.rows[:-1]:
        for paragraph in [paragraph for cell in row.cells for paragraph in cell.paragraphs]:
            paragraph.paragraph_format.keep_with_next = True


def keep_rows(table: Table) -> None:
    """No row breaks over two pages, and the head row comes again where the table must."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    if len(table.rows) > 1:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def say(
    cell: _Cell | Document,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 14,
    align: WD_ALIGN_PARAGRAPH = CENTER,
) -> Paragraph:
    """One paragraph of one run; the first empty one of a cell is used up first."""
    empty = isinstance(cell, _Cell) and len(cell.paragraphs) == 1 and not cell.paragraphs[0].runs
    paragraph = cell.paragraphs[0] if empty else cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), FONT
    run.bold, run.italic = bold or None, italic or None
    return paragraph


def rule(cell: _Cell | Document, *, width: float, room: float) -> None:
    """A line `width` cm long in the middle of `room` cm, below the text above: a paragraph's bottom border."""
    paragraph = cell.add_paragraph()
    form = paragraph.paragraph_format
    aside = (room - width) / 2 - (CELL_ASIDE if isinstance(cell, _Cell) else 0)
    form.left_indent = form.right_indent = Cm(aside)
    form.space_after, form.line_spacing = Pt(4), Pt(4)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"}.items():
        bottom.set(qn(name), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS)


def _field(paragraph: Paragraph, code: str) -> None:
    """A field Word counts itself, as the page number."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        run = paragraph.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
