"""Writing the demo's case database: one SQLite file, replaced in one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from data_loaders.demo.clock import iso

NUMBERS = {"population", "people_count", "instance", "days", "people", "matters"}
FLAGS = {
    *("eligible", "within_authority", "reply_received", "escalated", "remote_area"),
    *("online", "half_day", "first_time"),
}


def as_text(columns: Mapping[str, list | np.ndarray]) -> dict[str, list]:
    """Days (integer arrays) become ISO text; everything else is ready, and lists are kept as they are."""
    return {name: _texts(values) for name, values in columns.items()}


def _texts(values: list | np.ndarray) -> list:
    return iso(values) if isinstance(values, np.ndarray) else values


def write(path: Path, tables: Iterable[tuple[str, Mapping[str, list]]]) -> None:
    """All tables into a new file under another name, one at a time, then renamed; an old file is replaced whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = path.with_name(path.name + ".new")
    growing.unlink(missing_ok=True)
    connection = sqlite3.connect(growing)
    try:
        for pragma in ("page_size = 8192", "journal_mode = off", "synchronous = off"):
            connection.execute(f"pragma {pragma}")
        with connection:
            for name, columns in tables:
                _table(connection, name, columns)
    finally:
        connection.close()
    growing.replace(path)


def _table(connection: sqlite3.Connection, name: str, columns: Mapping[str, list]) -> None:
    kinds = ", ".join(f"{column} {_kind(column)}" for column in columns)
    connection.execute(f"create table {name} ({kinds})")
    places = ", ".join("?" * len(columns))
    rows = zip(*columns.values(), strict=True)
    connection.executemany(f"insert into {name} values ({places})", rows)


def _kind(column: str) -> str:
    if column == "share":
        return "real"
    return "integer" if column in NUMBERS | FLAGS else "text"
