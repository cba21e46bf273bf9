"""PostgreSQL: a read-only transaction at repeatable read with a statement timeout, streamed through ADBC."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from typing import Any

import pyarrow as pa
import sqlalchemy as sa
from sqlalchemy.engine import URL

from data_loaders.settings import Settings
from data_loaders.sources import rights
from data_loaders.sources.database import ArrowSource

_NUMERIC = 1700
_TRIM_SCALE_SINCE = 13
_WRITTEN = """
    select cast(pg_postmaster_start_time() as text) || ' ' || cast(current_database() as text)
        || ' ' || cast(txid_current_snapshot() as text) || ' ' || cast(
            case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn() end as text)
    where not exists (select 1 from pg_foreign_table)
        and not exists (select 1 from pg_extension where extname in ('dblink', 'citus'))
"""
"""Where the log of all that the server ever wrote ends, and which transactions are not over: one whose commit stands in
the log may not be seen yet. Not told where one of these is missing or rows of another server may be read. The snapshot
is asked for by the name that servers before 13 have too."""


class PostgresSource(ArrowSource):
    """A savepoint around each look at a table: one that fails leaves the transaction as it is."""

    def _new_engine(self, url: URL, settings: Settings) -> sa.Engine:
        self._numeric: set[tuple[str, str]] = set()
        return sa.create_engine(url.update_query_dict(_asked(url, settings)))

    def _start(self, url: URL, settings: Settings) -> None:
        import adbc_driver_postgresql.dbapi as postgresql

        if not settings.case_allow_writable:
            rights.refuse_writable(self._connection)
        self._written = self._end_of_log() if settings.case_skip_unchanged else None
        self._adbc = postgresql.connect(_connection_string(url, settings))

    def written(self) -> str | None:
        """See source.Source. As it was before the transaction of the reading began."""
        return self._written

    def _end_of_log(self) -> str | None:
        with suppress(sa.exc.DBAPIError), self._apart():  # a server that is only like PostgreSQL
            return self._run(_WRITTEN).scalar()
        return None

    def _apart(self) -> AbstractContextManager[object]:
        return self._connection.begin_nested()

    def _note_types(self, table: str, result: sa.CursorResult[Any]) -> None:
        version = self._engine.dialect.server_version_info
        self._trims_scale = version is not None and int(version[0]) >= _TRIM_SCALE_SINCE
        self._numeric |= {(table, c[0]) for c in result.cursor.description or () if c[1] == _NUMERIC}

    def _as_text(self, table: str, written: str) -> str:
        """A numeric(10,3) of twelve is 12, not 12.000, which a file would write for twelve thousand."""
        trims = (table, written) in self._numeric and self._trims_scale
        return f"cast({f'trim_scale({self._quoted(written)})' if trims else self._quoted(written)} as text)"

    def _stream(self, statement: str) -> Iterator[pa.RecordBatch]:
        """A read that fails ends a refresh; `check` goes on with the next table, in a transaction of its own."""
        try:
            yield from super()._stream(statement)
        except Exception:
            with suppress(Exception):  # the connection itself may be gone
                self._adbc.rollback()
            raise


def _asked(url: URL, settings: Settings) -> dict[str, str]:
    """What the connection is asked for; the address's own options (a search_path) come first and stay."""
    given = url.query.get("options", ())
    own = [given] if isinstance(given, str) else list(given)
    return {"options": " ".join([*own, _options(settings)]), "connect_timeout": str(settings.case_connect_timeout)}


def _options(settings: Settings) -> str:
    """Every transaction read-only and of one moment; rows in the order they lie in, so that two reads agree."""
    values = {
        "default_transaction_read_only": "on",
        "default_transaction_isolation": "repeatable\\ read",
        "statement_timeout": f"{settings.case_statement_timeout}s",
        "timezone": settings.case_timezone,
        "datestyle": "ISO",
        "client_encoding": "UTF8",
        "synchronize_seqscans": "off",
        "max_parallel_workers_per_gather": "0",
    }
    return " ".join(f"-c {name}={value}" for name, value in values.items())


def _connection_string(url: URL, settings: Settings) -> str:
    """For libpq, as names and quoted values: an address would need every blank and sign in them escaped its way."""
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    named = {**url.translate_connect_args(username="user", database="dbname"), **query, **_asked(url, settings)}
    return " ".join(f"{name}={_in_quotes(str(value))}" for name, value in named.items())


def _in_quotes(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
