"""Markup, scripts and formulas in every text of the case database: read as text on every page and in every file."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import plotly.graph_objects as go
import pytest
from lxml.html import fragment_fromstring

from dashboard.answers.answers import Answers
from dashboard.drawing import light
from dashboard.exports import pack
from dashboard.screen import page, tables
from dashboard.screen.navigation import ENTRIES
from data_loaders.contract.tables import TABLES
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import addresses, on_screen, shown, tiny_province
from tests.browser.conftest import _only_the_app, _visits, served
from tests.browser.payloads import PAYLOADS
from tests.dashboard.test_pages import opened

FIXED = {("unit_groups", "group_set"), ("units", "zone")}
"""Words that are looked for, never shown."""
FORMULAS = PAYLOADS[:4]
MARKUP = re.compile(r"<[a-z/!][^>]*(hacked|stranger|script)", re.IGNORECASE)
FORMULA = re.compile(r"[=@+]|-(?!\d+([.,]\d+)*$)")
POLICY = re.compile(r'header @(pages|frames) >Content-Security-Policy "([^"]+)"')
BROKEN = "window.broken = []; addEventListener('securitypolicyviolation', e => window.broken.push(e.violatedDirective))"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]


def texts() -> list[tuple[str, str]]:
    columns = [(table.name, column.name) for table in TABLES for column in table.columns if column.kind == "text"]
    return [column for column in columns if column not in FIXED]


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny province with two others of the texts in every row of every column of text."""
    folder = tmp_path_factory.mktemp("hostile")
    case = tiny_province.build(folder / "case.sqlite")
    written = 0
    with closing(sqlite3.connect(case)) as db, db:
        for table, column in texts():
            for (row,) in db.execute(f"select rowid from {table} where {column} is not null").fetchall():
                text = f"{PAYLOADS[written % len(PAYLOADS)]} {PAYLOADS[-1 - written % len(PAYLOADS)]}"
                db.execute(f"update {table} set {column} = ? || ' ' || {column} where rowid = ?", [text, row])
                written += 1
    assert 2 * written >= len(PAYLOADS)
    refresh(
        Settings(
            case_database_url=f"sqlite:///{case}",
            case_as_of=dt.date.fromisoformat(tiny_province.AS_OF),
            snapshot_dir=folder / "snapshots",
            geography_dir=folder / "geography",
        ),
        progress=lambda _: None,
    )
    return folder / "snapshots"


@pytest.fixture(scope="module")
def app(snapshots: Path):
    yield from served(snapshots, snapshots / "log.txt")


@pytest.fixture
def visit(chromium, app):
    yield from _visits(chromium, app)


