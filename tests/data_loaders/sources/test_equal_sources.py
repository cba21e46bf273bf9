"""One province, four roads: SQLite, PostgreSQL, the legacy schema and files give one and the same snapshot."""

from __future__ import annotations

import csv
import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import psycopg
import pytest
import sqlalchemy as sa

from data_loaders.contract.tables import TABLES
from data_loaders.demo import province as demo_province
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, refresh
from tests import legacy_kntc

TABLES_OF = "select table_name from duckdb_tables() where database_name = ?"
TYPES = {"date": "date", "timestamp": "timestamp", "int": "integer", "number": "float8", "bool": "boolean"}
APART = ("snapshot_info", "load_log", "quarantine", "left_out")
"""What tells of the way in and not of the cases."""


pytestmark = pytest.mark.xdist_group("one province by four roads")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("equal")


@pytest.fixture(scope="module")
def first(folder: Path) -> SnapshotRef:
    path = folder / "demo" / "case.sqlite"
    path.parent.mkdir()
    demo_province.build(path, dossiers=1_500, progress=lambda _: None)
    _thin_out(path)
    return _refresh(folder, f"sqlite:///{path}", "sqlite")


def _thin_out(path: Path) -> None:
    """Leave one session in forty: there are as many in a small demo as in a large one, and Excel is slow."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("delete from reception_sessions where rowid % 40 <> 0")
        db.execute("delete from submissions where rowid % 10 <> 0")
        sessions = "select session_id from reception_sessions where session_id is not null"
        db.execute(f"delete from reception_visits where session_id not in ({sessions})")


def _refresh(folder: Path, url: str, name: str, **other: object) -> SnapshotRef:
    settings = Settings(
        case_database_url=url,
        case_as_of=datetime.date(2026, 11, 22),
        case_allow_writable=True,
        snapshot_dir=folder / f"snapshots-{name}",
        geography_dir=folder / "demo" / "geography",
        **other,
    )
    return refresh(settings, progress=lambda _: None)


def _differences(one: SnapshotRef, other: SnapshotRef) -> list[str]:
    with duckdb.connect() as db:
        db.execute(f"attach '{one.path}' as a (read_only)")
        db.execute(f"attach '{other.path}' as b (read_only)")
        tables = {which: {row[0] for row in db.execute(TABLES_OF, [which]).fetchall()} for which in "ab"}
        assert tables["a"] == tables["b"]
        found = []
        for table in sorted(tables["a"] - set(APART)):
            here, there = (
                db.execute(f"select count(*) from (from {x}.{table} except all from {y}.{table})").fetchone()[0]
                for x, y in ("ab", "ba")
            )
            if here or there:
                found.append(f"{table}: {here} only in the first, {there} only in the second")
        return found


def _rows(ref: SnapshotRef, table: str) -> list[dict[str, object]]:
    names = next(each.names for each in TABLES if each.name == table)
    with duckdb.connect(str(ref.path), read_only=True) as db:
        rows = db.execute(f"select {', '.join(names)} from {table} order by rowid").fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_province_is_not_empty(first: SnapshotRef) -> None:
    assert len(_rows(first, "dossiers")) > 1_000
    assert len(_rows(first, "transfers")) > 300


def test_postgresql_with_its_own_types(first: SnapshotRef, folder: Path, postgres_database: Callable[[], str]) -> None:
    url = postgres_database()
    address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as target:
        for table in TABLES:
            types = ", ".join(f"{column.name} {TYPES.get(column.kind, 'text')}" for column in table.columns)
            target.execute(f"create table {table.name} ({types})")
            with target.cursor().copy(f"copy {table.name} from stdin") as copy:
                for row in _rows(first, table.name):
                    copy.write_row(list(row.values()))
    assert _differences(first, _refresh(folder, url, "postgresql")) == []


def test_the_legacy_schema(first: SnapshotRef, folder: Path, postgres_database: Callable[[], str]) -> None:
    url = postgres_database()
    legacy_kntc.fill(url, first.path)
    second = _refresh(folder, url, "legacy", case_source=legacy_kntc.FOLDER)
    with duckdb.connect(str(second.path), read_only=True) as db:
        assert db.execute("select * from quarantine").fetchall() == []
    assert _differences(first, second) == []
    content = second.path.read_bytes()
    assert not [text for text in legacy_kntc.PLANTED if text.encode() in content]


def test_csv_as_offices_write_it(first: SnapshotRef, folder: Path) -> None:
    handed = folder / "csv"
    handed.mkdir()
    for table in TABLES:
        with (handed / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_MINIMAL)
            writer.writerow([*table.names, "ghi chú"])
            for row in _rows(first, table.name):
                writer.writerow([*("" if value is None else value for value in row.values()), "0912345678; xem\nsau"])
    assert _differences(first, _refresh(folder, f"csv:///{handed}", "csv")) == []


def test_excel(first: SnapshotRef, folder: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    for table in TABLES:
        sheet = book.create_sheet(table.name.upper())
        sheet.append(table.names)
        for row in _rows(first, table.name):
            sheet.append(list(row.values()))
        sheet.append([None] * len(table.names))
    book.save(folder / "ban-giao.xlsx")
    assert _differences(first, _refresh(folder, f"excel:///{folder / 'ban-giao.xlsx'}", "excel")) == []
