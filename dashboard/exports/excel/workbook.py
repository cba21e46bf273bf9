"""The XLSX: summary, figures, the pages' tables, the official forms, and what the checks found."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format

from dashboard.briefing import Material, Section, concluding
from dashboard.briefing.topic import Topic
from dashboard.drawing.theme import LIGHT
from dashboard.exports.excel.form_sheet import write_form
from dashboard.exports.excel.quick_sheet import QuickSheet
from dashboard.exports.page_tables import Cell, Table, page_tables
from dashboard.exports.stamp import Stamp
from dashboard.forms import FilledForm, Finding
from dashboard.forms.grid import counts_denunciations
from dashboard.words import concluding as listed
from dashboard.words import files as words
from dashboard.words import forms as form_words
from dashboard.words import numbers as vi

FONT: dict[str, object] = {"font_name": "Times New Roman", "font_size": 11}
COUNT = r"[>=1000000]#\.###\.##0;[>=1000]#\.##0;0"
RULED: dict[str, object] = {"valign": "top", "bottom": 1, "bottom_color": LIGHT.line}
STYLES: dict[str, dict[str, object]] = {
    "text": RULED | {"text_wrap": True, "align": "left", "indent": 1},
    "count": RULED | {"num_format": COUNT},
    "number": RULED | {"num_format": "0.0###"},
    "date": RULED | {"num_format": "dd/mm/yyyy", "align": "left", "indent": 1},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "border": 1,
        "bg_color": "#e6eaee",
    },
    "title": {"bold": True, "font_size": 14},
    "sample": {"bold": True, "font_color": "#8f330a"},
    "cell": {"border": 1, "num_format": COUNT},
    "total": {"border": 1, "num_format": COUNT, "bold": True, "bg_color": "#f3f5f7"},
    "unit": {"border": 1, "text_wrap": True},
    "ms": {"border": 1, "italic": True, "align": "center", "valign": "top", "font_size": 8, "text_wrap": True},
    "note": {},
    "window": {"valign": "top"},
    "link": {"font_color": "#0563c1", "underline": 1, "valign": "top"},
}
WIDEST = 60
LINE, BOLD = 15, 0.8
CAPITAL, DIGIT, SMALL, SPACE, INDENT = 1.4, 1.05, 0.95, 0.52, 1.3  # in widths of a digit
A4, MARGIN, FOOT = 9, 0.4, 0.6  # Excel's number of the paper; inches on three sides, and where the stamp stands
READABLE = {True: 165, False: 115}  # widths of digits side by side on A4 (landscape, upright) at nine points


class Book:
    """A workbook in memory whose text from data is always text: nothing that starts with = + - @ becomes a formula."""

    def __init__(self, mark: Stamp) -> None:
        self._bytes = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "nan_inf_to_errors": False,
            "default_format_properties": FONT,
        }
        self.book = xlsxwriter.Workbook(self._bytes, options)
        self.book.set_properties({"title": mark.title, "author": "", "comments": mark.footer})
        self.mark = mark
        self.styles: dict[str, Format] = {name: self.book.add_format(FONT | style) for name, style in STYLES.items()}
        self.left_empty = self.book.add_format({"border": 1, "bg_color": "#f3f5f7"})
        self.told: list[tuple[str, str]] = []
        self._contents = self.sheet(words.CONTENTS, landscape=False)

    def sheet(self, name: str, *, landscape: bool = True, holds: str = "", note: str = "") -> QuickSheet:
        """A new sheet for A4 with the stamp in its foot and its top rows: the first free row is `HEAD`.

        The contents name it, with what it `holds`; the `note` stands beside the window.
        """
        sheet: QuickSheet = self.book.add_worksheet(name[:31], QuickSheet)
        self.told.append((name[:31], holds))
        sheet.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=FOOT)
        sheet.set_footer("&L&8" + self.mark.footer.replace("&", "&&")[:200] + "&R&8&P/&N")
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if landscape:
            sheet.set_landscape()
        top = " · ".join(part for part in (self.mark.sample, self.mark.internal) if part)
        sheet.write_string(0, 0, top, self.styles["sample"])
        sheet.write_string(1, 0, f"{name} – {self.mark.period}, {self.mark.place}", self.styles["title"])
        sheet.write_string(2, 0, f"{self.mark.window} {note}".rstrip(), self.styles["window"])
        return sheet

    def put(self, sheet: QuickSheet, row: int, column: int, value: Cell, *, style: str = "") -> None:
        """One cell by the kind of its value; None stays empty."""
        if value is None or (not isinstance(value, str) and pd.isna(value)):
            sheet.write_blank(row, column, None, self.styles[style or "text"])
        elif isinstance(value, str):
            sheet.write_string(row, column, value, self.styles[style or "text"])
        elif isinstance(value, dt.date):
            sheet.write_datetime(row, column, dt.datetime.combine(value, dt.time()), self.styles[style or "date"])
        else:
            whole = float(value).is_integer()
            sheet.write_number(row, column, float(value), self.styles[style or ("count" if whole else "number")])

    def close(self) -> bytes:
        """The whole file, its first sheet the contents of the others."""
        for line, (name, holds) in enumerate(self.told[1:], start=HEAD):
            self._contents.write_url(line, 0, f"internal:'{name}'!A1", self.styles["link"], name)
            self._contents.write_string(line, 1, holds, self.styles["text"])
            self._contents.set_row(line, LINE * lines_in_cell(holds, width=CONTENTS_WIDTHS[1] - INDENT))
        for place, width in enumerate(CONTENTS_WIDTHS):
            self._contents.set_column(place, place, width)
        self.book.close()
        return self._bytes.getvalue()


HEAD = 4
CONTENTS_WIDTHS = (32, 78)
CHECK_WIDTHS = (10, 18, 12, 26, 60, 9, 9, 30)


def workbook(
    material: Material,
    sections: Sequence[Section],
    unsaid: Sequence[Topic],
    forms: Mapping[tuple[str, str], FilledForm],
    findings: Sequence[Finding],
    mark: Stamp,
    *,
    denunciation_units: bool = True,
) -> bytes:
    """The whole file: the agenda, its tables in the same order, those of topics that are on no agenda, the forms.

    Without `denunciation_units` forms that count denunciations have only their total row.
    """
    book = Book(mark)
    _summary(book, sections)
    sheets = [sheet for section in sections for sheet in section.sheets]
    sheets += [sheet for topic in unsaid for sheet in topic.sheets]
    for table in page_tables(material, sheets):
        _table(book, table)
    for filled in forms.values():
        write_form(book, filled, units=denunciation_units or not counts_denunciations(filled.form))
    _checks(book, findings, count=len(forms), forms=forms)
    return book.close()


def _summary(book: Book, sections: Sequence[Section]) -> None:
    sheet = book.sheet(words.SUMMARY, landscape=False, holds=words.HOLDS_SUMMARY)
    rows = [[section.title, said.text, said.note] for section in sections for said in section.sentences]
    rows += [[listed.TITLE, listed.line(each.text, each.who, each.by), ""] for each in concluding(sections)]
    _grid(book, sheet, [words.SECTION, words.SENTENCE, words.OFFICER], rows, widths=(20, 68, 22))
    for line, text in enumerate(book.mark.lines, start=HEAD + len(rows) + 2):
        sheet.write_string(line, 0, text, book.styles["note"])


def _table(book: Book, table: Table) -> None:
    sheet = book.sheet(table.title, holds=words.HOLDS_ROWS.format(count=vi.count(len(table.rows))), note=table.note)
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.headings)
    longest = [
        max([len(name), *(len(str(cell)) for cell in column if cell is not None)])
        for name, column in zip(table.headings, columns, strict=True)
    ]
    widths = fitted([min(WIDEST, max(8, n * 0.95 + 3)) for n in longest], most=READABLE[True])
    _grid(book, sheet, table.headings, table.rows, widths=widths)
    sheet.autofilter(HEAD, 0, HEAD + max(1, len(table.rows)), len(table.headings) - 1)


def _grid(
    book: Book, sheet: QuickSheet, headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, widths: Sequence[float]
) -> None:
    """Headings and rows, each row as high as its longest text needs: not every program finds that out by itself."""
    for place, (name, width) in enumerate(zip(headings, widths, strict=True)):
        book.put(sheet, HEAD, place, name, style="head")
        sheet.set_column(place, place, width)
    sheet.set_row(
        HEAD, LINE * max(lines_in_cell(name, width=width * BOLD) for name, width in zip(headings, widths, strict=True))
    )
    for line, row in enumerate(rows, start=HEAD + 1):
        for place, value in enumerate(row):
            book.put(sheet, line, place, value)
        lines = max(lines_in_cell(value, width=width - INDENT) for value, width in zip(row, widths, strict=True))
        if lines > 1:
            sheet.set_row(line, LINE * lines)
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.repeat_rows(HEAD)


def fitted(widths: Sequence[float], *, most: float) -> list[float]:
    """Columns that fit side by side: the widest give way first, down to one width for all that are too wide."""
    for limit in range(WIDEST, 7, -1):
        shown = [min(width, limit) for width in widths]
        if sum(shown) <= most:
            return shown
    return [min(width, 8) for width in widths]


def lines_in_cell(value: Cell, *, width: float) -> int:
    """How many lines a text takes in a column so many digits wide, broken between words as Excel breaks it."""
    return sum(_broken(line, width=width) for line in value.split("\n")) if isinstance(value, str) else 1


def _broken(line: str, *, width: float) -> int:
    lines, used = 1, 0.0
    for word in line.split():
        long = sum(CAPITAL if letter.isupper() else DIGIT if letter.isdigit() else SMALL for letter in word)
        if used and used + SPACE + long > width:
            lines, used = lines + 1, 0.0
        used += long + (SPACE if used else 0)
        if used > width:
            lines, used = lines + int(used // width), used % width
    return lines


def _checks(
    book: Book, findings: Sequence[Finding], *, count: int, forms: Mapping[tuple[str, str], FilledForm]
) -> None:
    sheet = book.sheet(words.CHECKS, holds=words.HOLDS_CHECKS)
    warnings = sum(finding.severity == "warning" for finding in findings)
    said = form_words.found(count=count, warnings=warnings, notes=len(findings) - warnings)
    sheet.write_string(3, 0, said, book.styles["sample"])
    names = next(iter(forms.values())).units["name"] if forms else pd.Series(dtype="object")
    rows = [
        [
            form_words.SEVERITIES[finding.severity],
            form_words.CHECKS[finding.check],
            finding.form,
            names.get(finding.unit, form_words.TOTAL),
            finding.text,
            finding.left,
            finding.right,
            ", ".join(finding.subjects),
        ]
        for finding in findings
    ]
    _grid(book, sheet, words.CHECK_HEADINGS, rows, widths=fitted(CHECK_WIDTHS, most=READABLE[True]))
