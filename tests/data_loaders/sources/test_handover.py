"""Hand-overs as files: what offices get wrong is one sentence; and every setting and sentence is documented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from data_loaders import __main__ as command
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.sources.source import open_source

ROOT = Path(__file__).resolve().parents[3]


def _units(folder: Path, content: bytes) -> str:
    (folder / "units.csv").write_bytes(content)
    return f"csv:///{folder}"


def test_csv_with_quotes_line_breaks_and_columns_in_another_order(
    tmp_path: Path, settings: Callable[..., Settings]
) -> None:
    url = _units(tmp_path, 'NAME,ghi chú,"unit_code"\n"Xã ""Một"", cũ\nnay là hai",x,00123\n,,\n'.encode())
    source = open_source(settings(url))
    assert source.columns("units") == ["name", "ghi chú", "unit_code"]
    assert source.columns("dossiers") is None
    (part,) = source.read("units", ["unit_code", "name"])
    assert part.to_pylist()[0] == {"unit_code": "00123", "name": 'Xã "Một", cũ\nnay là hai'}
    source.close()


@pytest.mark.parametrize("content", [b"unit_code,name\n1,2,3\n", "unit_code;name\n1;Xã\n".encode("cp1252")])
def test_a_csv_that_cannot_be_read_is_named(tmp_path: Path, settings: Callable[..., Settings], content: bytes) -> None:
    source = open_source(settings(_units(tmp_path, content)))
    with pytest.raises(LoaderError, match=r"Không đọc được tệp units\.csv"):
        list(source.read("units", ["unit_code", "name"]))


def test_excel_of_one_table_a_file(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    book = openpyxl.Workbook()
    book.active.append(["unit_code", "population", "valid_from"])
    book.active.append(["00123", 12000.0, None])
    book.save(tmp_path / "units.xlsx")
    source = open_source(settings(f"excel:///{tmp_path}"))
    (part,) = source.read("units", ["unit_code", "population", "valid_from"])
    assert part.to_pylist() == [{"unit_code": "00123", "population": "12000", "valid_from": None}]
    assert source.columns("posts") is None
    source.close()


def test_what_is_no_workbook_no_folder_or_has_selects_beside_it(
    tmp_path: Path, settings: Callable[..., Settings]
) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK")
    with pytest.raises(LoaderError, match=r"Không đọc được tệp x\.xlsx"):
        open_source(settings(f"excel:///{tmp_path / 'x.xlsx'}")).columns("units")
    with pytest.raises(LoaderError, match="Không thấy thư mục khong-co"):
        open_source(settings(f"csv:///{tmp_path / 'khong-co'}"))
    with pytest.raises(LoaderError, match="CASE_SOURCE chỉ dùng với cơ sở dữ liệu"):
        open_source(settings(f"csv:///{tmp_path}", case_source=tmp_path))


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setenv("MASS_GROUP_SIZE", "nhiều")
    assert command.main(["refresh"]) == 1
    assert capsys.readouterr().err == "Biến môi trường MASS_GROUP_SIZE có giá trị không dùng được.\n"


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"`{name.upper()}`" not in text] == []
