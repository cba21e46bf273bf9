"""Hand-overs as files: each way to be written is read rightly, or one sentence names file, sheet, row and column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from data_loaders import __main__ as command
from data_loaders.messages import LoaderError
from tests.cases.handed_over import Cells, as_csv, as_excel, base, load, put, rewritten

WHOLE = (26, 26, 0)


def test_the_base_is_whole_in_every_form(tmp_path: Path) -> None:
    assert load(as_csv(tmp_path / "a", base())).read == WHOLE
    assert load(as_excel(tmp_path / "a.xlsx", base())).read == WHOLE


@pytest.mark.parametrize(
    ("table", "column", "written"),
    [
        ("units", "parent_code", "parent_code\u00a0"),
        ("dossiers", "dossier_id", "\u200bdossier_id"),
        ("petitions", "kind", " KIND\t"),
        ("reception_visits", "outcome", "\ufeffOutcome\u3000"),
        ("agencies", "level", "\u202elevel"),
    ],
)
def test_a_heading_is_read_through_its_blanks(tmp_path: Path, table: str, column: str, written: str) -> None:
    cells = base()
    cells[table][0][cells[table][0].index(column)] = written
    assert load(as_csv(tmp_path / "a", cells)).read == WHOLE
    assert load(as_excel(tmp_path / "a.xlsx", cells)).read == WHOLE


@pytest.mark.parametrize(
    ("encoding", "separator", "first"),
    [
        ("utf-8", ",", "sep=,\r\n"),
        ("utf-8", ";", '"SEP=;"\n'),
        ("utf-8-sig", ";", "sep=;\n"),
        ("utf-8", "\t", "sep=\t\n"),
        ("utf-8", "\t", ""),
        ("utf-8", "|", ""),
        ("utf-8", ",", "\n\r\n"),
        ("utf-16", "\t", ""),
        ("utf-16-be", ";", "\ufeff"),
        ("utf-16", ";", "sep=;\r\n"),
    ],
)
def test_however_a_csv_is_written(tmp_path: Path, encoding: str, separator: str, first: str) -> None:
    url = as_csv(tmp_path / "a", base(), encoding=encoding, separator=separator, first=first)
    assert load(url).read == WHOLE


def test_files_and_sheets_are_found_however_their_names_are_written(tmp_path: Path) -> None:
    url = as_csv(tmp_path / "a", base())
    (tmp_path / "a" / "units.csv").rename(tmp_path / "a" / "Units.CSV")
    (tmp_path / "a" / "posts.csv").rename(tmp_path / "a" / "posts .csv")
    assert load(url).read == WHOLE
    cells = base()
    cells["Units "] = cells.pop("units")
    assert load(as_excel(tmp_path / "a.xlsx", cells)).read == WHOLE
    (tmp_path / "a" / "units.csv").write_text("unit_code\n")
    with pytest.raises(LoaderError, match=r"Bảng units có nhiều hơn một nơi \(Units\.CSV, units\.csv\)"):
        load(url)


def _cut(table: str, row: int) -> Callable[[Cells], None]:
    return lambda cells: cells[table][row].pop()


def _longer(table: str, row: int) -> Callable[[Cells], None]:
    return lambda cells: cells[table][row].append("")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_cut("units", 2), r"units\.csv: dòng 3 có 7 giá trị, dòng tên cột có 8"),
        (_cut("reception_visits", 3), r"reception_visits\.csv: dòng 4 có 8 giá trị, dòng tên cột có 9"),
        (_longer("posts", 1), r"posts\.csv: dòng 2 có 6 giá trị, dòng tên cột có 5"),
        (_longer("dossiers", 6), r"dossiers\.csv: dòng 7 có 15 giá trị, dòng tên cột có 14"),
    ],
)
def test_a_ragged_line_is_named(tmp_path: Path, damage: Callable[[Cells], None], sentence: str, encoding: str) -> None:
    cells = base()
    damage(cells)
    with pytest.raises(LoaderError, match=sentence):
        load(as_csv(tmp_path / "a", cells, encoding=encoding))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("D02,complaint,land,03", 'D02,complaint,"land,03', 3),  # until the end of the file
        ("D02,complaint,land,03,00101,2026-08-01", 'D02,complaint,"land,03,00101,2026-08-01', 3),
    ],
)
def test_a_quote_that_is_never_closed(tmp_path: Path, old: str, new: str, line: int) -> None:
    url = as_csv(tmp_path / "a", base())
    path = tmp_path / "a" / "dossiers.csv"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(LoaderError, match=rf"dossiers\.csv: dấu nháy kép mở ở dòng {line}"):
        load(url)


@pytest.mark.parametrize("last", [3, 4, 6])
def test_a_quote_closed_some_lines_later_swallows_no_row(tmp_path: Path, last: int) -> None:
    """The rows between are one value then, and the line has as many values as its neighbours."""
    url = as_csv(tmp_path / "a", base())
    path = tmp_path / "a" / "dossiers.csv"
    lines = path.read_text().splitlines()
    lines[2] = lines[2].replace(",land,", ',"land,')
    at = lines[last].split(",")
    lines[last] = ",".join([*at[:2], f'{at[2]}"', *at[3:]])
    path.write_text("\n".join(lines) + "\n")
    with pytest.raises(LoaderError, match=r"dossiers\.csv: dấu nháy kép mở ở dòng 3"):
        load(url)


def test_line_breaks_in_a_value_are_the_values_own(tmp_path: Path) -> None:
    cells = put(base(), "units", 2, "name", "Phường\nMột, (mới)")
    assert load(as_csv(tmp_path / "a", cells)).one("select name from stage.units where seq = 2") == "Phường Một, (mới)"


@pytest.mark.parametrize(("table", "row", "line"), [("units", 3, 4), ("agencies", 2, 3), ("posts", 1, 2)])
def test_an_old_code_page_is_named_with_its_line(tmp_path: Path, table: str, row: int, line: int) -> None:
    name = "title" if table == "posts" else "name"
    url = as_csv(tmp_path / "a", put(base(), table, row, name, "DAU"))
    path = tmp_path / "a" / f"{table}.csv"
    path.write_bytes(path.read_bytes().replace(b"DAU", "Xã Ð".encode("cp1252")))
    with pytest.raises(LoaderError, match=rf"{table}\.csv: dòng {line} không phải chữ UTF-8"):
        load(url)


def test_an_old_code_page_in_a_column_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    cells = base()
    for number, line in enumerate(cells["units"]):
        line.append("DAU" if number else "ghi_chu")
    url = as_csv(tmp_path / "a", cells)
    path = tmp_path / "a" / "units.csv"
    path.write_bytes(path.read_bytes().replace(b"DAU", b"\xd0\xff"))
    assert load(url).read == WHOLE


@pytest.mark.parametrize(
    ("table", "column", "also"),
    [("units", "population", ""), ("petitions", "kind", "\u200b"), ("reception_visits", "people", " ")],
)
def test_a_heading_twice(tmp_path: Path, table: str, column: str, also: str) -> None:
    cells = base()
    for number, line in enumerate(cells[table]):
        line.append("" if number else f"{also}{column.upper()}")
    with pytest.raises(LoaderError, match=rf"{table}\.csv có hai cột cùng tên {column}"):
        load(as_csv(tmp_path / "a", cells))
    with pytest.raises(LoaderError, match=rf"Tệp a\.xlsx, trang {table} có hai cột cùng tên {column}"):
        load(as_excel(tmp_path / "a.xlsx", cells))


def test_a_heading_twice_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    cells = base()
    for number, line in enumerate(cells["dossiers"]):
        line.extend(["x", "y"] if number else ["ghi chú", "ghi chú"])
    assert load(as_csv(tmp_path / "a", cells)).read == WHOLE


@pytest.mark.parametrize("declared", ['<dimension ref="A1"/>', '<dimension ref="B2:C3"/>', ""])
@pytest.mark.parametrize("sheet", ["1", "3", "6"])
def test_the_size_a_sheet_declares_is_not_believed(tmp_path: Path, declared: str, sheet: str) -> None:
    url = as_excel(tmp_path / "a.xlsx", base())
    rewritten(tmp_path / "a.xlsx", {f"xl/worksheets/sheet{sheet}.xml": (r"<dimension[^>]*/>", declared)})
    assert load(url).read == WHOLE


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "sentence"),
    [
        (
            "units",
            3,
            "population",
            "=4000*2",
            r"trang units, dòng 4, cột population \(ô G4\): công thức chưa được tính",
        ),
        ("petitions", 4, "processing", '=IF(1,"x")', r"dòng 5, cột processing \(ô J5\): công thức chưa được tính"),
        ("reception_sessions", 1, "held_on", "=E2", r"trang reception_sessions, dòng 2, cột held_on \(ô F2\)"),
        ("dossiers", 2, "closed_on", "#N/A", r"trang dossiers, dòng 3, cột closed_on \(ô L3\): ô báo lỗi #N/A"),
        ("units", 2, "parent_code", "#REF!", r"trang units, dòng 3, cột parent_code \(ô D3\): ô báo lỗi #REF!"),
        ("reception_visits", 2, "kind", "#NAME?", r"cột kind \(ô F3\): ô báo lỗi #NAME\?"),
    ],
)
def test_a_cell_without_a_value_of_its_own_is_named(
    tmp_path: Path, table: str, row: int, column: str, value: str, sentence: str
) -> None:
    url = as_excel(tmp_path / "a.xlsx", put(base(), table, row, column, value))
    with pytest.raises(LoaderError, match=r"Tệp a\.xlsx, trang .*" + sentence.removeprefix(f"trang {table}, ")):
        load(url)


def test_a_formula_that_shows_nothing_is_an_empty_cell(tmp_path: Path) -> None:
    url = as_excel(tmp_path / "a.xlsx", put(base(), "dossiers", 1, "closed_on", '=IF(1=1,"","x")'))
    formula = r'(<c r="L2")(><f>[^<]*</f>)<v ?/>|(<c r="L2")(><f>[^<]*</f>)<v></v>'
    rewritten(tmp_path / "a.xlsx", {"xl/worksheets/sheet2.xml": (formula, r'<c r="L2" t="str"\2\4<v></v>')})
    assert load(url).read == WHOLE


def test_errors_in_columns_that_are_not_read_do_no_harm(tmp_path: Path) -> None:
    cells = base()
    for number, line in enumerate(cells["dossiers"]):
        line.append("=VLOOKUP(A1,B:C,2)" if number else "ghi_chu")
    assert load(as_excel(tmp_path / "a.xlsx", cells)).read == WHOLE


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (101, "00000", "00101"),
        (7, '"HS-"000', "HS-007"),
        (1234567, r"00\-000", "1234-567"),
        (5, "00", "05"),
        (5, "0", "5"),
        (5, "General", "5"),
        (5.0, "#,##0", "5"),
    ],
)
def test_a_code_is_read_as_its_number_format_shows_it(tmp_path: Path, value: float, form: str, read: str) -> None:
    url = as_excel(tmp_path / "a.xlsx", base())
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cell = book["reception_sessions"]["A4"]
    cell.value, cell.number_format = value, form
    book["reception_visits"]["B4"] = read
    book.save(tmp_path / "a.xlsx")
    loaded = load(url)
    assert loaded.read == WHOLE
    assert loaded.one("select session_id from stage.reception_sessions where seq = 3") == read


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    url = as_excel(tmp_path / "a.xlsx", base())
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    book["posts"].sheet_state = "hidden"
    book["units"].sheet_state = "veryHidden"
    for row in (3, 4):
        book["dossiers"].row_dimensions[row].hidden = True
    book.save(tmp_path / "a.xlsx")
    loaded = load(url)
    assert loaded.read == WHOLE
    assert [line for line in loaded.said if "ẩn" in line] == [
        "Tệp a.xlsx: trang units đang bị ẩn, vẫn được đọc",
        "Tệp a.xlsx: trang posts đang bị ẩn, vẫn được đọc",
        "Tệp a.xlsx, trang dossiers: 2 dòng đang bị ẩn, vẫn được đọc",
    ]
    kept = dict(loaded.rows("select table_name, remark from stage.load_log where remark is not null"))
    assert sorted(kept) == ["dossiers", "posts", "units"]
    assert kept["dossiers"] == "Tệp a.xlsx, trang dossiers: 2 dòng đang bị ẩn, vẫn được đọc."


def test_a_hidden_sheet_in_front_is_not_the_table(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    for table, lines in base().items():
        as_excel(folder / f"{table}.xlsx", {"bộ nhớ đệm": [["x"]], "Sheet1": lines})
        book = openpyxl.load_workbook(folder / f"{table}.xlsx")
        book.worksheets[0].sheet_state = "hidden"
        book.save(folder / f"{table}.xlsx")
    assert load(f"excel:///{folder}").read == WHOLE


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"units\.xls: sổ tính kiểu cũ \(\.xls\)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            r"units\.xls: sổ tính có mật khẩu",
        ),
        (b"<html><table></table></html>", r"units\.xls: không phải sổ tính \.xlsx"),
        (b"PK\x03\x04" + b"\0" * 100, r"units\.xls: không phải sổ tính \.xlsx"),
        (b"", r"units\.xls: không phải sổ tính \.xlsx"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_what_it_is(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "units.xls").write_bytes(content)
    with pytest.raises(LoaderError, match=sentence):
        load(f"excel:///{tmp_path}")


@pytest.mark.parametrize("damage", [_cut("units", 2), lambda cells: put(cells, "units", 2, "unit_code", "x\x00y")])
def test_check_says_what_a_refresh_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: Callable[[Cells], None]
) -> None:
    cells = base()
    damage(cells)
    monkeypatch.setenv("CASE_DATABASE_URL", as_csv(tmp_path / "a", cells))
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    assert command.main(["check"]) == 1
    said = capsys.readouterr()
    assert "units: KHÔNG DÙNG ĐƯỢC" in said.out
    assert said.err == "Nguồn chưa dùng được: 1 bảng cần sửa.\n"
