"""A viewer of one district meets the same numbers on the page, in workbook, deck, briefing and forms."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.briefing import agenda, compose, gather
from dashboard.exports import pack
from dashboard.forms.fill import TOTAL, fill
from dashboard.forms.grid import counts_denunciations
from dashboard.metrics import METRICS, WITHOUT_KIND
from dashboard.screen import viewer
from dashboard.views.meeting.deck import build
from dashboard.words import canvas, codes, comparison, overview
from dashboard.words import numbers as vi
from data_loaders.snapshot import SnapshotRef
from queries.periods import parse
from queries.scope import Scope
from queries.snapshot import open_snapshot
from tests import on_screen
from tests.dashboard.exports.test_workbook import AT
from tests.dashboard.test_pages import opened

pytestmark = pytest.mark.xdist_group("exports_demo")
PERIOD = "2026-Q3"
COUNTS = ("open_dossiers", "entered_dossiers", "resolved_dossiers", "overdue_dossiers", "visits", "people")


@pytest.fixture(scope="module")
def district(demo_ref: SnapshotRef) -> Scope:
    """The former district with most open matters."""
    areas = Answers(open_snapshot(demo_ref.path), Scope.everything()).ask(
        "area_measures", start="2026-06-15", end="2026-09-14", division="district"
    )
    return Scope("Cán bộ A", area=str(areas.loc[areas["open_count"].idxmax(), "area_code"]))


@pytest.fixture(scope="module")
def answers(demo_ref: SnapshotRef, district: Scope) -> Answers:
    return Answers(open_snapshot(demo_ref.path), district)


@pytest.fixture(scope="module")
def asked(answers: Answers) -> dict[str, int]:
    """What the SQL itself counts of the district, the window given in full."""
    rows = answers.ask("figures", start="2026-06-15", end="2026-09-14").set_index("figure")["numerator"]
    found = {name: int(rows[name]) for name in COUNTS}
    whole = open_snapshot(Path(answers.id))
    province = Answers(whole, Scope.everything()).ask("figures", start="2026-06-15", end="2026-09-14")
    assert found["open_dossiers"] < int(province.set_index("figure").loc["open_dossiers", "numerator"])
    return found


def on_page(demo_ref: SnapshotRef, monkeypatch: pytest.MonkeyPatch, scope: Scope, page: str, **view: str) -> AppTest:
    monkeypatch.setenv("SNAPSHOT_DIR", str(demo_ref.path.parent))
    monkeypatch.setattr(viewer, "viewer_scope", lambda: scope)
    app = opened(page, ky=PERIOD, **view)
    assert not app.exception, app.exception
    return app


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def figure_rows(app: AppTest) -> dict[str, str]:
    """Label → this period's value, of the page's tables of figures."""
    tables = [table for table in on_screen.texts(app) if {"label", "now", "previous"} <= set(table)]
    return {row["label"]: str(row["now"]) for table in tables for row in table.to_dict("records")}


def test_the_page_shows_what_the_district_has(demo_ref, district, asked, monkeypatch):
    app = on_page(demo_ref, monkeypatch, district, "comparison")
    shown = figure_rows(app)
    named = Answers(open_snapshot(demo_ref.path), district).area_names()[district.area]
    assert {name: shown[METRICS[name].label] for name in COUNTS} == {name: vi.count(asked[name]) for name in COUNTS}
    assert named in html(app)


def test_the_workbook_shows_what_the_district_has(answers, asked):
    made = pack.build(answers, parse(PERIOD), order=pack.Order("xlsx"), author="Cán bộ A", exported_at=AT)
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = {
        str(row[0]): row[1] for sheet in book for row in sheet.iter_rows(values_only=True) if len(row) > 1 and row[0]
    }
    shown = {name: str(cells[METRICS[name].label]) for name in COUNTS}
    assert shown == {name: vi.count(amount) for name, amount in asked.items()}
    assert any(str(row[0]).endswith(answers.info.place) for sheet in book for row in sheet.iter_rows(values_only=True))


def test_the_deck_and_the_briefing_show_what_the_district_has(answers, asked):
    material = gather(answers, parse(PERIOD))
    said = compose(material)
    text = " ".join(sentence.text for sentence in said)
    assert f"còn {vi.prose_count(asked['open_dossiers'])} vụ việc chưa giải quyết xong" in text
    deck = build(material, agenda(material), shapes=answers.ask("boundaries", division="district"))
    rows = {row[0]: row[1] for screen in deck.screens for grid in screen.tables for row in grid.rows if len(row) > 1}
    labels = {name: METRICS[name].label for name in COUNTS}
    assert {name: rows[label] for name, label in labels.items()} == {
        name: vi.count(amount) for name, amount in asked.items()
    }


def test_the_forms_count_what_the_district_has_and_no_denunciations_apart(answers, asked, demo_ref, district):
    forms = fill(answers, parse(PERIOD), units="commune")
    assert not [key for key, filled in forms.items() if counts_denunciations(filled.form)]
    reception = forms["2024", "01/TCD"].values.loc[TOTAL]
    assert (int(reception[1]), int(reception[2])) == (asked["visits"], asked["people"])
    by_area = fill(
        Answers(open_snapshot(demo_ref.path), Scope.everything()), parse(PERIOD), area=district.area, units="commune"
    )
    assert forms.keys() == by_area.keys()
    assert all(forms[key].values.equals(by_area[key].values) for key in forms)


def test_every_answer_a_file_is_made_of_is_the_one_a_page_gets(answers, demo_ref, district):
    """Cell by cell: the tables behind the briefing against the questions a page puts with its filters."""
    everybody = Answers(open_snapshot(demo_ref.path), Scope.everything())
    tables = gather(answers, parse(PERIOD)).tables
    assert "directives_open" not in tables
    window = {"start": "2026-06-15", "end": "2026-09-14", "as_of": "2026-09-14", "calendar": "inspectorate"}
    for name in ("balance", "results", "overdue_by_agency", "open_dossiers_by_age", "complex_cases", "duty_by_level"):
        page = everybody.ask(name, **window, kind=None, area=district.area)
        pd.testing.assert_frame_equal(tables[name], page)
    assert set(tables["balance"]["kind"]) <= {"complaint", "petition", "all"}


def test_a_figure_says_which_of_the_filters_it_did_not_take(demo_ref, monkeypatch):
    app = on_page(demo_ref, monkeypatch, Scope.everything(), "overview", loai="khieu-nai")
    lines = re.findall(r'figure-title"[^>]*>([^<]*)</p>(?:<p class="figure-scope">([^<]*)<)?', html(app))
    kind = codes.KINDS["complaint"]
    listed = re.search(r'class="section"[^>]*>(Việc cần kết luận[^<]*)<', html(app))
    assert listed and kind not in listed[1] and "quý III/2026" in listed[1]
    (said,) = (beside for _, beside in lines if overview.TITLES["balance"] in beside)
    assert canvas.ALL_KINDS not in said
    app = on_page(demo_ref, monkeypatch, Scope.everything(), "comparison", xem="parts", theo="heads", loai="khieu-nai")
    lines = re.findall(r'figure-title"[^>]*>([^<]*)</p>(?:<p class="figure-scope">([^<]*)<)?', html(app))
    assert canvas.ALL_KINDS in dict(lines)[comparison.HEADS]


def test_a_card_that_knows_no_kind_says_so_among_those_that_do(demo_ref, monkeypatch):
    shown = html(on_page(demo_ref, monkeypatch, Scope.everything(), "overview", loai="khieu-nai"))
    assert shown.count(canvas.ALL_KINDS) == 1
    assert canvas.ALL_KINDS not in html(on_page(demo_ref, monkeypatch, Scope.everything(), "overview"))


def test_the_figures_said_to_know_no_kind_are_those_no_kind_changes(demo_ref):
    answers, window = Answers(open_snapshot(demo_ref.path), Scope.everything()), ("2025-06-15", "2026-06-14")

    def of(kind: str | None) -> pd.Series:
        rows = answers.ask("figures", start=window[0], end=window[1], kind=kind).set_index("figure")
        return rows["numerator"].astype("Int64").fillna(-1)

    whole, parts = of(None), [of(kind) for kind in ("complaint", "denunciation", "petition")]
    same = {name for name in whole.index if whole[name] > 0 and all(part[name] == whole[name] for part in parts)}
    assert same <= WITHOUT_KIND
    assert all(part[name] == whole[name] for name in WITHOUT_KIND for part in parts)
