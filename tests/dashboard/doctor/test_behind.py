"""Each fault behind the pages, made on the real part, is found and told with what to do; nothing is changed."""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dashboard.doctor import behind
from dashboard.doctor.__main__ import main
from dashboard.doctor.finding import Finding
from dashboard.words import doctor as words
from data_loaders import trail
from data_loaders.settings import Settings
from tests import shown

AT = dt.datetime.combine(dt.date(2026, 11, 22), dt.time(9))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A SNAPSHOT_DIR of its own."""
    shutil.copytree(shown.tiny(), tmp_path / "snapshots")
    return tmp_path / "snapshots"


def faults(found: Iterable[Finding]) -> list[str]:
    return [each.said for each in found if each.is_bad]


def taken(folder: Path, **facts: object) -> None:
    manifest = folder / "current.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | facts), encoding="utf-8")


def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, **values: object) -> None:
    usual = {"LOG_FILE": tmp_path / "log.txt", "ACCESS_DIR": tmp_path / "access"}
    for name, value in {**usual, **values}.items():
        monkeypatch.setenv(name, str(value))


def case(url: object, **other: object) -> Settings:
    return Settings(case_database_url=str(url), **other)


def test_a_whole_installation_without_sign_in_is_good(copied, tmp_path, monkeypatch, capsys):
    trail.write(tmp_path / "trail", "open", {})
    before = sorted(path for path in tmp_path.rglob("*"))
    set_up(monkeypatch, tmp_path, SNAPSHOT_DIR=copied, TRAIL_DIR=tmp_path / "trail",
           CASE_DATABASE_URL=f"sqlite:///{shown.tiny().parent / 'case.sqlite'}")  # fmt: skip
    taken(copied, taken_at=dt.datetime.now(dt.UTC).replace(tzinfo=None).isoformat())
    assert main(["--secrets", str(tmp_path / "none.toml")]) == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert words.ALL_GOOD in said and words.BAD not in said
    assert all(words.PARTS[part] in said for part in ("source", "tables", "disk", "snapshot", "trail", "secrets"))
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_a_setting_that_cannot_be_read_is_named_and_ends_it(monkeypatch, capsys):
    monkeypatch.setenv("SNAPSHOT_KEEP_DAYS", "many")
    assert main([]) == 1
    said = capsys.readouterr().out
    assert "SNAPSHOT_KEEP_DAYS" in said and words.SETTINGS_DO in said
    assert said.count("\n") == 3


@pytest.mark.parametrize(
    ("statement", "part", "said"),
    [
        (None, "source", "Không thấy tệp cơ sở dữ liệu"),
        ("drop table dossiers", "tables", "thiếu bảng bắt buộc dossiers"),
        (
            "alter table units rename column unit_code to ma",
            "tables",
            "Bảng units của nguồn thiếu cột bắt buộc unit_code",
        ),
    ],
)
def test_a_source_that_is_away_or_lacks_something(tmp_path, statement, part, said):
    path = tmp_path / "case.sqlite"
    if statement:
        shutil.copy(shown.tiny().parent / "case.sqlite", path)
        with sqlite3.connect(path) as db:
            db.execute(statement)
        db.close()
    bad = [found for found in behind.source(case(f"sqlite:///{path}")) if found.is_bad]
    assert [found.part for found in bad] == [part]
    assert said in bad[0].said


def test_a_server_whose_account_may_write(postgres_database: Callable[[], str]):
    (found,) = behind.source(case(postgres_database()))
    assert found.is_bad and "có quyền ghi" in found.said


def test_a_server_that_does_not_answer():
    (found,) = behind.source(case("postgresql+psycopg://a:b@127.0.0.1:1/none"))
    assert found.do == words.SOURCE_DO


def test_folders_that_cannot_be_written_or_everybody_may_write(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    settings = Settings(
        snapshot_dir=tmp_path / "file" / "snapshots", access_dir=tmp_path / "open", log_file=tmp_path / "new" / "log"
    )
    assert faults(behind.folders(settings)) == [
        words.FOLDER_BAD.format(name=tmp_path / "file" / "snapshots"),
        words.FOLDER_OPEN.format(name=tmp_path / "open"),
    ]
    assert not (tmp_path / "new").exists()


def test_a_folder_on_a_full_disk_of_its_own(tmp_path):
    """The system refuses more than a few bytes, as a full disk does; making a file alone goes well."""
    settings = Settings(
        **dict.fromkeys(("snapshot_dir", "access_dir", "trail_dir"), tmp_path), log_file=tmp_path / "log"
    )
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        (found,) = behind.folders(settings)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (found.said, found.do) == (words.FOLDER_FULL.format(name=tmp_path), words.FULL_DO)
    assert faults(behind.folders(settings)) == [] and list(tmp_path.iterdir()) == []


def test_a_disk_without_room_for_three_snapshots(copied):
    file = copied / json.loads((copied / "current.json").read_text())["file"]
    os.truncate(file, 4 * 2**40)  # a file of holes
    (said,) = faults(behind.disk(Settings(snapshot_dir=copied)))
    assert "12.582.912 MB" in said


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, None), (-27, "đã quá 26 giờ"), (1, "sau giờ của máy này")],
)
def test_the_age_of_the_snapshot(copied, hours, said):
    taken(copied, taken_at=(AT + dt.timedelta(hours=hours)).isoformat(), is_demo=False)
    found = faults(behind.snapshot(Settings(snapshot_dir=copied), now=AT))
    assert len(found) == bool(said) and all(said in each for each in found)


def test_a_snapshot_that_is_not_there_or_broken_or_whose_renewal_fails(copied, tmp_path):
    assert "Chưa có bản số liệu" in faults(behind.snapshot(Settings(snapshot_dir=tmp_path / "none"), now=AT))[0]
    taken(copied, taken_at=AT.isoformat())
    attempt = {"at": AT.isoformat(), "ok": False, "sentence": "Không kết nối được nguồn."}
    (copied / "last_attempt.json").write_text(json.dumps(attempt), encoding="utf-8")
    assert "Không kết nối được nguồn" in faults(behind.snapshot(Settings(snapshot_dir=copied), now=AT))[0]
    (copied / json.loads((copied / "current.json").read_text())["file"]).write_bytes(b"broken")
    assert "đã hỏng" in faults(behind.snapshot(Settings(snapshot_dir=copied), now=AT))[0]


def test_a_damaged_lock_and_a_broken_trail(copied, tmp_path):
    (copied / "locks" / "2026-Q3-inspectorate").mkdir(parents=True)
    (copied / "locks" / "2026-Q3-inspectorate" / "lock.json").write_text("{", encoding="utf-8")
    for _ in range(3):
        trail.write(tmp_path / "trail", "open", {"page": "backlog"})
    path = tmp_path / "trail" / "trail-000001.jsonl"
    path.write_bytes(path.read_bytes().replace(b"backlog", b"waiting", 1))
    lock, broken = faults(behind.kept(Settings(snapshot_dir=copied, trail_dir=tmp_path / "trail")))
    assert "2026-Q3" in lock
    assert "dòng 1" in broken
