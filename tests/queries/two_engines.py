"""A snapshot's tables in two engines, and the rows of both compared."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

import duckdb
import pandas as pd
import psycopg
import sqlalchemy as sa
from psycopg import sql

from queries import question
from queries.ask import ask
from queries.scope import Scope
from queries.snapshot import PostgresSnapshot, Rows, Snapshot

TYPES = {"VARCHAR": "text", "DOUBLE": "double precision", "HUGEINT": "numeric", "TINYINT": "smallint"}


class InMemory:
    """A DuckDB connection to ask, as a snapshot file would be."""

    id = "memory"
    placeholder = "${}"

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def run(self, text: str, params: Mapping[str, object]) -> Rows:
        cursor = self.connection.execute(text, dict(params))
        return [column[0] for column in cursor.description or []], cursor.fetchall()


class Twin:
    """A PostgreSQL database that is given the tables of one snapshot after the other."""

    def __init__(self, url: str) -> None:
        self.snapshot = PostgresSnapshot(url)
        libpq = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = psycopg.connect(libpq, autocommit=True)
        self._held: dict[str, list[tuple[Any, ...]]] = {}
        name = sql.Identifier(sa.make_url(url).database or "")
        self._connection.execute(sql.SQL("alter database {} set jit = off").format(name))

    def close(self) -> None:
        self._connection.close()

    def take(self, snapshot: Snapshot, *, analyze: bool = False, unchanged: Collection[str] = ()) -> None:
        """Copy every table; one that holds the very same rows already is left as it is, `unchanged` ones unread."""
        _, tables = snapshot.run(
            "select table_name, string_agg(column_name || ' ' || data_type, ',' order by ordinal_position)"
            " from information_schema.columns where table_schema = 'main' and table_catalog = current_catalog()"
            " group by table_name",
            {},
        )
        with self._connection.transaction():
            for table, columns in tables:
                if table in unchanged and table in self._held:
                    continue
                self._copy(snapshot, str(table), str(columns))
        if analyze:
            self._connection.execute("analyze")

    def _copy(self, snapshot: Snapshot, table: str, columns: str) -> None:
        _, rows = snapshot.run(f"select * from {table}", {})
        if self._held.get(table) == rows:
            return
        if table not in self._held:
            typed = ", ".join(f"{name} {TYPES.get(kind, kind)}" for name, kind in map(str.split, columns.split(",")))
            self._connection.execute(f"create table {table} ({typed})")
        self._connection.execute(f"delete from {table}")
        with self._connection.cursor() as cursor, cursor.copy(f"copy {table} from stdin") as copy:
            for row in rows:
                copy.write_row(row)
        self._held[table] = rows


def arguments(name: str, wanted: Mapping[str, object]) -> dict[str, object]:
    """Those of `wanted` that the question takes; a post only where one must be named."""
    parameters = {parameter.name: parameter for parameter in question.load(name).parameters}
    return {
        key: value
        for key, value in wanted.items()
        if key in parameters and not (key == "post" and parameters[key].optional)
    }


def assert_key(name: str, answer: pd.DataFrame) -> None:
    """The columns that the header calls the key are there, and no two rows have the same (missing is a value too)."""
    key = list(question.load(name).key)
    assert set(key) <= set(answer), f"{name}: {set(key) - set(answer)}"
    again = answer[answer.duplicated(key)]
    assert again.empty, f"{name}: {again[key].head(3).to_dict('records')}"


def assert_same(name: str, one: Snapshot, other: Snapshot, wanted: Mapping[str, object]) -> pd.DataFrame:
    """The rows of a question, which must be the same from both: names, types, values (decimals to 1e-9), any order."""
    given = arguments(name, wanted)
    first, second = (ask(name, engine, Scope.everything(), **given) for engine in (one, other))
    assert list(first) == list(second), name
    assert len(first) == len(second), f"{name} {given}: {len(first)} rows, then {len(second)}"
    if len(first):
        assert first.dtypes.to_dict() == second.dtypes.to_dict(), f"{name} {given}"
    for row, twin in zip(_sorted(first), _sorted(second), strict=True):
        differing = [(column, a, b) for column, a, b in zip(first, row, twin, strict=True) if not _equal(a, b)]
        assert not differing, f"{name} {given}: {differing} in {row}"
    return first


def _sorted(table: pd.DataFrame) -> list[tuple[Any, ...]]:
    rows = [tuple(None if pd.isna(cell) else cell for cell in row) for row in table.itertuples(index=False)]
    return sorted(rows, key=lambda row: tuple((cell is None, _rank(cell)) for cell in row))


def _rank(cell: Any) -> str:
    return f"{cell:.6g}" if isinstance(cell, float) else str(cell)


def _equal(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)
    return bool(a == b)
