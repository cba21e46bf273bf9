"""The XLSX opened again: every identity from the file's own MS rows, no formula from data, the stamp on every sheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.answers.answers import Answers
from dashboard.briefing.sections import topics
from dashboard.exports import pack
from dashboard.exports.excel.form_sheet import LAST, ROOM, pages
from dashboard.exports.excel.workbook import lines_in_cell
from dashboard.forms.grid import load_forms
from dashboard.words import codes, headings
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, ask, open_snapshot
from queries.periods import parse
from tests import raw_names, tiny_province
from tests.dashboard.conftest import refreshed

pytestmark = pytest.mark.xdist_group("exports_demo")
EVERYTHING = Scope.everything()
AT = dt.datetime(2026, 11, 22, 9, 0)  # noqa: DTZ001
TITLES = {sheet.table: sheet.title for topic in topics() for sheet in topic.sheets}
PLACES = [headings.HEADINGS[name] for name in ("agency_name", "lead_agency_name", "district_name")] + ["Vụ việc"]
LOOSE = {"03-KQGQ", "04-GQTC"}
PADDING = 0.72  # what a file adds to the width that was set


def build(ref: SnapshotRef, code: str, **order: object) -> Workbook:
    made = pack.build(
        Answers(open_snapshot(ref.path), EVERYTHING),
        parse(code),
        order=pack.Order("xlsx", **order),
        author="Cán bộ A",
        exported_at=AT,
    )
    return openpyxl.load_workbook(io.BytesIO(made))


@pytest.fixture(scope="module")
def demo_book(demo_ref: SnapshotRef) -> Workbook:
    return build(demo_ref, "2026-Q3", units="district", all_forms=True)


def form_rows(sheet: Worksheet) -> tuple[dict[int, str], dict[str, dict[int, int]]]:
    """(formula of each MS, numbers of each unit) as they stand in the sheet."""
    start = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == "MS")
    heads = {}
    for cell in sheet[start][1:]:
        if cell.value:
            ms, _, formula = str(cell.value).partition(" = ")
            heads[cell.column] = (int(ms), formula)
    rows: dict[str, dict[int, int]] = {}
    for line in range(start + 1, sheet.max_row + 1):
        unit = sheet.cell(line, 1).value
        rows[unit] = {ms: sheet.cell(line, column).value or 0 for column, (ms, _) in heads.items()}
        if unit == "Tổng":
            break
    return dict(heads.values()), rows


def forms(book: Workbook) -> Iterator[Worksheet]:
    return (sheet for sheet in book if re.match(r"20\d\d ", sheet.title))


def test_every_printed_formula_holds_on_every_row_of_every_form(demo_book: Workbook) -> None:
    checked = 0
    for sheet in forms(demo_book):
        formulas, rows = form_rows(sheet)
        for ms, formula in formulas.items():
            if formula and not (ms == 6 and sheet.title[5:] in LOOSE):
                for part in formula.split(" = "):
                    for unit, numbers in rows.items():
                        assert numbers[ms] == sum(numbers[int(term)] for term in part.split("+")), (
                            sheet.title,
                            unit,
                            ms,
                        )
                        checked += 1
        for ms in formulas:
            assert rows["Tổng"][ms] == sum(row[ms] for unit, row in rows.items() if unit != "Tổng")
    assert checked > 1000


def test_all_forms_of_both_circulars_and_the_skeleton_are_there(demo_book: Workbook) -> None:
    names = {sheet.title for sheet in forms(demo_book)}
    old = {f"{n:02d}-{group}" for group, count in {"TCD": 1, "XLD": 4, "KQGQ": 4}.items() for n in range(1, count + 1)}
    assert {f"2021 {name}" for name in old | {"02-TCD"}} | {f"2024 {name}" for name in old} <= names
    assert {"2025 01-TCD", "2025 02-XLD", "2025 03-GQKN", "2025 04-GQTC", "2025 05-KQTH", "2025 06-QLKNTC"} <= names
    assert "Số liệu tính từ ngày 15/06/2026 đến ngày 14/09/2026." in {c.value for c in demo_book["2024 01-XLD"]["A"]}


@pytest.mark.parametrize(("code", "circular"), [("2026-Q3", "2025"), ("2025-Q3", "2024"), ("2023-Q1", "2021")])
def test_a_pack_holds_the_forms_in_force_on_the_last_day_of_its_period(
    tiny_ref: SnapshotRef, code: str, circular: str
) -> None:
    assert {sheet.title[:4] for sheet in forms(build(tiny_ref, code))} == {circular}


def test_the_figures_are_those_of_the_pages(demo_book: Workbook, demo_ref: SnapshotRef) -> None:
    asked = ask("figures", open_snapshot(demo_ref.path), EVERYTHING, start="2026-06-15", end="2026-09-14")
    sheet = demo_book["Chỉ số"]
    shown = {row[0].value: [cell.value for cell in row[2:5]] for row in sheet.iter_rows(min_row=6)}
    numbers = asked[["value", "numerator", "denominator"]].to_numpy(dtype="float64", na_value=-1).round(9).tolist()
    written = [[-1 if cell is None else round(float(cell), 9) for cell in row] for row in shown.values()]
    assert sorted(numbers) == sorted(written)


def _secret(book: Workbook, table: str) -> list[dict[str, object]]:
    """Rows of denunciations on the sheet of that table, by heading."""
    rows = list(book[TITLES[table]].iter_rows(values_only=True))
    head = next(place for place, row in enumerate(rows) if headings.HEADINGS["kind"] in row)
    told = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    return [row for row in told if row[headings.HEADINGS["kind"]] == codes.KINDS["denunciation"]]


def test_every_sheet_is_stamped(demo_book: Workbook, tiny_ref: SnapshotRef) -> None:
    real = build(tiny_ref, "2026-Q4", units="commune")
    for sheet in real:
        assert sheet["A1"].value == "Lưu hành nội bộ" and "cập nhật lúc" in sheet.oddFooter.left.text
    last = [cell.value for cell in real["Tóm tắt"]["A"] if cell.value]
    assert any("Người xuất: Cán bộ A" in text for text in last) and "Số liệu chưa chốt." in last


def test_no_code_stands_for_a_word(demo_book: Workbook) -> None:
    told = {title for title in TITLES.values() if title in demo_book.sheetnames}
    cells = {str(cell) for title in told for row in demo_book[title].iter_rows(values_only=True) for cell in row}
    assert "Mới, lần đầu" in cells and "Quý III/2026" in cells
    assert [cell for cell in cells if re.fullmatch(r"[a-z][a-z_]*|\d{4}-[A-Z]\w+", cell)] == []


def test_text_from_data_never_becomes_a_formula(tmp_path: Path) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update agencies set name = '=1+1' where agency_code = 'X1'")
        db.execute("update directives set summary = '@SUM(A1)', number = '-12', issued_by = '+84'")
    book = build(refreshed(tmp_path, path), "2026-Q4")
    found = {cell.value: cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    assert {found["=1+1"], found["@SUM(A1)"], found["-12"], found["+84"]} == {"s"}
    assert "f" not in found.values()


def test_the_checks_sheet_lists_what_does_not_add_up(tmp_path: Path) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update petitions set within_authority = 0, processing = 'filed' where petition_id = 'T1'")
    sheet = build(refreshed(tmp_path, path), "2026-Q3")["Đối chiếu"]
    assert "cảnh báo" in sheet["A4"].value
    assert any("T1" in str(cell.value) for cell in sheet["H"])


def test_denunciations_by_unit_can_be_left_out(demo_ref: SnapshotRef) -> None:
    book = build(demo_ref, "2026-Q3", units="district", denunciation_units=False, all_forms=True)
    _, rows = form_rows(book["2024 03-XLD"])
    assert list(rows) == ["Tổng"] and len(form_rows(book["2024 02-XLD"])[1]) > 5


def test_a_denunciation_is_listed_without_place_and_body(demo_book: Workbook) -> None:
    found = [row for title in ("longest_waiting", "complex_cases") for row in _secret(demo_book, title)]
    assert found
    assert {row[name] for row in found for name in PLACES if name in row} == {None}


def test_forms_that_count_denunciations_among_others_keep_their_units_too(demo_ref: SnapshotRef) -> None:
    """01/XLD less 02/XLD less 04/XLD would give a unit's denunciations."""
    book = build(demo_ref, "2026-Q3", units="district", denunciation_units=False, all_forms=True)
    for name in ("2021 01-XLD", "2021 02-TCD", "2024 01-XLD", "2024 03-KQGQ", "2024 04-KQGQ", "2025 02-XLD"):
        assert list(form_rows(book[name])[1]) == ["Tổng"], name


