"""A running app takes new snapshots beside itself: one at a time, at lowest priority, with a pause after a failure."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data_loaders.settings import Settings
from data_loaders.snapshot import publish, renewal
from data_loaders.snapshot.publish import current
from tests import tiny_province
from tests.machine import PATIENCE, until

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001
APP = """
from data_loaders import settings
from data_loaders.snapshot import renewal
renewal.start(settings.Settings(), look_every=0.1).join()
"""


def _manifest(directory: Path, taken_at: datetime) -> None:
    (directory / "snapshot-x.duckdb").touch()
    facts = {"snapshot_id": "x", "taken_at": taken_at, "as_of": taken_at.date(), "source_label": "", "is_demo": False}
    publish.write_json(directory / publish.MANIFEST, {"file": "snapshot-x.duckdb", **facts, "province_name": None})


@pytest.mark.parametrize(
    ("age", "minutes", "due"),
    [(59, 60, False), (60, 60, True), (600, 0, False), (-1, 60, True)],
    ids=["young", "old", "off", "of the future: the clock was moved back"],
)
def test_when_a_snapshot_is_renewed(tmp_path: Path, age: int, minutes: int, due: bool) -> None:
    _manifest(tmp_path, NOW - timedelta(minutes=age))
    assert renewal.is_due(tmp_path, minutes=minutes, now=NOW) is due


@pytest.mark.parametrize(("ago", "due"), [(9, False), (10, True), (-5, True)])
def test_a_failure_is_followed_by_a_pause(tmp_path: Path, ago: int, due: bool) -> None:
    _attempted(tmp_path, NOW - timedelta(minutes=ago), ok=False)
    assert renewal.is_due(tmp_path, minutes=60, now=NOW) is due


@pytest.mark.parametrize(("ago", "due"), [(59, False), (60, True), (-1, True)])
def test_a_look_that_found_nothing_new_counts_as_a_renewal(tmp_path: Path, ago: int, due: bool) -> None:
    _attempted(tmp_path, NOW - timedelta(minutes=ago), ok=True)
    assert renewal.is_due(tmp_path, minutes=60, now=NOW) is due
    (tmp_path / publish.MANIFEST).unlink()
    assert renewal.is_due(tmp_path, minutes=60, now=NOW), "there is none"


def _attempted(directory: Path, at: datetime, *, ok: bool) -> None:
    """A snapshot of five hours ago, and the last attempt to take another."""
    _manifest(directory, NOW - timedelta(hours=5))
    attempt = {"at": at, "ok": ok, "sentence": "", "failing_since": None if ok else NOW}
    publish.write_json(directory / publish.ATTEMPT, attempt)


def test_it_is_off_unless_asked_for(settings: Callable[..., Settings]) -> None:
    assert Settings(case_database_url="sqlite:///x").snapshot_renew_minutes == 0
    assert renewal.start(settings("sqlite:///x")) is None


@pytest.fixture
def two_apps(tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two processes of the app's renewal on one SNAPSHOT_DIR that has no snapshot yet."""
    environment = {
        **os.environ,
        "CASE_DATABASE_URL": f"sqlite:///{tiny_province.build(tmp_path / 'case.sqlite')}",
        "CASE_AS_OF": tiny_province.AS_OF,
        "SNAPSHOT_DIR": str(tmp_path / "snapshots"),
        "GEOGRAPHY_DIR": str(tmp_path),
        "SNAPSHOT_RENEW_MINUTES": "1000",
    }
    started = [subprocess.Popen([sys.executable, "-c", APP], cwd=ROOT, env=environment) for _ in range(2)]
    yield started
    for process in started:
        process.kill()
        process.wait()


def test_two_apps_renew_one_at_a_time_and_give_way_to_viewers(
    tmp_path: Path, two_apps: list[subprocess.Popen[bytes]]
) -> None:
    directory, working, priorities = tmp_path / "snapshots", [0], set()

    def refreshing() -> list[int]:
        return [child for app in two_apps for child in _children(app.pid)]

    def over() -> bool:
        working.append(len(list(directory.glob(f"{publish.WORKING}*"))))
        priorities.update(_priorities(refreshing()))
        return current(directory) is not None and not refreshing()

    until(over, every=0.02)
    assert max(working) == 1
    assert os.getpriority(os.PRIO_PROCESS, two_apps[0].pid) < renewal.LOWEST
    assert renewal.LOWEST in priorities
    assert all(app.poll() is None for app in two_apps)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*"):
        try:
            found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def _priorities(pids: list[int]) -> set[int]:
    found = set()
    for pid in pids:
        try:
            found.add(os.getpriority(os.PRIO_PROCESS, pid))
        except OSError:
            continue
    return found


def test_a_refresh_that_fails_leaves_its_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASE_DATABASE_URL", f"sqlite:///{tmp_path / 'khong.sqlite'}")
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    assert renewal.refresh_beside() == 1
    assert "Không thấy tệp" in publish.last_attempt(tmp_path / "snapshots")["sentence"]


@pytest.mark.parametrize(
    "content",
    ["", '{"file": "snapshot-x.duckdb", "snapsh', '{"file": "snapshot-x.duckdb"}', "[]"],
    ids=["empty", "cut off", "keys missing", "a stranger's"],
)
def test_a_manifest_that_is_not_whole_is_replaced_by_the_next_refresh(tmp_path: Path, content: str) -> None:
    _manifest(tmp_path, NOW)
    (tmp_path / publish.MANIFEST).write_text(content, encoding="utf-8")
    (tmp_path / publish.ATTEMPT).write_text('{"ok": false, "at": "hôm qua"}', encoding="utf-8")
    assert current(tmp_path) is None
    assert publish.last_attempt(tmp_path) == {}
    assert renewal.is_due(tmp_path, minutes=60, now=NOW)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_follows_a_new_snapshot_does_not_follow_a_look_that_found_none(
    tmp_path: Path, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASE_DATABASE_URL", f"sqlite:///{tiny_province.build(tmp_path / 'case.sqlite')}")
    monkeypatch.setenv("CASE_AS_OF", tiny_province.AS_OF)
    monkeypatch.setenv("CASE_SKIP_UNCHANGED", "1")
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    monkeypatch.setenv("GEOGRAPHY_DIR", str(tmp_path))
    looks, followed = [True, True], []

    def due(*_: object, **__: object) -> bool:
        if not looks:
            raise SystemExit
        return looks.pop()

    monkeypatch.setattr(renewal, "is_due", due)
    watched = settings("sqlite:///x").model_copy(update={"snapshot_renew_minutes": 60})
    thread = renewal.start(
        watched, look_every=0.01, pause=timedelta(0), then=lambda: followed.append(current(tmp_path / "snapshots"))
    )
    assert thread is not None
    thread.join(PATIENCE)
    assert looks == []
    assert followed == [current(tmp_path / "snapshots")]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_the_thread_outlives_a_folder_that_does_not_answer(
    settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [OSError(errno.ESTALE, "stale file handle"), SystemExit]

    def gone(*_: object, **__: object) -> bool:
        raise answers.pop(0)

    monkeypatch.setattr(renewal, "is_due", gone)
    watched = settings("sqlite:///x").model_copy(update={"snapshot_renew_minutes": 60})
    thread = renewal.start(watched, look_every=0.01, pause=timedelta(0))
    assert thread is not None
    thread.join(PATIENCE)
    assert answers == []  # it was asked again after the failure
