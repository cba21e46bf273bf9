"""Chốt số liệu: a locked figure never changes, and a damaged lock says so."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, locks, refresh
from data_loaders.snapshot.status import facts, report
from tests import tiny_province

NOW = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tiny_province.build(tmp_path / "case.sqlite")


@pytest.fixture
def ref(case: Path, settings: Callable[..., Settings]) -> SnapshotRef:
    return refresh(settings(f"sqlite:///{case}"), progress=lambda _: None)


def _lock(ref: SnapshotRef, code: str = "2026-Q3", calendar: str = "inspectorate") -> locks.Lock:
    return locks.lock(ref.path.parent, ref, code=code, calendar=calendar, by="Văn phòng", now=NOW)


def test_a_lock_names_its_period_its_maker_and_every_file(ref: SnapshotRef) -> None:
    made = _lock(ref)
    assert (made.start_on, made.end_on) == (date(2026, 6, 15), date(2026, 9, 14))
    assert (made.locked_by, made.locked_at, made.snapshot_id) == ("Văn phòng", NOW, ref.snapshot_id)
    files = json.loads((made.folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(files) == {path.name for path in made.folder.iterdir()} - {"manifest.json", "manifest.sha256"}
    assert made.rows["dossiers"] == 12
    assert [each.damaged for each in locks.listed(ref.path.parent)] == [()]


def test_the_locked_facts_stay_when_the_source_and_the_snapshots_move_on(
    case: Path, ref: SnapshotRef, settings: Callable[..., Settings], tmp_path: Path
) -> None:
    made = _lock(ref)
    with closing(sqlite3.connect(case)) as db, db:
        db.execute("delete from extensions")
        db.execute("update dossiers set closed_on = '2026-09-01', closing = 'withdrawn' where dossier_id = 'V01'")
    later = settings(f"sqlite:///{case}", snapshot_keep_days=0)
    refresh(later, progress=lambda _: None, now=lambda: datetime(2026, 12, 24))  # noqa: DTZ001
    assert not ref.path.exists()
    with duckdb.connect(str(locks.open_locked(made, into=tmp_path)), read_only=True) as db:
        assert db.execute("select closed_on from dossiers where dossier_id = 'V01'").fetchone() == (None,)
        assert db.execute("select count(*) from extensions").fetchone() == (1,)


def test_a_lock_whose_file_this_duckdb_cannot_read_is_made_again_from_parquet(
    ref: SnapshotRef, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _lock(ref)
    tables = {name: rows for name, rows in made.rows.items() if rows}
    real = duckdb.connect
    monkeypatch.setattr(
        duckdb, "connect", lambda path, **options: real(path if "locks" not in path else "/dev/null", **options)
    )
    again = locks.open_locked(made, into=tmp_path)
    monkeypatch.undo()
    assert again.parent == tmp_path
    with duckdb.connect(str(again), read_only=True) as db:
        found = {name: db.execute(f"select count(*) from {name}").fetchone()[0] for name in tables}
    assert found == tables


def test_a_lock_is_never_made_twice(ref: SnapshotRef) -> None:
    _lock(ref)
    with pytest.raises(LoaderError, match="Kỳ 2026-Q3 đã chốt lúc 08:00 ngày 22/11/2026"):
        _lock(ref)
    assert _lock(ref, calendar="calendar").start_on == date(2026, 7, 1)


@pytest.mark.parametrize(
    "code", ["2026-Q5", "2026", "2026-M13", "2026-12-31..2026-01-01", "2026-02-30..2026-03-01", "../x"]
)
def test_what_is_no_period(ref: SnapshotRef, code: str) -> None:
    with pytest.raises(LoaderError, match="không đọc được"):
        _lock(ref, code=code)


def test_a_period_that_runs_cannot_be_locked(ref: SnapshotRef) -> None:
    with pytest.raises(LoaderError, match="kết thúc ngày 14/12/2026, số liệu mới đến ngày 22/11/2026"):
        _lock(ref, code="2026-Q4")
    assert _lock(ref, code="2025-08-01..2026-07-31").end_on == date(2026, 7, 31)


@pytest.mark.parametrize("name", ["dossiers.parquet", "snapshot.duckdb", "manifest.json", "manifest.sha256"])
def test_a_damaged_lock_says_so(ref: SnapshotRef, tmp_path: Path, name: str) -> None:
    made = _lock(ref)
    path = made.folder / name
    path.write_bytes(path.read_bytes()[:-3] + b"xyz")
    (found,) = locks.listed(ref.path.parent)
    assert found.damaged
    with pytest.raises(LoaderError, match="đã hỏng"):
        locks.open_locked(made, into=tmp_path)


def test_a_file_that_is_gone_is_damage_too(ref: SnapshotRef, settings: Callable[..., Settings], case: Path) -> None:
    made = _lock(ref)
    (made.folder / "units.parquet").unlink()
    assert facts(ref.path.parent)["locks"][0]["damaged"] == ["units.parquet"]
    assert "ĐÃ HỎNG (units.parquet)" in report(settings(f"sqlite:///{case}"), as_json=False)


@pytest.mark.parametrize("files", [{}, ["a"], "a", 5, None])
def test_a_strangers_manifest_is_a_damaged_lock(tmp_path: Path, files: object) -> None:
    folder = tmp_path / locks.FOLDER / "sao-luu"
    folder.mkdir(parents=True)
    days = dict.fromkeys(["start_on", "end_on", "locked_at", "as_of"], "2026-01-01")
    others = {"code": 1, "calendar": None, "locked_by": "x", "snapshot_id": "x", "rows": {}, "files": files}
    (folder / locks.MANIFEST).write_text(json.dumps(days | others), encoding="utf-8")
    [found] = locks.listed(tmp_path)
    assert found.damaged == (locks.MANIFEST,)
    assert isinstance(found.code, str) and isinstance(found.calendar, str)
