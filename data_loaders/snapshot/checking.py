"""``check``: each standard table of a source with a row limit, in words that its DBA can act on."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data_loaders import messages
from data_loaders.contract.privacy import carries_personal_number
from data_loaders.contract.tables import FIELD_GROUPS, TABLES, Column, Table
from data_loaders.contract.text import tidy
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import intake, losses
from data_loaders.sources.source import Source

SHOWN = 12


@dataclass
class Finding:
    """What a look at one table found. ``failure`` is set when a refresh would stop there."""

    table: str
    failure: str | None = None
    read: int = 0
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    unmapped: dict[str, Counter[str]] = field(default_factory=dict)
    absent: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    present: bool = True
    whole: bool = True
    """Every row of the table was looked at."""
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)


@contextmanager
def stage() -> Iterator[duckdb.DuckDBPyConnection]:
    """A place for what is looked at, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as db:
        db.execute(f"attach '{folder}/stage.duckdb' as stage")
        intake.create(db)
        yield db
        db.execute("detach stage")


def look(source: Source, db: duckdb.DuckDBPyConnection, *, as_of: date, limit: int) -> Iterator[Finding]:
    """One finding a table, from its first ``limit`` rows (0: all), which are put into the ``stage`` of ``db``."""
    for table in TABLES:
        finding = Finding(table.name)
        try:
            _look_at(source, db, table, finding, as_of=as_of, limit=limit)
        except LoaderError as error:
            finding.failure = str(error)
        yield finding


def rehearse(db: duckdb.DuckDBPyConnection, settings: Settings, *, source_label: str) -> Iterator[str]:
    """What a refresh does once all rows are read: a line on what it would refuse. LoaderError where it would stop."""
    seen = "select table_name, column_name, reason, count(*) from stage.quarantine group by all"
    before = Counter({row[:3]: row[3] for row in db.execute(seen).fetchall()})
    intake.settle(db)
    after = Counter({row[:3]: row[3] for row in db.execute(seen).fetchall()})
    for (table, column, reason), rows in (after - before).most_common():
        yield messages.CHECK_LATER.format(
            table=table, column=column, reason=messages.REASONS[reason], rows=messages.count(rows)
        )
    losses.judge(db, settings, source_label=source_label)


def unusable(table: Table, offered: list[str] | None) -> str | None:
    """Why a refresh would stop at a table with these columns (None: no such table); None where it would not."""
    if offered is None:
        return None if table.optional else messages.NO_TABLE.format(table=table.name)
    required = [name for name in table.names if name not in offered and table.column(name).required]
    return messages.NO_COLUMN.format(table=table.name, columns=", ".join(required)) if required else None


def _look_at(
    source: Source, db: duckdb.DuckDBPyConnection, table: Table, finding: Finding, *, as_of: date, limit: int
) -> None:
    offered = source.columns(table.name)
    finding.failure = unusable(table, offered)
    if offered is None:
        finding.present = False
        return
    finding.extra = [name for name in offered if name not in table.names]
    finding.absent = [name for name in table.names if name not in offered]
    if finding.failure:
        return
    for chunk in _first_rows(source.read(table.name, [n for n in table.names if n in offered]), finding, limit):
        sifted = intake.keep(db, chunk, table, first=finding.read, as_of=as_of)
        finding.read += chunk.num_rows
        refused = sifted.refused
        finding.refused.update(zip(refused["column_name"].to_pylist(), refused["reason"].to_pylist(), strict=True))
        finding.left_out.update(zip(sifted.left_out["column_name"], sifted.left_out["reason"], strict=True))
        for column in table.columns:
            if column.name in chunk.column_names:
                finding.unmapped.setdefault(column.name, Counter()).update(_unmapped(chunk[column.name], column))
    intake.note_read(db, table, rows=finding.read)
    finding.notes = source.notes(table.name)


def _first_rows(chunks: Iterator[pa.Table], finding: Finding, limit: int) -> Iterator[pa.Table]:
    left = limit or sys.maxsize
    for chunk in chunks:
        finding.whole = chunk.num_rows <= left
        if left:
            yield chunk.slice(0, left)
        left = max(0, left - chunk.num_rows)
        if not finding.whole:
            return


def _unmapped(values: pa.ChunkedArray, column: Column) -> Counter[str]:
    """Values that no vocabulary knows, and how often; one that could be a citizen's is not repeated."""
    if not column.words and column.name != "field_code":
        return Counter()
    texts = tidy(values.combine_chunks())
    hidden = carries_personal_number(texts, kind="text")
    counts = pc.value_counts(pc.if_else(hidden, pa.scalar(messages.HIDDEN), texts)).to_pylist()
    return Counter(
        {_shown(row["values"]): row["counts"] for row in counts if row["values"] and not _known(row["values"], column)}
    )


def _known(value: str, column: Column) -> bool:
    if column.words:
        return value in column.words or (column.kind == "int" and value.removesuffix(".0") in column.words)
    return value.split(".")[0] in (*FIELD_GROUPS, "environment")


def _shown(value: str) -> str:
    return value if len(value) <= 40 else messages.HIDDEN


def words(finding: Finding) -> Iterator[str]:
    """The finding in Vietnamese, one line each."""
    if finding.failure is not None:
        yield messages.CHECK_STOPS.format(table=finding.table, sentence=finding.failure)
        return
    if not finding.present:
        yield messages.ABSENT.format(table=finding.table)
        return
    refused = sum(finding.refused.values())
    yield messages.CHECK_TABLE.format(
        table=finding.table, read=messages.count(finding.read), refused=messages.count(refused)
    )
    yield from _of_values(finding)
    if finding.absent:
        yield messages.CHECK_ABSENT.format(columns=", ".join(finding.absent))
    if finding.extra:
        yield messages.CHECK_EXTRA.format(count=len(finding.extra))


def _of_values(finding: Finding) -> Iterator[str]:
    """What would be refused, left out or not understood, and what else to know of the rows."""
    for (column, reason), rows in finding.refused.most_common():
        yield messages.CHECK_REASON.format(
            column=column, reason=messages.REASONS.get(reason, reason), rows=messages.count(rows)
        )
    for (column, reason), cells in finding.left_out.most_common():
        yield messages.CHECK_LEFT_OUT.format(
            column=column, reason=messages.REASONS.get(reason, reason), cells=messages.count(cells)
        )
    yield from (f"  - {note}" for note in finding.notes)
    for column, values in finding.unmapped.items():
        if values:
            listed = ", ".join(f"«{value}» ({messages.count(rows)})" for value, rows in values.most_common(SHOWN))
            yield messages.CHECK_UNMAPPED.format(column=column, values=listed)
