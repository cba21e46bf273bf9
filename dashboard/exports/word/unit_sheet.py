"""'Phiếu thông tin': what to know of one area, body or head before a visit, on one A4 page, never below 11 points."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Sequence
from textwrap import shorten

import pandas as pd
from docx.document import Document as Paper
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from dashboard.briefing.area import unfinished
from dashboard.briefing.unit import Measured, Unit
from dashboard.exports.mark import Mark
from dashboard.exports.word import letterhead
from dashboard.facts.peers import Spread
from dashboard.words import numbers as vi
from dashboard.words import phrases, share
from dashboard.words import unit as words

SIZE, TITLE = 11, 13
MARGINS = (1.2, 1.0, 2.0, 1.5)
WIDTH = 17.5
LINES, BY_HAND = 60, 1.75
"""Lines of 11 points that a page holds, and how many of them one takes on which somebody writes by hand."""
CUT = {"agency": 34, "summary": 70, "head": 84}
MOST_HEADS, MOST_MATTERS, MOST_DIRECTIVES, LEAST_LINES, MOST_LINES = 2, 10, 3, 3, 14
FIGURE_WIDTHS, MATTER_WIDTHS = (8.0, 3.5, 2.5, 3.5), (3.8, 2.2, 4.2, 7.3)
LETTERS = 95
"""Letters in a line as wide as the page."""
HEAD_WIDTH, HEAD_LETTERS = 5.5, 28
"""The column of a post, and the letters in one of its lines."""


def document(unit: Unit, *, mark: Mark) -> bytes:
    """The sheet of one unit: the answers and the words of its page."""
    paper = _paper(mark.at)
    used = _head(paper, unit)
    used += _figures(paper, unit.measured())
    used += _heads(paper, unit)
    used += _matters(paper, unit.waiting())
    used += _directives(paper, unfinished(unit.directives()))
    left = int((LINES - used - lines_of(mark.line)) / BY_HAND)
    _say(paper, words.SHEET_PARTS["ask"], bold=True)
    letterhead.to_write(paper, lines=min(max(left, LEAST_LINES), MOST_LINES))
    _say(paper, mark.line, italic=True)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def pack(units: Iterable[tuple[str, Unit]], *, mark: Mark) -> bytes:
    """The sheets of many units in one ZIP, each under the name given with it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, unit in units:
            folder.writestr(name, document(unit, mark=mark))
    return out.getvalue()


def _paper(at: dt.datetime) -> Paper:
    paper = letterhead.blank(at)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Cm, MARGINS)
    section.header_distance = section.footer_distance = Cm(0.5)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = letterhead.FONT, Pt(SIZE)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), letterhead.FONT)
    form = style.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    return paper


def _head(paper: Paper, unit: Unit) -> int:
    """Title, name, what it is, and the sentence of its state; how many lines that takes."""
    _say(paper, words.SHEETS.get(unit.among, words.SHEET), bold=True, size=TITLE, centred=True)
    _say(paper, vi.sentence_case(unit.sheet_of[1]), bold=True, size=TITLE, centred=True)
    used = 3 + _say(paper, unit.about(), centred=True)
    return used + _say(paper, unit.headline()) + _say(paper, words.concluded(unit.directives()["fate"]))


def _figures(paper: Paper, measured: Sequence[Measured]) -> int:
    """A row a figure: the unit; where it has peers, the one in their middle, and between which half of them lie."""
    if not measured:
        return _say(paper, words.NO_FIGURES)
    wide = len(FIGURE_WIDTHS) if any(one.peers for one in measured) else 2
    rows = [[words.FIGURES[one.name], _part(one.part, one.base), *_spread(one.peers)][:wide] for one in measured]
    return _table(paper, words.SHEET_FIGURES[:wide], rows, FIGURE_WIDTHS[:wide], numbers=range(1, wide))


def _part(part: object, base: object) -> str:
    if vi.is_missing(part) or vi.is_missing(base):
        return vi.MISSING
    return share.last(int(part), int(base)) if base else vi.MISSING  # type: ignore[call-overload]


def _spread(peers: Spread | None) -> list[str]:
    if peers is None:
        return [vi.MISSING, vi.MISSING]
    lower, middle, upper = (vi.percent(each, digits=0) for each in (peers.lower, peers.middle, peers.upper))
    return [middle, f"{lower} – {upper}"]


def _heads(paper: Paper, unit: Unit) -> int:
    """A row a post, a column a month."""
    posts, months = unit.received()
    shown = posts.head(MOST_HEADS)
    months = months[months["post_code"].isin(shown["post_code"])]
    lines = _say(paper, words.sheet_heads(months), bold=True)
    if months.empty:
        return lines + _say(paper, words.NO_HEADS)
    head, rows = words.strips(shown, months)
    rows = [[shorten(title, CUT["head"], placeholder=" …"), *marks] for title, *marks in rows]
    widths = (HEAD_WIDTH, *[(WIDTH - HEAD_WIDTH) / (len(head) - 1)] * (len(head) - 1))
    further = sum(len(title) // HEAD_LETTERS for title, *_ in rows)
    return lines + further + _table(paper, head, rows, widths, numbers=range(1, len(head)))


def _matters(paper: Paper, rows: pd.DataFrame) -> int:
    """The longest waiting; below the province no denunciation is among them."""
    lines = _say(paper, words.SHEET_PARTS["matters"], bold=True)
    if rows.empty:
        return lines + _say(paper, words.NONE_WAITING)
    cells = [
        [
            str(row["dossier_id"]),
            words.DAYS.format(count=vi.count(row["age_days"])),
            str(row["limit_said"]),
            shorten(str(row["agency_name"]), CUT["agency"], placeholder=" …"),
        ]
        for row in rows.head(MOST_MATTERS).to_dict("records")
    ]
    return lines + _table(paper, words.SHEET_MATTERS, cells, MATTER_WIDTHS, numbers=range(1, 2))


def _directives(paper: Paper, left: pd.DataFrame) -> int:
    lines = _say(paper, words.SHEET_PARTS["concluded"], bold=True)
    if left.empty:
        return lines + _say(paper, words.ALL_DONE)
    for row in left.head(MOST_DIRECTIVES).to_dict("records"):
        told = words.ASKED_OF.format(
            number=row["number"],
            due=phrases.due(row["due_on"], said=words.UNTIL),
            summary=shorten(str(row["summary"]), CUT["summary"], placeholder=" …"),
            agency=shorten(str(row["agency_name"]), CUT["agency"], placeholder=" …"),
        )
        lines += _say(paper, told)
    return lines


def _table(
    paper: Paper, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], *, numbers: range
) -> int:
    """`numbers`: the columns whose numbers stand to the right."""
    table = paper.add_table(rows=0, cols=len(head), style="Table Grid")
    for row, bold in [(head, True), *((row, False) for row in rows)]:
        for place, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            align = letterhead.RIGHT if place in numbers else letterhead.LEFT
            letterhead.say(cell, text, size=SIZE, bold=bold, align=align)
    letterhead.set_widths(table, *widths)
    return len(rows) + 2


def _say(
    paper: Paper, text: str, *, bold: bool = False, italic: bool = False, size: int = SIZE, centred: bool = False
) -> int:
    align = letterhead.CENTER if centred else letterhead.LEFT
    letterhead.say(paper, text, bold=bold, italic=italic, size=size, align=align)
    return lines_of(text)


def lines_of(text: str) -> int:
    return 1 + len(text) // LETTERS
