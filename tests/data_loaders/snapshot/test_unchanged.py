"""A source that was not written to is not read again, where that is asked for; anything else that changes is seen."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from data_loaders import messages
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, building, last_attempt, refresh, unchanged
from data_loaders.sources import source
from data_loaders.sources.source import open_source
from tests import tiny_province
from tests.data_loaders.conftest import opened
from tests.machine import until

MORNING, NOON = datetime(2026, 11, 22, 8), datetime(2026, 11, 22, 12)  # noqa: DTZ001
TODAY = date(2026, 11, 22)
RULES = Path(building.__file__).parents[1] / "law"
Take = Callable[..., SnapshotRef]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tiny_province.build(tmp_path / "case.sqlite")


@pytest.fixture
def take(case: Path, settings: Callable[..., Settings]) -> Take:
    """A refresh at that time, with these settings, that may leave the source unread."""

    def make(now: datetime = MORNING, url: str = f"sqlite:///{case}", **other: Any) -> SnapshotRef:
        asked = {"case_skip_unchanged": True, "case_allow_writable": True, **other}
        return refresh(settings(url, **asked), progress=print, now=lambda: now)

    return make


def test_nothing_written_nothing_read(
    take: Take, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = take()
    monkeypatch.setattr(building, "_build", lambda *_, **__: pytest.fail("the source was read"))
    capsys.readouterr()
    assert take(NOON) == first
    assert capsys.readouterr().out == messages.UNCHANGED.format(taken="08:00 ngày 22/11/2026") + "\n"
    assert last_attempt(first.path.parent)["at"] == NOON.isoformat(), "it was looked at then"
    assert [path.name for path in first.path.parent.glob("*.duckdb")] == [first.path.name]
    assert not list(first.path.parent.glob("building-*"))


@pytest.mark.parametrize(
    "statement",
    [
        "update dossiers set closed_on = '2026-11-20', closing = 'decision' where dossier_id = 'V01'",
        "delete from dossiers where dossier_id = 'V05'",
    ],
    ids=["a row changed without a new time of change", "a row deleted"],
)
def test_whatever_was_written_is_read(take: Take, case: Path, statement: str) -> None:
    first = take()
    with closing(sqlite3.connect(case)) as db, db:
        db.execute(statement)
    second = take(NOON)
    with opened(first) as before, opened(second) as after:
        still_open = "select count(*) from dossiers where closed_on is null"
        assert before.execute(still_open).fetchall() == [(7,)]
        assert after.execute(still_open).fetchall() == [(6,)]


def test_a_damaged_snapshot_and_one_without_a_mark_are_no_measure(take: Take) -> None:
    first = take(case_skip_unchanged=False)
    second = take(MORNING.replace(hour=9))
    assert second.path != first.path
    second.path.write_bytes(b"damaged")
    assert take(NOON).path != second.path


@pytest.fixture
def marked(case: Path, settings: Callable[..., Settings], tmp_path: Path) -> Callable[..., str | None]:
    """The mark of a refresh with these settings."""
    rules = shutil.copytree(RULES, tmp_path / "rules", ignore=shutil.ignore_patterns("*.py", "__pycache__"))

    def make(url: str = f"sqlite:///{case}", today: date = TODAY, **other: Any) -> str | None:
        asked = settings(url, **{"case_skip_unchanged": True, "case_allow_writable": True, "rules_dir": rules, **other})
        with closing(open_source(asked)) as opened_source:
            return unchanged.mark(opened_source, asked, today=today)

    return make


def test_without_the_setting_there_is_no_mark(marked: Callable[..., str | None]) -> None:
    assert marked(case_skip_unchanged=False) is None
    assert marked() == marked() is not None


@pytest.mark.parametrize("linked", [False, True], ids=["the file itself", "a link to it"])
def test_what_is_only_in_the_log_of_sqlite_counts(
    marked: Callable[..., str | None], case: Path, tmp_path: Path, linked: bool
) -> None:
    (link := tmp_path / "srv" / "case.db").parent.mkdir()
    link.symlink_to(case)
    url = f"sqlite:///{link if linked else case}"
    with closing(sqlite3.connect(case)) as db:
        db.execute("pragma journal_mode = wal")
        before = marked(url)
        db.execute("delete from reception_visits where visit_id = 'L6'")
        db.commit()
        assert marked(url) != before


@pytest.mark.parametrize(
    "other",
    [
        {"mass_group_size": 12},
        {"case_as_of": date(2026, 11, 21)},
        {"case_data_begin": "2024-01-01"},
        {"case_timezone": "UTC"},
        {"today": date(2026, 11, 23)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_settings_and_the_day_count_too(marked: Callable[..., str | None], other: dict[str, Any]) -> None:
    assert marked() != marked(**other)


def test_files_beside_the_source_count_too(
    marked: Callable[..., str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [marked()]
    with (tmp_path / "rules" / "events.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    found.append(marked())
    (tmp_path / "geography").mkdir()
    (tmp_path / "geography" / "communes.geojson").write_text("{}", encoding="utf-8")
    found.append(marked())
    program = shutil.copytree(unchanged.PROGRAM, tmp_path / "program")
    monkeypatch.setattr(unchanged, "PROGRAM", program)
    found.append(marked())
    (program / "snapshot" / "sql" / "place.sql").write_text("-- otherwise", encoding="utf-8")
    found.append(marked())
    (tmp_path / "requirements.lock").write_text("duckdb==0", encoding="utf-8")
    found.append(marked())
    assert len(set(found)) == len(found)


def test_maps_beside_the_demo_count_where_the_source_is_no_file(
    settings: Callable[..., Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (handed := tmp_path / "handed").mkdir()
    (maps := tmp_path / "demo" / "geography").mkdir(parents=True)
    monkeypatch.setattr(source, "DEMO_DATABASE", maps.parent / "case.sqlite")
    asked = settings(f"csv:///{handed}", case_skip_unchanged=True)
    with closing(open_source(asked)) as no_file:
        no_file.folder = None
        before = unchanged.mark(no_file, asked, today=TODAY)
        (maps / "communes.geojson").write_text("{}", encoding="utf-8")
        assert unchanged.mark(no_file, asked, today=TODAY) != before


@pytest.mark.parametrize("kind", ["csv", "excel"])
def test_files_handed_over(marked: Callable[..., str | None], tmp_path: Path, kind: str) -> None:
    (folder := tmp_path / "handed").mkdir()
    (handed := folder / "visits").write_text("a", encoding="utf-8")
    before = marked(f"{kind}:///{folder}")
    assert before == marked(f"{kind}:///{folder}") is not None
    handed.write_text("b", encoding="utf-8")
    assert marked(f"{kind}:///{folder}") != before


@pytest.fixture
def server(postgres_database: Callable[[], str]) -> Iterator[tuple[str, psycopg.Connection[Any]]]:
    """A PostgreSQL with the tiny province, and a connection that writes to it."""
    url = postgres_database()
    tiny_province.copy_to(url)
    plain = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        yield url, connection


def test_postgresql_tells_by_the_end_of_its_log(take: Take, server: tuple[str, psycopg.Connection[Any]]) -> None:
    url, writer = server
    until(lambda: take(url=url) == take(NOON, url=url))  # the server cleans up by itself for a while
    writer.execute("update petitions set channel = 'post' where petition_id = 'T1'")
    second = take(NOON, url=url)
    with opened(second) as db:
        assert db.execute("select channel from petitions where petition_id = 'T1'").fetchall() == [("post",)]


def test_a_write_during_the_reading_is_read_the_next_time(
    take: Take, server: tuple[str, psycopg.Connection[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, writer = server
    built = building._build

    def with_a_write(*given: Any, **named: Any) -> Any:
        done = built(*given, **named)
        writer.execute("delete from reception_visits where visit_id = 'L6'")
        return done

    with monkeypatch.context() as during:
        during.setattr(building, "_build", with_a_write)
        first = take(url=url)
    second = take(NOON, url=url)
    with opened(first) as before, opened(second) as after:
        visits = "select count(*) from reception_visits"
        assert before.execute(visits).fetchall() == [(6,)]
        assert after.execute(visits).fetchall() == [(5,)]


@pytest.fixture
def told(server: tuple[str, psycopg.Connection[Any]], settings: Callable[..., Settings]) -> Callable[..., str | None]:
    """What that server says of its being written to."""

    def ask(options: str = "") -> str | None:
        asked = settings(f"{server[0]}{options}", case_skip_unchanged=True, case_allow_writable=True)
        with closing(open_source(asked)) as opened_source:
            return opened_source.written()

    return ask


def test_a_transaction_that_is_not_over_is_told(
    told: Callable[..., str | None], server: tuple[str, psycopg.Connection[Any]]
) -> None:
    """A commit that stands in the log already, but is not seen yet, makes the next mark another one."""
    _, writer = server
    with psycopg.connect(writer.info.dsn, autocommit=True) as other:
        with writer.transaction():
            (number,) = writer.execute("select txid_current()").fetchone() or ()
            other.execute("select txid_current()")
            assert re.search(rf"[ :,]{number}\b", told() or "")
        assert not re.search(rf"[ :,]{number}\b", told() or f" {number}")


def test_a_server_that_has_no_log_does_not_say(
    told: Callable[..., str | None], server: tuple[str, psycopg.Connection[Any]]
) -> None:
    _, writer = server
    writer.execute("create function pg_current_wal_insert_lsn() returns pg_lsn language sql as 'select null::pg_lsn'")
    assert told() is not None
    assert told("&options=-csearch_path%3Dpublic,pg_catalog") is None


@pytest.mark.parametrize("extension", ["dblink", "citus"])
def test_rows_of_another_server_are_not_vouched_for(
    told: Callable[..., str | None], server: tuple[str, psycopg.Connection[Any]], extension: str
) -> None:
    _, writer = server
    row = f"(99999, '{extension}', 10, 2200, false, '1')"
    named = "oid, extname, extowner, extnamespace, extrelocatable, extversion"
    writer.execute("set allow_system_table_mods = on")
    writer.execute(f"insert into pg_extension ({named}) values {row}")
    assert told() is None


def test_tables_of_another_server_are_not_vouched_for(
    told: Callable[..., str | None], server: tuple[str, psycopg.Connection[Any]]
) -> None:
    _, writer = server
    assert told() is not None
    writer.execute("create foreign data wrapper far; create server there foreign data wrapper far")
    writer.execute("create foreign table elsewhere (a integer) server there")
    assert told() is None
