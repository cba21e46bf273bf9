"""What else one page says of an area, and the sheet to take along: the same answers, one A4 page."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from docx.shared import Pt
from scipy import stats

from dashboard.answers.answers import Answers
from dashboard.briefing.area import SHARES, Area, communes
from dashboard.briefing.body import Body, Head
from dashboard.briefing.unit import Measured, Unit
from dashboard.exports.mark import Mark
from dashboard.exports.word import unit_sheet
from dashboard.facts import chance_band
from dashboard.facts.peers import Spread
from dashboard.facts.similar import similar
from dashboard.words import codes, headings
from dashboard.words import unit as words
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from tests import on_screen, raw_names, shown
from tests.dashboard.test_pages import html, opened

PARAMS: dict[str, object] = {
    "start": dt.date(2026, 9, 15), "end": dt.date(2026, 11, 22), "as_of": dt.date(2026, 11, 22),
    "kind": None, "area": None, "calendar": "inspectorate",
}  # fmt: skip
MARK = Mark("", ("Tài liệu nội bộ.", "Số liệu đến 22/11/2026."), dt.datetime(2026, 11, 22, 8, 0))  # noqa: DTZ001


@pytest.fixture
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


def area(answers: Answers, code: str = "C1", place: str = "xã Nhất") -> Area:
    return Area(answers, code, place, PARAMS)


def test_the_page_says_people_quarters_and_what_is_missing(monkeypatch, answers):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("unit", dia_ban="C1", xem="time")
    assert not app.exception
    assert "Dân số 12.000 người (tính đến 31/12/2025)" in html(app)
    quarters = on_screen.whole(app, "by_chance")
    asked = answers.ask("quarterly_series", as_of=PARAMS["as_of"], periods=8, area="C1")
    assert quarters["open_count"].astype(int).tolist() == asked["open_count"].tolist()
    pictures = [drawing for drawing in on_screen.drawn(app) if 'class="over"' in drawing]
    assert [headings.HEADINGS["by_chance"] in drawing for drawing in pictures] == [True, False]
    assert all(">69/91 ngày<" in drawing for drawing in pictures)
    own = answers.ask("area_reliability", division="commune", start="2025-11-01", end="2026-11-22").set_index(
        "area_code"
    )
    assert own.loc["C1", ["matters", "silent_months", "whole_months"]].tolist() == [4, 9, 12]
    assert "9/12 tháng không ghi nhận gì; ghi nhận gần nhất ngày 15/11/2026." in html(app)
    assert not raw_names.on_page(app)


def test_a_leader_of_one_area_is_shown_no_other_and_no_province(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    monkeypatch.setattr("dashboard.screen.viewer.viewer_scope", lambda: Scope("", area="C1"))
    app = opened("unit", dia_ban="C1", xem="time")
    assert not app.exception
    assert headings.HEADINGS["by_chance"] not in "".join(on_screen.drawn(app))
    tables = [*on_screen.texts(app), *on_screen.behind(app)]
    assert not any("by_chance" in table.columns or "population" in table.columns for table in tables)
    assert words.BAND_NOTE not in html(app)


def test_the_band_is_what_chance_leaves_by_the_provinces_share():
    own = pd.DataFrame({"code": ["2026-Q3", "2026-Q4"], "open_count": [40, 10], "overdue": [20, 1]})
    areas = pd.DataFrame(
        {"code": ["2026-Q3", "2026-Q3", "2026-Q4"], "open_count": [600, 400, 0], "overdue": [150, 50, 0]}
    )
    banded = chance_band.overdue(own, areas)
    assert banded.loc[0, ["low", "high"]].tolist() == list(stats.binom.interval(0.95, 40, 0.2))
    assert banded.loc[1, ["low", "high"]].isna().all()
    assert words.with_band(banded)["by_chance"].fillna("").tolist() == ["3–13", ""]


@pytest.mark.parametrize(
    ("overdue", "said"),
    [
        ([5, 5, 5], "Quá hạn trong mức ngẫu nhiên ở cả 3 quý"),
        ([9, 5, 9], "cao hơn mức ngẫu nhiên ở 2 trên 3 quý"),
        ([9, 5, 0], "cao hơn mức ngẫu nhiên ở 1, thấp hơn mức ngẫu nhiên ở 1 trên 3 quý"),
        ([9, None, 2], "cao hơn mức ngẫu nhiên ở 1 trên 2 quý"),
    ],
)
def test_quarters_outside_the_band_are_counted_to_both_sides(overdue, said):
    quarters = pd.DataFrame({"overdue": pd.array(overdue, dtype="Int64"), "low": [2.0] * 3, "high": [8.0] * 3})
    assert words.beyond_band(quarters).endswith(said)
    assert words.beyond_band(quarters.assign(low=None)) == ""


def test_the_base_of_the_band_counts_no_denunciation_as_the_areas_own_numbers_do(answers):
    asked = {"as_of": PARAMS["as_of"], "periods": 8}
    areas = answers.ask("area_series", **asked).groupby("code")[["open_count", "overdue"]].sum()
    kinds = [answers.ask("quarterly_series", **asked, kind=kind).set_index("code") for kind in codes.KINDS]
    of = dict(zip(codes.KINDS, kinds, strict=True))
    without = of["complaint"][["open_count", "overdue"]] + of["petition"][["open_count", "overdue"]]
    assert of["denunciation"]["open_count"].max() > 0
    pd.testing.assert_frame_equal(areas, without.loc[areas.index], check_dtype=False)


def test_the_most_like_are_alike_in_people_and_in_fields():
    areas = pd.DataFrame({"area_code": ["a", "b", "c", "d", "e"], "population": [10_000, 10_100, 10_000, 40_000, None]})
    mixes = {"a": (8, 2), "b": (7, 3), "c": (0, 9), "d": (8, 2)}
    fields = pd.DataFrame(
        [(code, field, n) for code, mix in mixes.items() for field, n in zip(("land", "policy"), mix, strict=True)],
        columns=["area_code", "field_group", "entered"],
    )
    assert similar(areas, fields, to="a")["area_code"].tolist() == ["b", "c", "d"]
    assert similar(areas, fields, to="a", most=1)["area_code"].tolist() == ["b"]
    assert similar(areas, fields, to="e").empty


def test_the_sheet_has_the_words_of_the_page_and_room_to_write(answers):
    made = area(answers)
    paper = Document(io.BytesIO(unit_sheet.document(made, mark=MARK)))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts[:3] == [words.SHEET, "Xã Nhất", "Dân số 12.000 người (tính đến 31/12/2025)"]
    assert made.headline() in texts
    assert texts.count("\t") >= 3  # dotted lines below "Nội dung cần hỏi"
    figures, heads, matters = paper.tables
    head, rows = words.strips(*made.received())
    assert [[cell.text for cell in row.cells] for row in heads.rows] == [head, *rows]
    assert head[1:] and rows and any(mark for row in rows for mark in row[1:])
    assert [row.cells[0].text for row in figures.rows] == [
        words.SHEET_FIGURES[0],
        *(words.FIGURES[name] for name in SHARES),
    ]
    assert (
        [row.cells[0].text for row in matters.rows[1:]]
        == made.waiting()["dossier_id"].tolist()
        == ["V01", "V05", "V12"]
    )
    runs = [run for paragraph in paper.paragraphs for run in paragraph.runs]
    runs += [run for table in paper.tables for cell in table._cells for run in cell.paragraphs[0].runs]
    assert min(run.font.size for run in runs) >= Pt(11)


def test_the_sheet_of_a_body_holds_what_its_page_says(answers):
    made = Body(answers, "X1", "UBND xã Nhất", {**PARAMS})
    paper = Document(io.BytesIO(unit_sheet.document(made, mark=MARK)))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    assert texts[:3] == [words.SHEETS["agency"], "UBND xã Nhất", made.about()]
    assert made.headline() in texts
    figures, *heads, matters = paper.tables
    head, rows = words.strips(*made.received())
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in heads] == [[head, *rows]][
        : len(rows)
    ]
    assert [row.cells[0].text for row in figures.rows[1:]] == [words.FIGURES[one.name] for one in made.measured()]
    assert [row.cells[0].text for row in matters.rows[1:]] == made.waiting()["dossier_id"].tolist()


def test_the_sheets_of_all_communes_are_one_file(answers):
    areas = [(f"{code}.docx", area(answers, code, name)) for code, name in communes(answers)]
    with zipfile.ZipFile(io.BytesIO(unit_sheet.pack(areas, mark=MARK))) as folder:
        assert folder.namelist() == ["C1.docx", "C2.docx", "C3.docx", "C4.docx"]
        for name in folder.namelist():
            assert Document(io.BytesIO(folder.read(name))).paragraphs[0].text == words.SHEET


class Long:
    """As much as can be told of a unit, each of it as long as it can be."""

    def headline(self) -> str:
        return f"{'Đến hết ngày 22/11/2026, phường có tên rất dài đang giải quyết 1.146 vụ việc; ' * 3}."

    def received(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        posts = [{"post_code": post, "title": "Chủ tịch Ủy ban nhân dân phường có tên rất dài, ghi cả tên",
                  "holder_name": "Người Giữ Chức Danh"} for post in "abcd"]  # fmt: skip
        months = [{"post_code": post, "month_on": pd.Timestamp(2026, month, 1), "state": "short", "in_person": 4,
                   "required": 5} for post in "abcd" for month in range(1, 13)]  # fmt: skip
        return pd.DataFrame(posts), pd.DataFrame(months)

    def waiting(self) -> pd.DataFrame:
        row = {"dossier_id": "HS-2019-006881", "age_days": 2644, "limit_said": "không có hạn luật định",
               "agency_name": "Ban Quản lý khu kinh tế và các khu công nghiệp tỉnh"}  # fmt: skip
        return pd.DataFrame([row] * 10)

    def directives(self) -> pd.DataFrame:
        row = {"number": "1234/KL-TU", "due_on": pd.Timestamp("2026-09-01"), "fate": "late", "summary": "chữ " * 60,
               "agency_name": "Ban Quản lý khu kinh tế và các khu công nghiệp tỉnh"}  # fmt: skip
        return pd.DataFrame([row] * 8)


class Full(Long, Area):
    """An area of which everything is told."""


class FullBody(Long, Body):
    """A body of which everything is told."""

    def about(self) -> str:
        return self.headline()

    def measured(self) -> list[Measured]:
        return [Measured(name, 1000, 2000, Spread(0.5, 0.6, 0.7, 100), "agency") for name in words.FIGURES][:6]


class FullHead(FullBody, Head):
    """A head, and what is told of the body."""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_sheet_is_exactly_one_page_of_a4_full_or_nearly_empty(answers, tmp_path: Path):
    made: dict[str, Unit] = {"full": Full(answers, "C1", "xã Nhất", PARAMS), "empty": area(answers, "C4", "xã Tứ")}
    made["district"] = Full(answers, "D1", "huyện Hạ (cũ)", PARAMS)
    made["body"] = FullBody(answers, "P", "UBND tỉnh", PARAMS)
    made["head"] = FullHead(answers, "X1", "UBND xã Nhất", PARAMS, post="P", title="Chủ tịch UBND xã Nhất")
    for name, each in made.items():
        (tmp_path / f"{name}.docx").write_bytes(unit_sheet.document(each, mark=MARK))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, *(f"{name}.docx" for name in made)], cwd=tmp_path, check=True, timeout=300, capture_output=True
    )
    for name in made:
        pdf = (tmp_path / f"{name}.pdf").read_bytes()
        sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == 1, name
        assert {(round(float(w)), round(float(h))) for w, h in sizes} == {(595, 842)}
