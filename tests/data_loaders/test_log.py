"""The log says what was done and where it failed, and never a value of a row."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
import sqlalchemy as sa

from data_loaders import __main__ as command
from data_loaders import log, snapshot
from data_loaders.messages import LoaderError
from data_loaders.snapshot import publish, renewal
from tests import tiny_province

PLANTED = "Nguyễn Văn Bí Mật 0912345678"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    log.start(tmp_path / "log.txt")
    yield tmp_path / "log.txt"
    log.start(tmp_path / "elsewhere.txt")


def of_duckdb() -> None:
    duckdb.sql(f"select cast('{PLANTED}' as integer)").fetchall()


def of_sqlalchemy() -> None:
    with sa.create_engine("sqlite://").begin() as db:
        db.execute(sa.text("create table t (name text unique)"))
        for _ in range(2):
            db.execute(sa.text("insert into t values (:name)"), {"name": PLANTED})


def of_python() -> None:
    int(PLANTED)


def hidden_behind_a_sentence() -> None:
    try:
        of_sqlalchemy()
    except sa.exc.SQLAlchemyError:
        raise LoaderError("Đọc bảng không xong.") from None


FAULTS = {
    of_duckdb: "ConversionException",
    of_sqlalchemy: "sqlalchemy.exc.IntegrityError",
    of_python: "builtins.ValueError",
    hidden_behind_a_sentence: "sqlite3.IntegrityError",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_an_error_is_logged_by_kind_and_place_and_no_value_of_a_row_gets_in(logged, fault):
    with pytest.raises(Exception) as caught:
        fault()
    entry = log.failed("refresh", caught.value)
    text = logged.read_text(encoding="utf-8")
    assert re.fullmatch("[0-9a-f]{4}", entry)
    assert f"refresh failed [{entry}]" in text
    assert FAULTS[fault] in text
    assert re.search(rf"tests/data_loaders/test_log\.py:\d+ {fault.__name__}", text)
    assert not any(part in text for part in ["Nguyễn", "Bí Mật", "0912345678", "insert into"])


def test_a_fact_that_is_more_than_a_code_is_left_out(logged):
    log.done("lock", code="2026-Q3", rows=12, by=PLANTED)
    assert logged.read_text(encoding="utf-8").rstrip().endswith("lock code=2026-Q3 rows=12 by=-")


def test_of_what_a_process_printed_only_kinds_and_places_are_kept(logged):
    said = (
        'Traceback (most recent call last):\n  File "/srv/app/data_loaders/x.py", line 7, in read\n'
        f'    raise ValueError("{PLANTED}")\nValueError: {PLANTED}\nKey (name)=({PLANTED}) exists\n'
    )
    log.ended("renewal", code=1, said=said)
    text = logged.read_text(encoding="utf-8")
    assert "renewal ended code=1" in text
    assert "app/data_loaders/x.py:7 read" in text
    assert "ValueError" in text
    assert "Nguyễn" not in text


def test_a_refresh_says_how_long_and_how_many(tmp_path, settings):
    path = tiny_province.build(tmp_path / "case.sqlite")
    ref = snapshot.refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)
    text = (tmp_path / "snapshots" / "log.txt").read_text(encoding="utf-8")
    assert re.search(rf"INFO \d+ refresh snapshot={ref.path.name} accepted=\d+ refused=\d+ seconds=\d+\.\d", text) or (
        re.search(rf"INFO \d+ refresh seconds=\d+\.\d snapshot={ref.path.name} accepted=\d+ refused=\d+", text)
    )


def test_a_driver_that_fails_on_a_row_is_told_by_the_sentence_and_the_log_together(
    tmp_path, settings, monkeypatch, capsys
):
    """A view of the source that cannot read one of its rows."""
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update units set name = ? where unit_code = '90'", [PLANTED])
        names = [row[1] for row in db.execute("pragma table_info(units)")]
        db.execute("alter table units rename to kept")
        read = ", ".join("json(name) as name" if name == "name" else name for name in names)
        db.execute(f"create view units as select {read} from kept")
    given = settings(f"sqlite:///{path}")
    monkeypatch.setenv("CASE_DATABASE_URL", given.case_database_url)
    monkeypatch.setenv("SNAPSHOT_DIR", str(given.snapshot_dir))
    assert command.main(["refresh"]) == 1
    said = capsys.readouterr().err.strip()
    (entry,) = re.findall(r" \(nhật ký: ([0-9a-f]{4})\)\.$", said)
    assert publish.last_attempt(given.snapshot_dir)["sentence"] == said
    text = (given.snapshot_dir / "log.txt").read_text(encoding="utf-8")
    assert f"[{entry}]" in text
    assert re.search(r"(Operational|Internal|Programming)Error", text)
    assert re.search(r"data_loaders/sources/\w+\.py:\d+ ", text)
    assert not any(part in text + said for part in ["Nguyễn", "Bí Mật", "0912345678"])


def test_an_error_nobody_foresaw_is_one_sentence_with_its_entry(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path))
    monkeypatch.setattr(command, "_status", lambda _: of_python())
    assert command.main(["status"]) == 1
    said = capsys.readouterr().err.strip()
    assert re.fullmatch(r"Có lỗi ngoài dự kiến khi chạy lệnh \(nhật ký: [0-9a-f]{4}\)\.", said)
    text = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "Nguyễn" not in text


def test_a_renewal_leaves_how_it_ended_in_the_log(tmp_path, monkeypatch):
    monkeypatch.setenv("CASE_DATABASE_URL", f"sqlite:///{tmp_path / 'none.sqlite'}")
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    assert renewal.refresh_beside() == 1
    text = (tmp_path / "snapshots" / "log.txt").read_text(encoding="utf-8")
    assert "refresh failed [" in text
    assert "renewal ended code=1" in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, settings, capsys):
    path = tiny_province.build(tmp_path / "case.sqlite")
    given = settings(f"sqlite:///{path}", log_file=tmp_path / "no" / "such" / "folder" / "log.txt")
    assert snapshot.refresh(given, progress=lambda _: None).path.is_file()
    assert capsys.readouterr().err == ""


def test_an_error_nobody_foresaw_in_a_refresh_is_told_like_any_other(tmp_path, settings, monkeypatch):
    from data_loaders.snapshot import shaping

    monkeypatch.setattr(shaping, "run", lambda *_, **__: of_python())
    given = settings(f"sqlite:///{tiny_province.build(tmp_path / 'case.sqlite')}")
    with pytest.raises(LoaderError, match="lỗi ngoài dự kiến") as caught:
        snapshot.refresh(given, progress=lambda _: None)
    assert publish.last_attempt(given.snapshot_dir)["sentence"] == log.told(caught.value)
    text = (given.snapshot_dir / "log.txt").read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "Nguyễn" not in text
