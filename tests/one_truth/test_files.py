"""A figure has one value in all files of one meeting: tables of the report, the slides and the workbook."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from pptx import Presentation

from dashboard.answers.answers import Answers
from dashboard.exports import pack
from dashboard.metrics import METRICS
from dashboard.words import canvas
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import on_screen, shown
from tests.dashboard.test_pages import opened

NUMBER = re.compile(r"^[+−-]?[\d.]+(,\d+)?(%| ngày| điểm phần trăm)?$")
LABELS = {metric.label for metric in METRICS.values()}
SHORT = {short: METRICS[name].label for name, short in canvas.CARD_LABELS.items()}
Rows = Iterator[tuple[str, list[str]]]


def docx_rows(made: bytes) -> Rows:
    for table in Document(io.BytesIO(made)).tables:
        for row in table.rows:
            cells = [cell.text.strip() for cell in row.cells]
            yield cells[0], cells[1:]


def pptx_rows(made: bytes) -> Rows:
    for slide in Presentation(io.BytesIO(made)).slides:
        for shape in slide.shapes:
            for row in shape.table.rows if shape.has_table else ():
                cells = [cell.text.strip() for cell in row.cells]
                yield cells[0], cells[1:]


def xlsx_rows(made: bytes) -> Rows:
    for sheet in openpyxl.load_workbook(io.BytesIO(made), data_only=True):
        for row in sheet.iter_rows():
            cells = [cell for cell in row if cell.value is not None]
            if cells:
                yield str(cells[0].value).strip(), [str(cell.value).strip() for cell in cells[1:]]


READERS = {"docx": docx_rows, "pptx": pptx_rows, "xlsx": xlsx_rows}


def told(code: str, folder: Path) -> dict[str, dict[str, set[str]]]:
    """Name of a figure → file → the numbers beside it."""
    ref = current(folder)
    answers, period = Answers(open_snapshot(ref.path), Scope.everything()), parse(code)
    at = dt.datetime.combine(ref.as_of, dt.time())
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, read in READERS.items():
        made = pack.build(answers, period, order=pack.Order(form), author="x", exported_at=at)
        for label, cells in read(made):
            if label in LABELS and cells and NUMBER.match(cells[0]):
                values[label][form].add(cells[0])
    return values


def differing(values: dict[str, dict[str, set[str]]]) -> dict[str, dict[str, set[str]]]:
    return {label: dict(files) for label, files in values.items() if len(set().union(*files.values())) > 1}


def test_two_numbers_of_one_figure_are_found():
    values = {"Quá hạn": {"docx": {"229"}, "pptx": {"222"}}, "Lượt tiếp": {"docx": {"40"}, "xlsx": {"40"}}}
    assert set(differing(values)) == {"Quá hạn"}


@pytest.mark.parametrize("code", ["2026-Q3", "2026-Q4"])
def test_files_and_cards_tell_one_number(code, monkeypatch):
    """A whole quarter and one that runs."""
    folder = shown.tiny()
    monkeypatch.setenv("SNAPSHOT_DIR", str(folder))
    values = told(code, folder)
    shared = [label for label, files in values.items() if set(files) == set(READERS)]
    assert len(shared) >= 8, "the indicator table stands in every file"
    assert differing(values) == {}
    cards = 0
    for page in ("overview", "backlog", "reception"):
        for card in on_screen.cards(opened(page, ky=code)):
            label = SHORT.get(card.label, card.label)
            if label in values and NUMBER.match(card.value):
                cards += 1
                number = card.value.removesuffix(" ngày")  # the workbook has a column for units
                assert set().union(*values[label].values()) == {number}, (page, label)
    assert cards >= 6
