"""A snapshot to ask: a DuckDB file, or the same standard tables in PostgreSQL (ANALYTICS_URL)."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import duckdb
import sqlalchemy as sa

from data_loaders.snapshot import wide

Rows = tuple[list[str], list[tuple[object, ...]]]
KEPT_OPEN = 4
TEXTS = 512
CONNECT_SECONDS = 5
CANNOT_OPEN = (duckdb.Error, OSError)


class Snapshot(Protocol):
    """What `ask` needs: a name for caches, how parameters are written, and a way to run SQL."""

    id: str
    placeholder: str

    def run(self, sql: str, params: Mapping[str, object]) -> Rows: ...


class DuckDBSnapshot:
    """One read-only connection a file, one cursor a thread; a text is parsed once, which took a sixth of a question."""

    placeholder = "${}"

    def __init__(self, path: Path) -> None:
        self.id = str(path)
        self._connection = duckdb.connect(str(path), read_only=True)
        parse = self._connection.extract_statements  # held, not `self`: who lets go of a snapshot closes its file
        self._parsed = lru_cache(maxsize=TEXTS)(lambda sql: parse(sql)[0])
        self._widening = _widening(self._connection)
        self._local = threading.local()

    def run(self, sql: str, params: Mapping[str, object]) -> Rows:
        cursor = self._cursor().execute(self._parsed(sql), dict(params))
        return [column[0] for column in cursor.description or []], cursor.fetchall()

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        if not hasattr(self._local, "cursor"):
            cursor = self._connection.cursor()
            for statement in self._widening:
                cursor.execute(statement)
            self._local.cursor = cursor
        return self._local.cursor


def _widening(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """For a file or a lock of an earlier version, which is never written again: its narrow tables as views of today."""
    has = "select count(*), count(case when column_name = ? then 1 end) from duckdb_columns() where table_name = ?"
    catalog = '"' + connection.execute("select current_catalog()").fetchall()[0][0].replace('"', '""') + '"'
    narrow = [
        table
        for table, column in wide.ADDED.items()
        for columns, added in connection.execute(has, [column, table]).fetchall()
        if columns and not added
    ]
    return [f"create temp view {table} as {wide.select(table, of=f'{catalog}.main')}" for table in narrow]


class PostgresSnapshot:
    """The same tables on a PostgreSQL server, every question in a read-only transaction."""

    placeholder = ":{}"

    def __init__(self, url: str, *, schema: str = "public") -> None:
        options = f"-csearch_path={schema} -cdefault_transaction_read_only=on"
        address = sa.make_url(url).set(drivername="postgresql+psycopg")
        self._engine = sa.create_engine(address, connect_args={"options": options, "connect_timeout": CONNECT_SECONDS})
        self.id = f"{self._engine.url.render_as_string(hide_password=True)}/{schema}"

    def run(self, sql: str, params: Mapping[str, object]) -> Rows:
        with self._engine.connect() as connection:
            result = connection.execute(sa.text(sql), dict(params))
            return list(result.keys()), [tuple(row) for row in result]


_open: OrderedDict[Path, DuckDBSnapshot] = OrderedDict()
_opening: dict[Path, threading.Lock] = {}
_lock = threading.Lock()  # over the two tables above alone: never held while a file is opened


def open_snapshot(path: Path) -> DuckDBSnapshot:
    """The snapshot in that file; the few last ones stay open, older connections end with their last user.

    A file is opened once however many ask for it, and one on a disk that does not answer holds up nobody else.
    """
    path = path.resolve()
    with _lock:
        turn = _opening.setdefault(path, threading.Lock())
    with turn:
        return _kept(path) or _keep(path, DuckDBSnapshot(path))


def _kept(path: Path) -> DuckDBSnapshot | None:
    with _lock:
        if path in _open:
            _open.move_to_end(path)
        return _open.get(path)


def _keep(path: Path, snapshot: DuckDBSnapshot) -> DuckDBSnapshot:
    with _lock:
        _open[path] = snapshot
        while len(_open) > KEPT_OPEN:
            gone, _ = _open.popitem(last=False)
            _opening.pop(gone, None)
    return snapshot
