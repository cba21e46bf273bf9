"""The heads and feet of the two administrative layouts, in Times New Roman.

party: Hướng dẫn 36-HD/VPTW (Đảng Cộng sản Việt Nam). state: Nghị định 30/2020/NĐ-CP (quốc hiệu, tiêu ngữ).
"""

from __future__ import annotations

import datetime as dt

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from dashboard.words import letterhead as words

FONT = "Times New Roman"
CENTER, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


MARGINS = (2.0, 2.0, 3.0, 1.5)  # top, bottom, left and right in cm, in both layouts


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
    """Issuer and number on the left, nation or Party and date on the right."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    set_widths(table, 5.9, 10.6)
    lines = [*layout.issuer.format(place=place.upper()).split("\n")]
    for line in lines:
        say(left, line, bold=True, size=13)
    if layout.issuer_mark:
        say(left, layout.issuer_mark, size=13)
    else:
        rule(left, width=3.0)
    say(left, layout.number, size=13)
    for place_of, line in enumerate(layout.nation):
        say(right, line, bold=True, size=13 if place_of == 0 and len(layout.nation) > 1 else 14)
    rule(right, width=5.5)
    day = words.DATE.format(place=place, day=on.day, month=on.month, year=on.year)
    say(right, day, italic=True, size=14)


def foot(document: Document, layout: words.Layout) -> None:
    """Receivers on the left, the signature's place on the right."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    set_widths(table, 8.0, 8.5)
    say(left, words.RECEIVERS, bold=True, italic=True, size=12, align=LEFT)
    for receiver in layout.receivers:
        say(left, f"- {receiver}", size=11, align=LEFT)
    for line in layout.signer:
        say(right, line, bold=True, size=14)
    keep_together(table)


def set_widths(table: Table, *widths: float) -> None:
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)


def keep_together(table: Table) -> None:
    """No row breaks over two pages, the head row comes again where the table must, and a short table stays whole."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row in table.rows[:-1]:
        for paragraph in [paragraph for cell in row.cells for paragraph in cell.paragraphs]:
            paragraph.paragraph_format.keep_with_next = True
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


def rule(cell: _Cell, *, width: float) -> None:
    """A short line under the text above: a paragraph with a bottom border, indented to `width` cm in the middle."""
    paragraph = cell.add_paragraph()
    room = (Cm(cell.width.cm if cell.width else 8.0).cm - width) / 2
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Cm(max(room, 0.5))
    form.space_after, form.line_spacing = Pt(4), Pt(4)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "000000"}.items():
        bottom.set(qn(name), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)


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