def test_what_the_database_cannot_know_stays_empty_with_its_reason(demo_book: Workbook) -> None:
    reasons = ("phải thi hành", "tiền, diện tích đất", "người, tổ chức")
    for name in ("2024 02-KQGQ", "2024 04-KQGQ"):
        sheet = demo_book[name]
        start = next(row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == "MS")
        assert {sheet.cell(line, 2).value for line in range(start + 1, sheet.max_row + 1)} == {None}
        notes = [str(cell.value) for cell in sheet["A"] if str(cell.value).startswith("Cột ")]
        assert all(any(reason in note for note in notes) for reason in reasons), notes


def test_long_texts_have_the_height_they_need_and_empty_columns_their_borders(demo_book: Workbook) -> None:
    sheet = demo_book["Tóm tắt"]
    long = [cell for cell in sheet["B"] if cell.row > 5 and len(str(cell.value or "")) > 150]
    assert long and all(
        15 * (len(str(cell.value)) // 90 + 1) <= sheet.row_dimensions[cell.row].height <= 15 * 6 for cell in long
    )
    ranges = [str(area) for rule in demo_book["2024 02-KQGQ"].conditional_formatting for area in rule.sqref.ranges]
    assert len(ranges) == 1 and ranges[0].startswith("B")


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("không có hạn luật định", 30, 1),
        ("không có hạn luật định", 12, 2),
        ("HS-2026-011500, HS-2026-010303, HS-2026-012031", 30, 3),
        ("x" * 100, 20, 5),
        ("a\nb\nc", 30, 3),
        ("a\n\nkhông có hạn luật định", 12, 4),
        ("", 8, 1),
        (1234567, 2, 1),
    ],
)
def test_a_row_is_as_high_as_its_words_broken_in_its_column(text: object, width: float, lines: int) -> None:
    """Capitals and digits are wider than letters; no word is broken that fits a line."""
    assert lines_in_cell(text, width=width) == lines


