"""A snapshot's tables loaded into the server that ANALYTICS_URL names, where many processes ask one engine.

One schema (PostgreSQL) or database (ClickHouse) a snapshot, named after its file and its folder's identity: loaded
beside the others under a working name and renamed when whole, so that it is there at once or not at all. Those of the
folder's files that are gone go too; those of other folders are another installation's and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import sqlalchemy as sa

from data_loaders import log, messages
from data_loaders.messages import LoaderError
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef

CHUNK = 100_000
WORKING = "loading"
CLICKHOUSE = ("clickhouse", "chdb")
KINDS = {
    "VARCHAR": "String",
    "DATE": "Date32",
    "BOOLEAN": "Bool",
    "TIMESTAMP": "DateTime64(6)",
    "TINYINT": "Int8",
    "SMALLINT": "Int16",
    "INTEGER": "Int32",
    "BIGINT": "Int64",
    "HUGEINT": "Int64",
    "DOUBLE": "Float64",
}
Columns = list[tuple[str, str]]


class Engine(Protocol):
    """A server that takes tables: `names` of what it holds, `put` a table, `rename` and `drop` a schema."""

    def names(self) -> list[str]: ...
    def create(self, schema: str) -> None: ...
    def put(self, schema: str, table: str, columns: Columns, chunks: Iterator[pa.RecordBatch]) -> None: ...
    def finish(self, schema: str, name: str) -> None: ...
    def drop(self, schema: str) -> None: ...
    def close(self) -> None: ...


def schema_of(file: Path) -> str:
    """The schema's name of a snapshot's file: snapshot_20261122t070000_1a2b3c4d_ and the identity of its folder."""
    return f"{file.stem.lower().replace('-', '_')}_{publish.identity(file.parent)}"


def share(url: str, ref: SnapshotRef) -> bool:
    """Load that snapshot where it is not there yet, and remove its folder's whose file is gone; whether it was loaded.

    Only while holding `publish.only_one`.

    Raises:
        LoaderError: the server cannot be reached or does not take it; what it held stays.
    """
    try:
        own = publish.identified(ref.path.parent)
        with closing(engine_of(url)) as engine:
            held = engine.names()
            loaded = schema_of(ref.path) not in held
            if loaded:
                with duckdb.connect(str(ref.path), read_only=True) as db:
                    load(engine, schema_of(ref.path), db)
            kept = {schema_of(path) for path in ref.path.parent.glob(publish.NAMED)}
            for name in held:
                if name not in kept and re.fullmatch(rf"({WORKING}_)?snapshot_\w+_{own}", name):
                    engine.drop(name)
            return loaded
    except LoaderError:
        raise
    except Exception as error:
        log.failed("share", error)
        raise LoaderError(messages.NOT_SHARED) from None


def load(engine: Engine, name: str, db: duckdb.DuckDBPyConnection) -> None:
    """All tables of that DuckDB into a schema of that name, there when all are."""
    working = f"{WORKING}_{name}"
    engine.drop(working)
    engine.create(working)
    for table, columns in _tables(db):
        chunks: Any = db.sql(f'select * from "{table}"').to_arrow_reader(CHUNK)
        engine.put(working, table, columns, chunks)
    engine.finish(working, name)


def _tables(db: duckdb.DuckDBPyConnection) -> list[tuple[str, Columns]]:
    found: dict[str, Columns] = {}
    rows = db.execute(
        "select table_name, column_name, data_type from information_schema.columns"
        " where table_schema = 'main' and table_catalog = current_catalog() order by table_name, ordinal_position"
    ).fetchall()
    for table, column, kind in rows:
        found.setdefault(table, []).append((column, kind))
    return list(found.items())


def engine_of(url: str) -> Engine:
    """The server at that address, by the kind of its name."""
    return _ClickHouse(url) if is_clickhouse(url) else _Postgres(url)


def is_clickhouse(url: str) -> bool:
    """Whether that address is of ClickHouse, a server or the engine within the process; otherwise of PostgreSQL."""
    return url.partition(":")[0] in CLICKHOUSE


def clickhouse(url: str, *, database: str = "default") -> Any:
    """A client of that database; for one thread at a time."""
    import clickhouse_connect  # who has a PostgreSQL never needs it

    return clickhouse_connect.get_client(dsn=url, database=database, autogenerate_session_id=False)


class _Postgres:
    def __init__(self, url: str) -> None:
        import adbc_driver_postgresql.dbapi as postgresql

        address = sa.make_url(url)
        self._sql: Any = sa.create_engine(address.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self._stream: Any = postgresql.connect(plain, autocommit=True)

    def names(self) -> list[str]:
        asked = "select schema_name from information_schema.schemata order by 1"
        with self._sql.connect() as connection:
            return list(connection.execute(sa.text(asked)).scalars())

    def create(self, schema: str) -> None:
        self._do(f'create schema "{schema}"')

    def put(self, schema: str, table: str, columns: Columns, chunks: Iterator[pa.RecordBatch]) -> None:
        fields = pa.schema([(name, _ARROW[kind]) for name, kind in columns])
        reader = pa.RecordBatchReader.from_batches(fields, (chunk.cast(fields) for chunk in chunks))
        with self._stream.cursor() as cursor:
            cursor.adbc_ingest(table, reader, mode="create", db_schema_name=schema)

    def finish(self, schema: str, name: str) -> None:
        self._do(f'alter schema "{schema}" rename to "{name}"')
        self._do("analyze")

    def drop(self, schema: str) -> None:
        self._do(f'drop schema if exists "{schema}" cascade')

    def close(self) -> None:
        self._stream.close()
        self._sql.dispose()

    def _do(self, statement: str) -> None:
        with self._sql.connect() as connection:
            connection.execute(sa.text(statement))


class _ClickHouse:
    def __init__(self, url: str) -> None:
        self._client = clickhouse(url)

    def names(self) -> list[str]:
        return [name for (name,) in self._client.query("select name from system.databases order by 1").result_rows]

    def create(self, schema: str) -> None:
        self._client.command(f"create database `{schema}`")

    def put(self, schema: str, table: str, columns: Columns, chunks: Iterator[pa.RecordBatch]) -> None:
        typed = ", ".join(f"`{name}` Nullable({KINDS[kind]})" for name, kind in columns)
        self._client.command(f"create table `{schema}`.`{table}` ({typed}) engine = MergeTree order by tuple()")
        for chunk in chunks:
            self._client.insert_arrow(table, pa.Table.from_batches([chunk]), database=schema)

    def finish(self, schema: str, name: str) -> None:
        self._client.command(f"rename database `{schema}` to `{name}`")

    def drop(self, schema: str) -> None:
        self._client.command(f"drop database if exists `{schema}` sync")

    def close(self) -> None:
        self._client.close()


_ARROW = {
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "BOOLEAN": pa.bool_(),
    "TIMESTAMP": pa.timestamp("us"),
    "TINYINT": pa.int16(),
    "SMALLINT": pa.int16(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "HUGEINT": pa.int64(),
    "DOUBLE": pa.float64(),
}
