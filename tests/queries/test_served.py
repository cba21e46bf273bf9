"""Pages may ask a server instead of the file: the same rows from PostgreSQL and from ClickHouse, or the file's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given

from data_loaders.messages import LoaderError
from data_loaders.snapshot import publish, sharing
from data_loaders.snapshot.publish import SnapshotRef, current
from queries import analytics, question
from queries.ask import Scope, ask, open_snapshot
from queries.clickhouse import AS_THE_STANDARD, ClickHouseSnapshot
from queries.periods import rules_of
from queries.snapshot import PostgresSnapshot
from tests import shown
from tests.case_databases import case_databases, each_of, in_memory
from tests.queries.test_two_engines import LAST, VIEWS, window
from tests.queries.two_engines import InMemory, assert_same

PROVINCES = int(os.environ.get("SERVED_PROVINCES", "1"))
pytestmark = pytest.mark.xdist_group("served")  # ClickHouse lives once in a process


@pytest.fixture(scope="module")
def ref() -> SnapshotRef:
    found = current(shown.tiny())
    assert found is not None
    return found


@pytest.fixture(scope="module")
def clickhouse(tmp_path_factory: pytest.TempPathFactory, ref: SnapshotRef) -> str:
    """Address of a ClickHouse within this process that holds the tiny province."""
    url = f"chdb://{tmp_path_factory.mktemp('clickhouse')}"
    assert sharing.share(url, ref)
    return url


@pytest.fixture(scope="module")
def postgres(postgres_url: str, ref: SnapshotRef) -> Iterator[str]:
    engine = sa.create_engine(
        sa.make_url(postgres_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(sa.text("create database served"))
    url = sa.make_url(postgres_url).set(database="served").render_as_string(hide_password=False)
    assert sharing.share(url, ref)
    yield url
    engine.dispose()


def view(code: str, *, kind: str | None = None, area: str | None = None) -> dict[str, object]:
    return window(code, LAST) | {"kind": kind, "area": area, "division": "district"}


def asked() -> dict[str, object]:
    return {name: value for name, value in window("2026-Q3", LAST).items() if name != "calendar"}


@pytest.mark.parametrize("name", question.names())
def test_clickhouse_gives_the_rows_of_the_file(clickhouse, ref, name):
    server = ClickHouseSnapshot(clickhouse, database=sharing.schema_of(ref.path))
    assert_same(name, open_snapshot(ref.path), server, view("2026-Q4"))


@pytest.mark.parametrize("name", ["balance", "figures", "open_dossiers_by_age", "reception_by_kind"])
def test_totals_of_nothing_are_the_same_too(clickhouse, ref, name):
    server = ClickHouseSnapshot(clickhouse, database=sharing.schema_of(ref.path))
    assert_same(name, open_snapshot(ref.path), server, view("2025-Q3", kind="denunciation", area="C1"))


def test_clickhouse_gives_the_stocks_alone(clickhouse, ref):
    server = ClickHouseSnapshot(clickhouse, database=sharing.schema_of(ref.path))
    assert len(assert_same("figures", open_snapshot(ref.path), server, view("2026-Q4") | {"stocks": True}))


def test_postgresql_gives_the_rows_of_the_file(postgres, ref):
    server = PostgresSnapshot(postgres, schema=sharing.schema_of(ref.path))
    for name in question.names():
        assert_same(name, open_snapshot(ref.path), server, view("2026-Q4"))
    assert len(assert_same("figures", open_snapshot(ref.path), server, view("2026-Q4") | {"stocks": True}))


@pytest.mark.parametrize("half", range(min(PROVINCES, 2)))
def test_random_small_case_databases(clickhouse, half, monkeypatch):
    """`make soak` takes two hundred. Of nine matters nothing is worth a second thread or a program compiled for it."""
    for name in ("compile_expressions", "compile_aggregate_expressions", "compile_sort_description"):
        monkeypatch.setitem(AS_THE_STANDARD, name, 0)
    monkeypatch.setitem(AS_THE_STANDARD, "max_threads", 1)

    @each_of(max(PROVINCES // 2, 1), turn=half)
    @given(case_databases(), VIEWS)
    def both_agree(case, wanted):
        as_of, tables = case
        with closing(in_memory(as_of, tables)) as db, closing(sharing.engine_of(clickhouse)) as engine:
            engine.drop("random")
            sharing.load(engine, "random", db)
            server = ClickHouseSnapshot(clickhouse, database="random")
            for name in question.names():
                assert_same(
                    name, InMemory(db), server, wanted | window(wanted["code"], as_of, calendar=wanted["calendar"])
                )

    both_agree()


@pytest.mark.parametrize("engine", ["postgres", "clickhouse"])
def test_rules_are_the_snapshots_own(engine, ref, monkeypatch, request):
    monkeypatch.setenv("ANALYTICS_URL", request.getfixturevalue(engine))
    served = analytics.serving(ref.path)
    assert isinstance(served, analytics.Served)
    assert rules_of(served).is_complete
    assert rules_of(served).events.equals(rules_of(open_snapshot(ref.path)).events)


@pytest.mark.parametrize("engine", ["postgres", "clickhouse"])
def test_a_page_asks_the_server(engine, ref, monkeypatch, request):
    """Something that only the server holds is what comes: it was asked, not the file."""
    url = request.getfixturevalue(engine)
    monkeypatch.setenv("ANALYTICS_URL", url)
    served = analytics.serving(ref.path)
    assert isinstance(served, analytics.Served)
    columns, rows = served.run("select cast($day as date) as day, count(*) as n from dossiers", {"day": "2026-01-01"})
    assert columns == ["day", "n"]
    monkeypatch.setattr(analytics, "open_snapshot", lambda _: pytest.fail("the file was asked"))
    answer = ask("figures", served, Scope.everything(), **asked())
    assert len(answer) > 40 and rows


def test_where_the_server_is_away_the_file_answers_and_the_server_is_left_alone_for_a_while(ref, monkeypatch):
    away = analytics.Served("postgresql://nobody@127.0.0.1:9/none", ref.path, sharing.schema_of(ref.path))
    want = ask("figures", open_snapshot(ref.path), Scope.everything(), **asked())
    assert ask("figures", away, Scope.everything(), **asked()).equals(want)
    monkeypatch.setattr(away, "_engine", None)  # asking it again would fail otherwise than by its absence
    assert ask("figures", away, Scope.everything(), **asked()).equals(want)


def test_a_server_that_does_not_hold_the_snapshot_yet_is_not_asked_for_another(postgres, ref, tmp_path):
    (copy := tmp_path / "snapshot-20200101T000000-aaaaaaaa.duckdb").write_bytes(ref.path.read_bytes())
    other = analytics.Served(postgres, copy, sharing.schema_of(copy))
    assert not ask("agencies", other, Scope.everything()).empty


@pytest.mark.parametrize("engine", ["postgres", "clickhouse"])
def test_what_is_loaded_is_whole_once_and_goes_with_its_file(engine, ref, tmp_path, request):
    """Two installations on one server: each removes what is its own and gone, also what a kill left half loaded."""
    url = request.getfixturevalue(engine)
    assert not sharing.share(url, ref), "it is there already"
    first, second = (copied(ref, tmp_path / f"snapshot-2020010{day}T000000-aaaaaaaa.duckdb") for day in (1, 2))
    assert sharing.share(url, first)
    gone = sharing.schema_of(first.path)
    assert {sharing.schema_of(ref.path), gone} <= held(url), "another folder's stays"
    with closing(sharing.engine_of(url)) as server:
        server.create(f"loading_{gone}")
    first.path.unlink()
    assert sharing.share(url, second)
    assert {name for name in held(url) if gone in name} == set()
    assert {sharing.schema_of(ref.path), sharing.schema_of(second.path)} <= held(url)


def test_a_folder_keeps_its_identity_and_another_has_its_own(tmp_path):
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
        assert publish.identity(folder) == ""
    one, two = map(publish.identified, folders)
    assert one != two and publish.identified(folders[0]) == one == publish.identity(folders[0])
    (folders[0] / publish.IDENTITY).write_bytes(b"\xff damaged")
    assert len(publish.identified(folders[0])) == len(one)


def copied(ref: SnapshotRef, path: Path) -> SnapshotRef:
    path.write_bytes(ref.path.read_bytes())
    return replace(ref, path=path)


def held(url: str) -> set[str]:
    with closing(sharing.engine_of(url)) as server:
        return set(server.names())


def test_a_server_that_cannot_be_reached_is_one_sentence(ref):
    with pytest.raises(LoaderError, match="ANALYTICS_URL"):
        sharing.share("postgresql://nobody@127.0.0.1:9/none", ref)


def test_the_servers_account_writes_nothing(postgres, ref: SnapshotRef, tmp_path: Path):
    server = PostgresSnapshot(postgres, schema=sharing.schema_of(ref.path))
    with pytest.raises(sa.exc.InternalError, match="read-only"):
        server.run("delete from dossiers", {})
