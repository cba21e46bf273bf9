"""One official form on one sheet: number, title, window, grouped heading, MS row with its formulas, units, total."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.exports.excel.quick_sheet import QuickSheet
from dashboard.forms import Column, FilledForm
from dashboard.forms.fill import TOTAL
from dashboard.words import files as words
from dashboard.words import forms as form_words
from dashboard.words import numbers as vi

if TYPE_CHECKING:
    from dashboard.exports.excel.workbook import Book

TOP = 6
UNIT, COUNT, NOTE = 30, 7, 22  # widths of the columns
READABLE, SCALE = 165, 82  # of them side by side on A4 at nine points, which is that part of eleven
ROOM, LAST = (READABLE - UNIT) // COUNT, (READABLE - UNIT - NOTE) // COUNT  # columns of a page, of the last one


def write_form(book: Book, filled: FilledForm, *, units: bool = True) -> None:
    """Add the sheet. Without `units` only the total row is written."""
    form = filled.form
    sheet = book.sheet(sheet_name(filled), holds=f"{form.title} {words.FORM_BASIS.format(legal=form.legal)}")
    sheet.write_string(3, 0, words.FORM_NUMBER.format(form=form.form), book.styles["sample"])
    sheet.write_string(4, 0, f"{form.title} {words.FORM_BASIS.format(legal=form.legal)}", book.styles["title"])
    depth = max(len(column.group) for column in form.columns)
    first = _heading(book, sheet, filled, depth=depth)
    shown = [unit for unit in filled.values.index if unit == TOTAL or (units and any(filled.rows[unit]))]
    left_out = len(filled.values.index) - len(shown) if units else 0
    for line, unit in enumerate(shown, start=first):
        _row(book, sheet, line, filled, unit)
    for line, text in enumerate(_notes(filled, units=units, left_out=left_out), start=first + len(shown) + 1):
        sheet.write_string(line, 0, text, book.styles["note"])
    last = first + len(shown) - 1
    sheet.conditional_format(first, 1, last, len(form.columns), {"type": "blanks", "format": book.left_empty})
    sheet.set_column(0, 0, UNIT)
    sheet.set_column(1, len(form.columns), COUNT)
    sheet.set_column(len(form.columns) + 1, len(form.columns) + 1, NOTE)
    sheet.set_print_scale(SCALE)
    sheet.set_v_pagebreaks(pages(form.columns))
    sheet.repeat_columns(0)
    sheet.freeze_panes(first, 1)
    sheet.repeat_rows(TOP, first - 1)


def pages(columns: Sequence[Column]) -> list[int]:
    """The places of the columns that begin a further page, which has the units' names again: where a group begins.

    No more pages than the columns need.
    """
    begins, first = [], 1
    while (left := len(columns) - first + 1) > LAST:
        further = -(-(left - LAST) // ROOM)
        least = first + left - LAST - ROOM * (further - 1)
        first = _edge(columns, least, min(first + ROOM, len(columns)))
        begins.append(first)
    return begins


def _edge(columns: Sequence[Column], least: int, last: int) -> int:
    """The last place between these at which the widest group changes; else a narrower one; else the last."""
    for level in (1, 2, 3):
        edges = [place for place in range(least, last + 1)
                 if columns[place - 1].group[:level] != columns[place - 2].group[:level]]  # fmt: skip
        if edges:
            return edges[-1]
    return last


def sheet_name(filled: FilledForm) -> str:
    """2024 01-TCD: the name of a sheet may not hold a slash."""
    return f"{filled.form.circular} {filled.form.form.replace('/', '-')}"


def _heading(book: Book, sheet: QuickSheet, filled: FilledForm, *, depth: int) -> int:
    """Groups, on each page anew, above labels above MS; gives the first row below."""
    columns, head = filled.form.columns, book.styles["head"]
    bottom, begins = TOP + depth, pages(columns)
    for level in range(depth):
        start = 1
        placed = ((bisect(begins, place), column.group[: level + 1]) for place, column in enumerate(columns, start=1))
        for (_, path), members in groupby(placed):
            width = len(list(members))
            if len(path) > level:
                _merge(sheet, TOP + level, start, TOP + level, start + width - 1, path[level], head)
            start += width
    for place, column in enumerate(columns, start=1):
        _merge(sheet, TOP + len(column.group), place, bottom, place, column.label, head)
        sheet.write_string(bottom + 1, place, ms_text(column), book.styles["ms"])
    for place, name in ((0, form_words.UNIT), (len(columns) + 1, form_words.NOTE)):
        _merge(sheet, TOP, place, bottom, place, name, head)
    sheet.write_string(bottom + 1, 0, form_words.MS, book.styles["ms"])
    sheet.write_blank(bottom + 1, len(columns) + 1, None, book.styles["ms"])
    for row, height in ((TOP, 32), (bottom, 78), (bottom + 1, 34)):
        sheet.set_row(row, height)
    return bottom + 2


def _merge(sheet: QuickSheet, top: int, left: int, bottom: int, right: int, text: str, style: object) -> None:
    if (top, left) == (bottom, right):
        sheet.write_string(top, left, text, style)
    else:
        sheet.merge_range(top, left, bottom, right, text, style)


def ms_text(column: Column) -> str:
    """9 = 11+12+13 = 18+22"""
    return f"{column.ms} = {column.formula.replace('~', '=')}" if column.formula else f"{column.ms}"


def _row(book: Book, sheet: QuickSheet, line: int, filled: FilledForm, unit: str) -> None:
    style = book.styles["total" if unit == TOTAL else "cell"]
    sheet.write_string(line, 0, filled.name(unit), book.styles["total" if unit == TOTAL else "unit"])
    counts = filled.rows[unit]
    sheet.write_counts(line, 1, counts, style)
    for place in [place for place, count in enumerate(counts, start=1) if count is None and unit == TOTAL]:
        sheet.write_blank(line, place, None, style)
    sheet.write_string(line, len(filled.form.columns) + 1, filled.note(unit), book.styles["unit"])


def _notes(filled: FilledForm, *, units: bool, left_out: int) -> list[str]:
    notes = [form_words.PROVISIONAL] if filled.form.provisional else []
    empty = sorted((column for column in filled.form.columns if column.missing), key=lambda column: column.missing)
    for why, columns in groupby(empty, key=lambda column: column.missing):
        listed = ", ".join(str(column.ms) for column in columns)
        notes.append(form_words.MISSING.format(columns=listed, why=f"{why[:1].lower()}{why[1:]}"))
    notes += [words.WITHOUT_DATA.format(count=vi.prose_count(left_out))] if left_out else []
    return notes if units else [*notes, words.NO_UNITS]
