"""The ledger as a workbook."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import xlsxwriter

from dashboard.drawing.theme import LIGHT
from dashboard.exports.mark import Mark
from dashboard.words import headings, ledger, shell, tables
from dashboard.words import numbers as vi

FONT = "Times New Roman"
POSTS = [
    *("title", "holder_name", "holder_since", "agency_name", "district_name", "duty_code", "band", "compliance"),
    *("required", "credited", "in_person", "delegated", "missed", "moved", "half_days", "ad_hoc", "months_unreported"),
    *("months_vacant", "created_on", "ended_on", "why"),
]
STATE_FILLS = {
    "kept": "#c4e0d6",
    "short": "#ecd9ad",
    "delegated": "#cfc4e4",
    "missed": "#eab49a",
    "unreported": "#ffffff",
    "vacant": "#e6eaee",
    "none": "#ffffff",
}
WIDTHS = {"title": 38, "holder_name": 24, "agency_name": 30, "why": 60}


def workbook(posts: pd.DataFrame, months: pd.DataFrame, *, mark: Mark) -> bytes:
    """Three sheets: a row a post with a cell a month; every post with its band and reasons; how it is counted.

    Args:
        posts: rows of `ledger_by_post` with band and why; months: rows of `ledger_strip` of these posts.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        looks = _looks(book)
        _strip_sheet(book, posts, months, mark=mark, looks=looks)
        _posts_sheet(book, posts, mark=mark, looks=looks)
        _about_sheet(book, mark=mark, looks=looks)
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": FONT, "font_size": 11, "valign": "vcenter"}
    cell = base | {"border": 1, "border_color": LIGHT.line}
    looks = {
        state: book.add_format(cell | {"align": "center", "bg_color": fill}) for state, fill in STATE_FILLS.items()
    }
    return looks | {
        "title": book.add_format(base | {"bold": True, "font_size": 14}),
        "plain": book.add_format(base),
        "wrap": book.add_format(base | {"text_wrap": True}),
        "head": book.add_format(cell | {"bold": True, "align": "center", "text_wrap": True, "bg_color": LIGHT.panel}),
        "text": book.add_format(cell | {"text_wrap": True}),
        "count": book.add_format(cell | {"num_format": "#,##0"}),
        "share": book.add_format(cell | {"num_format": "0.0%"}),
        "date": book.add_format(cell | {"num_format": "dd/mm/yyyy", "align": "center"}),
    }


def _top(sheet: Any, mark: Mark, looks: dict[str, Any]) -> int:
    """Title and stamp; gives the row after them."""
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, f"{shell.PAGES['ledger']} – {mark.scope}", looks["title"])
    for number, line in enumerate(mark.lines, start=1):
        sheet.write_string(number, 0, line, looks["plain"])
    return len(mark.lines) + 2


def _strip_sheet(book: Any, posts: pd.DataFrame, months: pd.DataFrame, *, mark: Mark, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(ledger.SHEETS["strip"])
    top = _top(sheet, mark, looks)
    columns = sorted(months["month_on"].unique())
    place = {month: number for number, month in enumerate(columns, start=2)}
    rows = {code: number for number, code in enumerate(posts["post_code"], start=top + 1)}
    for number, name in enumerate(["title", "holder_name"]):
        sheet.write_string(top, number, headings.heading(name), looks["head"])
    for month, column in place.items():
        sheet.write_string(top, column, f"{month:%m/%Y}", looks["head"])
    for row in posts.itertuples():
        sheet.write_string(rows[row.post_code], 0, row.title, looks["text"])
        sheet.write_string(rows[row.post_code], 1, _text(row.holder_name), looks["text"])
    for cell in months.itertuples():
        if cell.post_code in rows:
            said = ledger.STRIP_MARKS[cell.state].format(in_person=cell.in_person, required=cell.required)
            sheet.write_string(rows[cell.post_code], place[cell.month_on], said, looks[cell.state])
    sheet.set_column(0, 0, WIDTHS["title"])
    sheet.set_column(1, 1, WIDTHS["holder_name"])
    sheet.set_column(2, len(columns) + 1, 8.5)
    sheet.freeze_panes(top + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _posts_sheet(book: Any, posts: pd.DataFrame, *, mark: Mark, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(ledger.SHEETS["posts"])
    top = _top(sheet, mark, looks)
    shown = tables.in_words(posts, POSTS)
    for column, name in enumerate(shown.columns):
        sheet.write_string(top, column, headings.heading(str(name), headings.asked(posts)), looks["head"])
        sheet.set_column(column, column, WIDTHS.get(str(name), 13))
        for row, cell in enumerate(shown[name], start=top + 1):
            _write(sheet, row, column, cell, share=name == "compliance", looks=looks)
    sheet.autofilter(top, 0, top + max(len(shown), 1), len(shown.columns) - 1)
    sheet.freeze_panes(top + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _about_sheet(book: Any, *, mark: Mark, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(ledger.SHEETS["about"])
    row = _top(sheet, mark, looks)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 110)
    for state, said in ledger.STRIP_STATES.items():
        sheet.write_string(row, 0, ledger.STRIP_MARKS[state].format(in_person=1, required=2), looks[state])
        sheet.write_string(row, 1, vi.sentence_case(said), looks["wrap"])
        row += 1
    for text in (ledger.STRIP_LEGEND_DAYS, ledger.DELEGATION_LAW):
        sheet.write_string(row + 1, 1, text, looks["wrap"])
        row += 1


def _write(sheet: Any, row: int, column: int, cell: object, *, share: bool, looks: dict[str, Any]) -> None:
    if vi.is_missing(cell):
        sheet.write_blank(row, column, None, looks["text"])
    elif isinstance(cell, pd.Timestamp):
        sheet.write_datetime(row, column, cell.to_pydatetime(), looks["date"])
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, looks["text"])
    else:
        sheet.write_number(row, column, float(cell), looks["share" if share else "count"])  # type: ignore[arg-type]


def _text(cell: object) -> str:
    if vi.is_missing(cell):
        return ""
    return vi.date(cell.date()) if isinstance(cell, pd.Timestamp) else str(cell)