def test_no_sheet_says_a_name_of_a_column_or_a_code(demo_book):
    for sheet in demo_book.worksheets:
        said = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, str)}
        assert not {raw for text in said for raw in raw_names.in_text(text)}, sheet.title


def test_the_first_sheet_names_every_other_with_a_link_and_what_it_holds(demo_book: Workbook) -> None:
    contents = demo_book.worksheets[0]
    rows = [row for row in contents.iter_rows(min_row=5) if row[0].value]
    assert contents.title == "Mục lục"
    assert [row[0].value for row in rows] == demo_book.sheetnames[1:]
    assert [row[0].hyperlink.location for row in rows] == [f"'{name}'!A1" for name in demo_book.sheetnames[1:]]
    assert all(row[1].value for row in rows)


def test_every_sheet_can_be_read_when_printed_on_a4(demo_book: Workbook) -> None:
    """At nine points of eleven or more, so many widths of digits go side by side on a page; no group is cut by one."""
    for sheet in demo_book:
        widths = [
            column.width - PADDING
            for column in sheet.column_dimensions.values()
            for _ in range(column.min, column.max + 1)
        ]
        most = 115 if sheet.page_setup.orientation != "landscape" else 165
        edges = [1, *(edge.id for edge in sheet.col_breaks.brk), len(widths)]
        assert int(sheet.page_setup.paperSize) == 9
        for begins, ends in pairwise(edges):
            assert widths[0] + sum(widths[begins:ends]) <= most, (sheet.title, begins, ends)
        cut = [area for area in sheet.merged_cells for edge in edges[1:-1] if area.min_col <= edge < area.max_col]
        assert not cut, (sheet.title, cut)


def test_a_form_has_no_more_pages_side_by_side_than_its_columns_need() -> None:
    beyond = {(form.circular, form.form): (len(form.columns), pages(form.columns)) for form in load_forms()}
    assert all(len(begins) == -(-max(0, count - LAST) // ROOM) for count, begins in beyond.values()), beyond


def test_a_heading_that_takes_two_lines_has_their_height(demo_book: Workbook) -> None:
    sheet = demo_book["Chỉ số"]
    heads = {str(cell.value): sheet.column_dimensions[cell.column_letter].width for cell in sheet[5] if cell.value}
    assert any(len(head) > width for head, width in heads.items())
    assert sheet.row_dimensions[5].height >= 30


def test_a_form_has_the_units_that_have_data_and_says_how_many_have_none(demo_book: Workbook) -> None:
    for sheet in forms(demo_book):
        _, rows = form_rows(sheet)
        assert all(any(numbers.values()) for unit, numbers in rows.items() if unit != "Tổng"), sheet.title
    said = [str(cell.value) for sheet in forms(demo_book) for cell in sheet["A"] if "không in dòng" in str(cell.value)]
    assert said