def guarded(tab) -> None:
    """The page and its frames under the policies of the proxy's file."""
    policies = dict(POLICY.findall((shown.ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")))

    def answer(route) -> None:
        if route.request.resource_type != "document" or not route.request.url.startswith(tab.base):
            _only_the_app(route, tab)
            return
        reply = route.fetch()
        policy = policies["frames" if "/component/" in route.request.url else "pages"]
        route.fulfill(response=reply, headers=reply.headers | {"content-security-policy": policy})

    tab.page.route("**/*", answer)
    tab.page.add_init_script(BROKEN)
    tab.page.on("dialog", lambda dialog: (tab.errors.append("dialog"), dialog.dismiss()))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.slug)
def test_what_is_written_in_a_text_does_nothing_on_the_page(visit, entry):
    tab = visit(1024, 768)
    guarded(tab)
    tab.open(entry.slug)
    assert tab.page.locator("[data-testid='stException']").count() == 0
    for frame in tab.page.frames:
        assert frame.evaluate("window.hacked") is None
        assert frame.evaluate("window.broken") == [], frame.url
        assert frame.locator(".hacked, [href*='stranger'], [src*='stranger'], [href^='javascript:']").count() == 0
    assert (tab.foreign, tab.errors) == ([], [])


def test_the_texts_are_on_the_pages(visit):
    """What does nothing must be there: the longest names as they were written."""
    tab = visit(1024, 768)
    tab.open("ton-dong?xem=agency")
    assert any(text in tab.page.locator(".stMain").inner_text() for text in PAYLOADS)


@pytest.fixture(scope="module")
def every_view(snapshots: Path) -> tuple[list[go.Figure], list[str], list[bytes]]:
    """Of all pages in all views: the figures that are drawn, all markup that is sent, and every table as its file,
    in which each text of the database begins as a formula."""
    figures: list[go.Figure] = []
    files: list[bytes] = []
    sent: list[str] = []
    plain, table = light.drawn, page.Page.table

    def drawn(figure: go.Figure, **how: Any) -> str:
        figures.append(figure)
        return plain(figure, **how)

    def tabled(self: page.Page, data: pd.DataFrame, **how: Any) -> object:
        files.append(tables.csv(data.map(led), how.get("columns")))
        return table(self, data, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SNAPSHOT_DIR", str(snapshots))
        patch.setattr(light, "drawn", drawn)
        patch.setattr(page.Page, "table", tabled)
        for key, views in addresses.views().items():
            for view in views:
                app = opened(key, **({"xem": view} if view else {}))
                assert not app.exception, (key, view, app.exception)
                sent += [*(element.proto.body for element in app.get("html")), *on_screen.drawn(app)]
    return figures, sent, files


def led(cell: object) -> object:
    """A text of the database with a formula before it; everything else as it is."""
    ours = isinstance(cell, str) and any(payload in cell for payload in PAYLOADS)
    return f"{FORMULAS[len(str(cell)) % len(FORMULAS)]} {cell}" if ours else cell


def test_a_name_in_a_picture_and_in_what_it_says_when_touched_is_text(every_view):
    """Plotly takes markup in whatever it writes: axes, legends, numbers, what it says of a point."""
    figures, sent, _ = every_view
    told = [text for figure in figures for text in written(figure.to_plotly_json())]
    assert any(html.unescape(text) != text for text in told), "no name with markup in any figure"
    assert [text for text in told if MARKUP.search(text)] == []
    nodes = [node for body in sent for node in fragment_fromstring(body, create_parent="div").iter()]
    assert any(payload in (node.text or "") for node in nodes for payload in PAYLOADS)
    assert [node.tag for node in nodes if node.tag == "script" or "hacked" in (node.get("class") or "").split()] == []
    assert [
        node.tag for node in nodes for value in node.attrib.values() if value.strip().startswith("javascript:")
    ] == []


def written(part: object) -> Iterator[str]:
    """Every text of a figure."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for each in part.values():
            yield from written(each)
    elif isinstance(part, (list, tuple, np.ndarray)):
        for each in part:
            yield from written(each)


def test_a_name_that_begins_as_a_formula_is_text_in_the_file_of_a_table(every_view):
    *_, files = every_view
    rows = [row for file in files for row in csv.reader(io.StringIO(file.decode("utf-8-sig")), delimiter=";")]
    cells = [cell for row in rows for cell in row]
    assert {formula for formula in FORMULAS for cell in cells if cell.startswith(f"'{formula}")} == set(FORMULAS)
    assert [cell for cell in cells if FORMULA.match(cell)] == []


def test_the_meeting_is_text_to_the_browser(visit):
    """Each screen of it, with the frame that tells what led to it."""
    tab = visit(1280, 720)
    guarded(tab)
    tab.open("trinh-chieu")
    tab.page.locator(".start").click()
    counted = tab.page.locator(".number").inner_text().split("/")[-1]
    for _ in range(int(counted)):
        assert tab.page.evaluate("window.hacked") is None
        assert tab.page.locator(".hacked, [href*='stranger'], [src*='stranger'], [href^='javascript:']").count() == 0
        tab.page.keyboard.press("ArrowRight")
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_what_is_written_in_a_text_is_text_in_the_files(snapshots, kind):
    answers = Answers(open_snapshot(next(snapshots.glob("*.duckdb"))), Scope.everything())
    at = dt.datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001
    order = pack.Order(kind, units="commune")
    made = io.BytesIO(pack.build(answers, parse("2026-Q4"), order=order, author="Cán bộ A", exported_at=at))
    with zipfile.ZipFile(made) as parts:
        links = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
        whole = "".join(html.unescape(parts.read(name).decode()) for name in parts.namelist() if name.endswith(".xml"))
    assert not any("stranger" in text or "javascript" in text for text in links)
    assert any(text in whole for text in PAYLOADS)
    if kind == "xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(made) for row in sheet.iter_rows() for cell in row]
        assert [cell.value for cell in cells if cell.data_type == "f"] == []
