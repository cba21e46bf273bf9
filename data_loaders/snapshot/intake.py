"""From the source into typed, checked tables of a working file (schema ``stage``), in chunks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TypeVar

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from data_loaders import messages
from data_loaders.contract.quarantine import Sifted, sift
from data_loaders.contract.tables import SQL_TYPES, TABLES, Table
from data_loaders.messages import LoaderError
from data_loaders.snapshot import references
from data_loaders.snapshot.beside import beside
from data_loaders.sources.source import Source

_Made = TypeVar("_Made")
Progress = Callable[[str], None]
EVERY_SECONDS = 2.0


def load(
    db: duckdb.DuckDBPyConnection,
    source: Source,
    *,
    as_of: date,
    progress: Progress,
    then: Callable[[Table], None] = lambda _: None,
) -> None:
    """Fill the tables of ``create``: the rows with ``seq``, the order of reading, quarantine, load_log.

    then: what is done with each table, beside the reading of the next, when its rows are in and settled, or absent.
    Raises LoaderError when a required table or column is absent, before any row is read, and when no unit is left.
    """

    def take(table: Table) -> None:
        references.settle(db, table)
        then(table)

    with db.cursor() as reading, beside(take) as staged:
        _read(reading, source, as_of=as_of, progress=progress, staged=staged)
        progress(messages.SHAPING)
    count(db)


def _read(
    db: duckdb.DuckDBPyConnection,
    source: Source,
    *,
    as_of: date,
    progress: Progress,
    staged: Callable[[Table], None],
) -> None:
    """All rows; ``staged`` is called with each table when its rows are in, or absent."""
    wanted = {table.name: wanted_columns(source, table) for table in TABLES}
    for table in TABLES:
        columns = wanted[table.name]
        if columns is None:
            progress(messages.ABSENT.format(table=table.name))
        else:
            db.execute("begin")  # a table at once: each chunk on its own was written twice
            _load_table(db, source, table, columns=columns, as_of=as_of, progress=progress)
            db.execute("commit")
        staged(table)


def settle(db: duckdb.DuckDBPyConnection) -> None:
    """What needs all tables: references, and how many rows of each were refused. LoaderError when no unit is left."""
    for table in TABLES:
        references.settle(db, table)
    count(db)


def count(db: duckdb.DuckDBPyConnection) -> None:
    """How many rows of each settled table were refused. LoaderError when no unit is left."""
    db.execute("""
        update stage.load_log set rows_refused =
            (select count(*) from stage.quarantine as q where q.table_name = load_log.table_name)
    """)
    db.execute("update stage.load_log set rows_accepted = rows_read - rows_refused")
    if not db.execute("select 1 from stage.units limit 1").fetchall():
        raise LoaderError(messages.EMPTY_SOURCE)


def wanted_columns(source: Source, table: Table) -> list[str] | None:
    """The contract's columns that the source has; None where an optional table is absent."""
    offered = source.columns(table.name)
    if offered is None:
        if table.optional:
            return None
        raise LoaderError(messages.NO_TABLE.format(table=table.name))
    absent = [column.name for column in table.columns if column.required and column.name not in offered]
    if absent:
        raise LoaderError(messages.NO_COLUMN.format(table=table.name, columns=", ".join(absent)))
    return [name for name in table.names if name in offered]


def create(db: duckdb.DuckDBPyConnection) -> None:
    """The empty tables of schema ``stage``."""
    for table in TABLES:
        columns = ", ".join(f"{column.name} {SQL_TYPES[column.kind]}" for column in table.columns)
        db.execute(f"create table stage.{table.name} (seq bigint, {columns})")
    db.execute(
        "create table stage.quarantine (table_name varchar, row_key varchar, column_name varchar, reason varchar)"
    )
    db.execute(
        "create table stage.left_out"
        " (table_name varchar, seq bigint, row_key varchar, column_name varchar, reason varchar)"
    )
    db.execute(
        "create table stage.load_log (table_name varchar, is_present boolean,"
        " rows_read integer, rows_accepted integer, rows_refused integer, remark varchar)"
    )
    db.executemany("insert into stage.load_log values (?, false, 0, 0, 0, null)", [[table.name] for table in TABLES])


def _load_table(
    db: duckdb.DuckDBPyConnection,
    source: Source,
    table: Table,
    *,
    columns: list[str],
    as_of: date,
    progress: Progress,
) -> None:
    started = said = time.monotonic()
    total, read = source.count(table.name), 0
    chunks = ahead(source.read(table.name, columns))
    for rows, sifted in ahead((raw.num_rows, sift(raw, table, as_of=as_of)) for raw in chunks):
        _put(db, sifted, table, first=read)
        read += rows
        if read < total and time.monotonic() - said > EVERY_SECONDS:
            said = time.monotonic()
            progress(_so_far(table.name, read=read, total=total, seconds=said - started))
    note_read(db, table, rows=read)
    progress(messages.READ.format(table=table.name, read=messages.count(read)))
    told = source.notes(table.name)
    for note in told:
        progress(note)
    if told:
        remark = f"{'; '.join(told)}."
        db.execute("update stage.load_log set remark = ? where table_name = ?", [remark, table.name])


def note_read(db: duckdb.DuckDBPyConnection, table: Table, *, rows: int) -> None:
    """The table was there, with so many rows."""
    db.execute("update stage.load_log set is_present = true, rows_read = ? where table_name = ?", [rows, table.name])


def ahead(made: Iterator[_Made]) -> Iterator[_Made]:
    """The same one after the other, each made by another thread while the one before it is used."""
    with ThreadPoolExecutor(1) as worker:
        coming = worker.submit(next, made, None)
        while (one := coming.result()) is not None:
            coming = worker.submit(next, made, None)
            yield one


def keep(db: duckdb.DuckDBPyConnection, raw: pa.Table, table: Table, *, first: int, as_of: date) -> Sifted:
    """Put one chunk of texts, typed and checked, into ``stage``; ``first`` rows came before it."""
    sifted = sift(raw, table, as_of=as_of)
    _put(db, sifted, table, first=first)
    return sifted


def _put(db: duckdb.DuckDBPyConnection, sifted: Sifted, table: Table, *, first: int) -> None:
    numbers = pa.array(np.arange(first + 1, first + 1 + len(sifted.accepted)))
    _append(db, sifted.accepted.add_column(0, "seq", numbers), f"insert into stage.{table.name} select * from chunk")
    _append(
        db,
        sifted.refused,
        f"insert into stage.quarantine select '{table.name}', row_key, column_name, reason from chunk",
    )
    _append(
        db,
        sifted.left_out,
        f"insert into stage.left_out select '{table.name}', {first} + place, row_key, column_name, reason from chunk",
    )


def _append(db: duckdb.DuckDBPyConnection, chunk: pa.Table | pd.DataFrame, statement: str) -> None:
    if len(chunk):
        db.register("chunk", chunk)
        db.execute(statement)
        db.unregister("chunk")


def _so_far(table: str, *, read: int, total: int, seconds: float) -> str:
    left = max(0, round(seconds / read * (total - read)))
    return messages.READING.format(
        table=table, read=messages.count(read), total=messages.count(total), seconds=messages.count(left)
    )
