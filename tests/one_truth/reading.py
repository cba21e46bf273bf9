"""What stands on a page and in a file: its texts, its cards, the cells of its tables, each as a claim."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx import Document
from lxml import html as markup
from pptx import Presentation
from streamlit.testing.v1 import AppTest

from dashboard.metrics import METRICS
from dashboard.words import canvas, headings
from tests import on_screen
from tests.one_truth import office
from tests.one_truth.claims import DAY, Claim, Days, claims, days

CELL = re.compile(r"[+−]?\d[\d.]*(?:,\d+)?(?:%| ngày| điểm phần trăm)?|\d+/\d+|—|…")
WINDOW = re.compile(rf'class="window">({DAY}) – ({DAY})')
TAGS = re.compile(r"<[^>]+>")
UNREAD = re.compile(r'<style.*?</style>|<p class="card-step.*?</p>', re.DOTALL)
"""A change on a card is written in the room of a card: 2,3 điểm %."""
ENDS = re.compile(r"</(?:p|li|td|th|caption|h\d|button|text)>")
CARDS = {label: name for name, label in canvas.CARD_LABELS.items()} | {m.label: name for name, m in METRICS.items()}
INSTANCE = headings.heading("instance")
STEP = re.compile(r"ở bước.*|bước nào.*|như ghi nhận lúc.*")
UNTIL = re.compile(rf"^[^,]* đến hết ngày ({DAY}),")
"""A table of one day says so in its name."""
FORM = re.compile(r"20\d\d \d\d-")
CHOSEN = ("Kỳ này", "Kỳ so sánh", "Kỳ trước", "Cùng kỳ", "Tăng, giảm")
"""Headings under which a table shows the figure that was chosen beside it."""
TITLED, SCOPED = 'class="figure-title"', re.compile(r'class="figure-scope">([^<]*)<')
QUARTER = re.compile(r"[Qq]uý ([IV]+/\d{4})")
DATED, TIMELESS = headings.heading("happened_on"), headings.heading("rows_read")
"""Of events each has a day of its own; what was read has none."""
PERIODS = re.compile(r"(?:\d\d/)?\d\d?/\d{4}|[IV]+/\d{2,4}|[Qq]uý|[Tt]háng|[Nn]ăm \d|\d{4}")


class Told(NamedTuple):
    """All that one place tells: claims of its texts and cards; cells by (where, heading, row).

    `false_scopes`: lines below a title that name one quarter, where what stands there is of others or of none.
    """

    claims: list[Claim]
    texts: list[str]
    false_scopes: list[str]


def of_page(app: AppTest, *, where: str, title: str) -> Told:
    """`title`: what the page shows of what it can, for tables of a chosen figure."""
    bodies = list(_bodies(app))
    usual = _usual("".join(bodies))
    texts = [text for body in bodies for text in _texts(body)] + list(_labels(app)) + _deck(app)
    found = [claim for text in texts for claim in claims(text, where=where, usual=usual)]
    found += _cards(app, where=where, usual=usual)
    for body in bodies:
        found += _cells_of(body, where=where, title=title, usual=usual)
    return Told(found, texts, false_scopes(bodies))


def false_scopes(bodies: Sequence[str]) -> list[str]:
    """Scope lines that name a quarter above rows of other quarters, of events of any day, or of the load log."""
    found, scope = [], ""
    for body in bodies:
        if TITLED in body:
            scope = " ".join(SCOPED.findall(body))
        for table in markup.fromstring(f"<div>{body}</div>").iter("table") if QUARTER.search(scope) else ():
            heads = {cell.text_content() for cell in table.iter("th")}
            quarters = {quarter for cell in table.iter("td") for quarter in QUARTER.findall(cell.text_content())}
            if quarters - set(QUARTER.findall(scope)) or heads & {DATED, TIMELESS}:
                found.append(scope)
    return found


def _bodies(app: AppTest) -> Iterator[str]:
    for element in app.get("html"):
        yield UNREAD.sub("", element.proto.body)
    for element in app.get("bidi_component"):
        data = json.loads(element.proto.json or "{}")
        if isinstance(data, dict) and "html" in data:
            yield data["html"]


def _deck(app: AppTest) -> list[str]:
    """The texts of the screens of a meeting."""
    found: list[str] = []
    for element in app.get("bidi_component"):
        data = json.loads(element.proto.json or "{}")
        for screen in data.get("screens", ()) if isinstance(data, dict) else ():
            found += [screen["sentence"], *screen["said"], *screen["matters"]]
            found += [text for figure in screen["figures"] for text in _texts(figure)]
    return found


def _usual(body: str) -> Days:
    found = WINDOW.search(body)
    return Days(f"từ ngày {found[1]} đến ngày {found[2]}", found[2]) if found else Days()


def _texts(body: str) -> Iterator[str]:
    for part in ENDS.split(body):
        text = re.sub(r"\s+", " ", TAGS.sub(" ", part)).strip()
        if text:
            yield text


def _labels(app: AppTest) -> Iterator[str]:
    """What stands on buttons and links, where titles of lists may stand too."""
    yield from (str(button.label) for button in app.button)
    yield from (str(text.value) for text in app.markdown)


def _cards(app: AppTest, *, where: str, usual: Days) -> Iterator[Claim]:
    for card in on_screen.cards(app):
        name = CARDS.get(card.label, card.label)
        span = METRICS[name].span if name in METRICS else "flow"
        window = {"flow": usual.flow, "stock": usual.stock, "duty": "duty"}[span]
        yield Claim(f"card {name}", "", "", window, card.value, "", where)


def _cells_of(body: str, *, where: str, title: str, usual: Days) -> Iterator[Claim]:
    if "<table" not in body:
        return
    for table in markup.fromstring(f"<div>{body}</div>").iter("table"):
        caption = table.find("caption")
        named = "" if caption is None else caption.text_content()
        heads = [cell.text_content() for cell in table.iter("th")]
        rows = [[cell.text_content() for cell in row.iter("td")] for row in table.iter("tr")]
        until = UNTIL.search(named)
        window = until[1] if until else days("", named, usual)
        yield from cells(heads, [row for row in rows if len(row) == len(heads)], where=where, of=window,
                         title=f"{named} {title}")  # fmt: skip


def cells(heads: Sequence[str], rows: Sequence[Sequence[str]], *, where: str, of: str, title: str) -> Iterator[Claim]:
    """Each number of a table by its heading and its row, told apart by what else the row says in words or periods."""
    for row in rows:
        identifying = [cell for head, cell in zip(heads, row, strict=True) if cell and _identifies(head, cell)]
        first = f"{heads[0]} {row[0]}" if CELL.fullmatch(row[0]) else row[0]
        key = " · ".join(dict.fromkeys([first, *identifying, *STEP.findall(title)]))
        for head, cell in list(zip(heads, row, strict=True))[1:]:
            if CELL.fullmatch(cell) and not PERIODS.fullmatch(cell):
                name = f"{head} ({title})" if head.startswith(CHOSEN) else head
                yield Claim(f"{name}: {key}", "", "", of, cell, "", where)


def _identifies(head: str, cell: str) -> bool:
    """Words, periods, and numbers that are names of what they count."""
    return head == INSTANCE or not CELL.fullmatch(cell) or bool(PERIODS.fullmatch(cell))


def docx_tables(made: bytes) -> list[list[list[str]]]:
    tables = Document(io.BytesIO(made)).tables
    return [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in tables]


def pptx_tables(made: bytes) -> list[list[list[str]]]:
    shapes = [shape for slide in Presentation(io.BytesIO(made)).slides for shape in slide.shapes]
    tables: list[Any] = [shape.table for shape in shapes if shape.has_table]
    return [[[cell.text.strip() for cell in row.cells] for row in table.rows] for table in tables]


def docx(made: bytes, *, where: str, usual: Days) -> Told:
    return _file(office.word_texts(made), [*docx_tables(made), *office.charts(made)], where=where, usual=usual)


def pptx(made: bytes, *, where: str, usual: Days) -> Told:
    return _file(office.slide_texts(made), [*pptx_tables(made), *office.charts(made)], where=where, usual=usual)


def xlsx(made: bytes, *, where: str, usual: Days) -> Told:
    """Its sentences, and the tables of its sheets; the forms have columns of their own and are checked as forms."""
    sheets = office.sheets(made)
    texts = [text for rows in sheets.values() for row in rows for text in row if " " in text]
    tables = [_table(rows) for name, rows in sheets.items() if not FORM.match(name)]
    return _file(texts, [table for table in tables if table], where=where, usual=usual)


def _table(rows: list[list[str]]) -> list[list[str]]:
    """The rows under the headings, which stand below the first empty row of a sheet."""
    start = next((place for place, row in enumerate(rows) if not any(row)), len(rows))
    table = rows[start + 1 :]
    wide = max((place + 1 for row in table[:1] for place, text in enumerate(row) if text), default=0)
    return [row[:wide] for row in table if row[0]]


def _file(texts: list[str], tables: list[list[list[str]]], *, where: str, usual: Days) -> Told:
    found = [claim for text in texts for claim in claims(text, where=where, usual=usual)]
    for table in tables:
        if table:
            found += cells(table[0], table[1:], where=where, of=usual.flow, title="")
            found += [claim for row in table for text in row for claim in claims(text, where=where, usual=usual)]
    return Told(found, texts, [])


READERS = {"docx": docx, "pptx": pptx, "xlsx": xlsx}
