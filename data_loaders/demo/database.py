"""Writing the demo's case database: one SQLite file, replaced in one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import numpy as np

from data_loaders.demo.clock import iso
from data_loaders.demo.mix import Column, Table

NUMBERS = {"population", "people_count", "instance", "days", "people", "matters"}
PIECE = 20_000  # rows that are ready values at one time
FLAGS = {
    *("eligible", "within_authority", "reply_received", "escalated", "remote_area"),
    *("online", "half_day", "first_time"),
}


def ready(values: list | np.ndarray | Column, rows: np.ndarray) -> list:
    """The values of these rows as they are written: days (integer arrays) as ISO text."""
    if isinstance(values, list):
        return [values[row] for row in rows.tolist()]
    return iso(values[rows]) if isinstance(values, np.ndarray) else values[rows]


def write(path: Path, tables: Iterable[tuple[str, Table, dict[str, list]]]) -> None:
    """All tables into a new file under another name, one at a time, then renamed; an old file is replaced whole.

    Each has its name, its rows, and the ready rows that follow them; no more than a piece of it is ready at a time.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = path.with_name(path.name + ".new")
    growing.unlink(missing_ok=True)
    connection = sqlite3.connect(growing)
    try:
        for pragma in ("page_size = 8192", "journal_mode = off", "synchronous = off"):
            connection.execute(f"pragma {pragma}")
        with connection:
            for name, columns, after in tables:
                _table(connection, name, columns, after)
    finally:
        connection.close()
    growing.replace(path)


def _table(connection: sqlite3.Connection, name: str, columns: Table, after: dict[str, list]) -> None:
    kinds = ", ".join(f"{column} {_kind(column)}" for column in columns)
    connection.execute(f"create table {name} ({kinds})")
    places = ", ".join("?" * len(columns))
    rows = chain(_rows(columns), zip(*after.values(), strict=True))
    connection.executemany(f"insert into {name} values ({places})", rows)


def _rows(columns: Table) -> Iterator[tuple[object, ...]]:
    size = len(next(iter(columns.values())))
    for start in range(0, size, PIECE):
        piece = np.arange(start, min(start + PIECE, size))
        yield from zip(*(ready(values, piece) for values in columns.values()), strict=True)


def _kind(column: str) -> str:
    if column == "share":
        return "real"
    return "integer" if column in NUMBERS | FLAGS else "text"
