"""One post's card as a document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pandas as pd
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from dashboard.exports.mark import Mark
from dashboard.exports.word import letterhead
from dashboard.facts.ledger import Card
from dashboard.words import headings, ledger, tables, unit
from dashboard.words import numbers as vi


def document(made: Card, *, said: str, rules: Sequence[str], mark: Mark) -> bytes:
    """One post's card: its state in the period, its months by year, its holders, its sessions, its rules."""
    paper = letterhead.blank(mark.at)
    letterhead.set_up(paper)
    paper.styles["Normal"].font.size = Pt(13)
    letterhead.say(paper, made.title, bold=True)
    paper.add_paragraph(said)
    _part(paper, ledger.CARD_MONTHS)
    _months(paper, made.months)
    paper.add_paragraph(unit.marks()).runs[0].font.size = Pt(10)
    _part(paper, ledger.CARD_HOLDERS)
    if made.holders.empty:
        paper.add_paragraph(ledger.CARD_NO_HOLDERS)
    else:
        _table(paper, made.holders, ["holder_name", "from_date", "to_date", "in_person", "delegated", "missed"])
    _part(paper, ledger.CARD_SESSIONS)
    if made.sessions.empty:
        paper.add_paragraph(ledger.CARD_NO_SESSIONS)
    else:
        _table(paper, made.sessions, ["session_kind", "scheduled_on", "held_on", "outcome", "visits", "people"])
    _part(paper, ledger.CARD_RULES)
    for line in rules:
        paper.add_paragraph(line, style="List Bullet")
    for line in mark.lines:
        paper.add_paragraph(line).runs[0].font.size = Pt(10)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _part(document: Any, title: str) -> None:
    said = letterhead.say(document, title, bold=True, size=13, align=letterhead.LEFT)
    said.paragraph_format.space_before, said.paragraph_format.keep_with_next = Pt(8), True


def _months(document: Any, months: pd.DataFrame) -> None:
    """A row a year, a column a month."""
    by_year = dict(list(months.groupby(months["month_on"].dt.year)))
    table = document.add_table(rows=1 + len(by_year), cols=13, style="Table Grid")
    for month in range(1, 13):
        _put(table.cell(0, month), f"T{month}", bold=True, align=letterhead.CENTER)
    for row, (year, group) in enumerate(sorted(by_year.items(), reverse=True), start=1):
        _put(table.cell(row, 0), str(year))
        for cell in group.itertuples():
            said = ledger.STRIP_MARKS[cell.state].format(in_person=cell.in_person, required=cell.required)
            _put(table.cell(row, cell.month_on.month), said, align=letterhead.CENTER)
    letterhead.keep_together(table)


def _table(document: Any, rows: pd.DataFrame, columns: list[str]) -> None:
    shown = tables.in_words(rows, columns)
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    for column, name in enumerate(columns):
        _put(table.cell(0, column), headings.heading(name, headings.asked(rows)), bold=True)
    for row in shown.itertuples(index=False):
        cells = table.add_row().cells
        for column, cell in enumerate(row):
            _put(cells[column], _text(cell), align=letterhead.LEFT if _is_text(cell) else letterhead.RIGHT)
    letterhead.keep_rows(table)


def _put(cell: Any, text: str, *, bold: bool = False, align: WD_ALIGN_PARAGRAPH = letterhead.LEFT) -> None:
    letterhead.say(cell, text, bold=bold, size=11, align=align)


def _is_text(cell: object) -> bool:
    """Days and words; numbers stand to the right."""
    return isinstance(cell, str | pd.Timestamp)


def _text(cell: object) -> str:
    if vi.is_missing(cell):
        return ""
    return vi.date(cell.date()) if isinstance(cell, pd.Timestamp) else str(cell)
