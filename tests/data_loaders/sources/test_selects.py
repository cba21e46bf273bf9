"""CASE_SOURCE: one SELECT a file, and nothing else gets near the source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import checking, refresh
from data_loaders.sources import selects
from data_loaders.sources.database import DatabaseSource
from data_loaders.sources.source import open_source
from tests import legacy_kntc, tiny_province
from tests.data_loaders.conftest import opened

GOOD = (
    "select 1 as a",
    "select 1 as a;",
    "select 1 as a; -- xong",
    "with x as (select 1 as a) select a from x",
    "select 1 as a union all select 2",
    "select ';' as a -- drop table x",
)
REFUSED = {
    "": "có 0 câu",
    "select 1; select 2": "có 2 câu",
    "delete from x": "chỉ được có một câu SELECT",
    "drop table x": "chỉ được có một câu SELECT",
    "with x as (delete from y returning *) select * from x": "chỉ được có một câu SELECT",
    "select * into x from y": "chỉ được có một câu SELECT",
    "select * from x for update": "chỉ được có một câu SELECT",
    "update x set a = 1": "chỉ được có một câu SELECT",
    "copy x to '/tmp/x'": "chỉ được có một câu SELECT",
    "select * from (": "lỗi cú pháp SQL ở dòng 1",
}


@pytest.mark.parametrize("text", GOOD)
def test_one_select_is_taken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "units.sql"
    path.write_text(text, encoding="utf-8")
    assert selects.one_select(path, dialect="postgres").startswith(text[:10])
    assert selects.load(tmp_path, backend="postgresql").keys() == {"units"}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.items())
def test_anything_else_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "units.sql"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoaderError, match=sentence):
        selects.one_select(path, dialect="postgres")


def test_a_folder_that_is_not_one(tmp_path: Path) -> None:
    with pytest.raises(LoaderError, match="Không thấy thư mục"):
        selects.load(tmp_path / "khong-co", backend="sqlite")
    with pytest.raises(LoaderError, match=r"không có tệp \.sql"):
        selects.load(tmp_path, backend="sqlite")
    (tmp_path / "dossier.sql").write_text("select 1")
    with pytest.raises(LoaderError, match=r"dossier\.sql .* không mang tên một bảng chuẩn"):
        selects.load(tmp_path, backend="sqlite")


def test_every_file_of_the_worked_example_is_one_select() -> None:
    assert len(selects.load(legacy_kntc.FOLDER, backend="postgresql")) == 17


def _translated(folder: Path) -> Path:
    """A folder that renames what the tiny province has: comments, colons and per cents stay what they are."""
    made = folder / "source"
    made.mkdir()
    for name in tiny_province.ROWS:
        (made / f"{name}.sql").write_text(f"select * from {name} where '10:30 %s :x' like '10:30 %' -- của tỉnh\n;\n")
    return made


def test_a_translated_source_is_read(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    ref = refresh(settings(f"sqlite:///{path}", case_source=_translated(tmp_path)), progress=lambda _: None)
    with opened(ref) as db:
        assert db.execute("select count(*) from dossiers").fetchone() == (12,)


def test_rows_through_sqlalchemy_are_the_same_rows(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    """The way of every database that has no ADBC driver here, tried on SQLite."""
    path = tiny_province.build(tmp_path / "case.sqlite", dirty=True)
    for source_folder in (None, _translated(tmp_path)):
        source = open_source(settings(f"sqlite:///{path}", case_source=source_folder))
        fast = [part.to_pylist() for part in source.read("dossiers", ["dossier_id", "people_count", "closed_on"])]
        rows = DatabaseSource.read(source, "dossiers", ["dossier_id", "people_count", "closed_on"])
        slow = [part.to_pylist() for part in rows]
        blank = [[{name: value or "" for name, value in row.items()} for row in part] for part in slow]
        assert blank == fast
        source.close()


def test_check_tells_what_a_dba_can_act_on(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite", dirty=True, without=("posts", "transfers"))
    made = settings(f"sqlite:///{path}")
    source = open_source(made)
    with checking.stage() as db:
        findings = {each.table: each for each in checking.look(source, db, as_of=made.as_of(), limit=1000)}
    source.close()
    said = "\n".join(line for each in findings.values() for line in checking.words(each))
    assert findings["posts"].failure == "Nguồn thiếu bảng bắt buộc posts."
    assert not findings["transfers"].present
    assert findings["transfers"].failure is None
    assert "cột kind có giá trị chưa quy về mã chuẩn: «khiếu nại» (1)" in said
    assert "cột field_code có giá trị chưa quy về mã chuẩn: «khac.la» (1), «(ẩn)» (1)" in said
    assert "0912" not in said
    assert "cột received_on: ngày không hợp lệ, 1 dòng" in said
