"""The base province as a hand-over in any form, with something wrong with it, and what the loader makes of it."""

from __future__ import annotations

import csv
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl

from data_loaders.settings import Settings
from data_loaders.snapshot import intake
from data_loaders.sources.source import open_source

BASE = Path(__file__).parent / "data" / "base"
AS_OF = date(2026, 11, 22)
Cells = dict[str, list[list[Any]]]


def base() -> Cells:
    """Table → its lines, the headings first; an empty text is an empty cell."""
    found = {}
    for path in sorted(BASE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = list(csv.reader(file))
    return found


def put(cells: Cells, table: str, row: int, column: str, value: Any) -> Cells:
    """One cell changed; row 1 is the first below the headings."""
    cells[table][row][cells[table][0].index(column)] = value
    return cells


def as_csv(folder: Path, cells: Cells, *, encoding: str = "utf-8", separator: str = ",", first: str = "") -> str:
    folder.mkdir(exist_ok=True)
    for table, lines in cells.items():
        with (folder / f"{table}.csv").open("w", encoding=encoding, newline="") as file:
            file.write(first)
            csv.writer(file, delimiter=separator, lineterminator="\n").writerows(lines)
    return f"csv:///{folder}"


def as_excel(path: Path, cells: Cells) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table, lines in cells.items():
        sheet = book.create_sheet(table)
        for line in lines:
            sheet.append([None if value == "" else value for value in line])
    book.save(path)
    return f"excel:///{path}"


def rewritten(path: Path, change: dict[str, tuple[str, str]]) -> None:
    """Parts of a workbook with a pattern replaced, as an exporter might have written them."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    for name, (pattern, replacement) in change.items():
        parts[name] = re.sub(pattern, replacement, parts[name].decode()).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)


def as_sqlite(path: Path, cells: Cells) -> str:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, db:
        for table, (names, *lines) in cells.items():
            db.execute(f"create table {table} ({', '.join(names)})")
            marks = ", ".join("?" * len(names))
            db.executemany(
                f"insert into {table} values ({marks})", [[v if v != "" else None for v in x] for x in lines]
            )
    return f"sqlite:///{path}"


@dataclass
class Loaded:
    """What was read of a hand-over, and what was said meanwhile."""

    db: duckdb.DuckDBPyConnection
    said: list[str] = field(default_factory=list)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.db.execute(sql).fetchall()

    def one(self, sql: str) -> Any:
        return self.rows(sql)[0][0]

    @property
    def read(self) -> tuple[int, int, int]:
        """Rows read, accepted, refused."""
        return self.rows("select sum(rows_read), sum(rows_accepted), sum(rows_refused) from stage.load_log")[0]

    @property
    def refused(self) -> list[tuple[str, str, str]]:
        return self.rows("select table_name, column_name, reason from stage.quarantine order by all")

    @property
    def left_out(self) -> list[tuple[str, str, str]]:
        return self.rows("select table_name, column_name, reason from stage.left_out order by all")


def load(url: str, **other: Any) -> Loaded:
    """Read and check it as a refresh does; raises LoaderError."""
    source = open_source(Settings(case_database_url=url, case_as_of=AS_OF, **other))
    loaded = Loaded(duckdb.connect(":memory:"))
    loaded.db.execute("attach ':memory:' as stage")
    try:
        intake.create(loaded.db)
        intake.load(loaded.db, source, as_of=AS_OF, progress=loaded.said.append)
    finally:
        source.close()
    return loaded
