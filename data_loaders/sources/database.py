"""Any database that SQLAlchemy knows, read row by row; what one engine does otherwise stands in its own file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import sqlalchemy as sa
from sqlalchemy.engine import URL

from data_loaders import messages
from data_loaders.contract.text import heading, readable
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.sources.address import label_of
from data_loaders.sources.errors import clear
from data_loaders.sources.headings import places
from data_loaders.sources.values import as_text

CHUNK = 65_536


class DatabaseSource:
    """See source.Source. One connection and one transaction for all tables; statements are run as they are written."""

    def __init__(self, url: URL, *, settings: Settings, translation: dict[str, str] | None = None) -> None:
        self.label = label_of(url)
        self.folder: Path | None = None
        self.kind = url.get_backend_name()
        self._selects = translation
        self._named: dict[str, dict[str, str] | None] = {}
        try:
            self._engine = self._new_engine(url, settings)
        except (sa.exc.NoSuchModuleError, ModuleNotFoundError) as error:
            raise LoaderError(messages.NO_DRIVER.format(driver=url.drivername)) from error
        with clear(self.label):
            self._connection = self._engine.connect()
            try:
                self._start(url, settings)
            except BaseException:
                self.close()
                raise

    def _new_engine(self, url: URL, settings: Settings) -> sa.Engine:
        return sa.create_engine(url)

    def _start(self, url: URL, settings: Settings) -> None:
        """What is asked or set before the first table."""

    def _apart(self) -> AbstractContextManager[object]:
        """Around each statement: afterwards the transaction goes on, whatever the statement did."""
        return nullcontext()

    @contextmanager
    def _looking(self, table: str) -> Iterator[None]:
        with clear(self.label, table=table), self._apart():
            yield

    def columns(self, table: str) -> list[str] | None:
        """See source.Source."""
        names = self._names(table)
        return None if names is None else list(names)

    def _names(self, table: str) -> dict[str, str] | None:
        """Heading → the column's name as the database writes it; None: no such table."""
        if table not in self._named:
            with self._looking(table):
                self._named[table] = self._look(table) if self._place(table) else None
        return self._named[table]

    def _look(self, table: str) -> dict[str, str]:
        result = self._run(self._look_at(table))
        written = list(result.keys())
        self._note_types(table, result)
        result.close()
        return {name: written[at] for name, at in places(written, table=table, where=table).items()}

    def _look_at(self, table: str) -> str:
        return f"select * from {self._place(table)} where 1 = 0"

    def _note_types(self, table: str, result: sa.CursorResult[Any]) -> None:
        """What an engine keeps of the types of a table's columns."""

    def _place(self, table: str) -> str | None:
        """What stands after ``from``: the SELECT of the translation, or the table or view of that name in any case."""
        if self._selects is not None:
            return f"({self._selects[table]}\n) translated" if table in self._selects else None
        inspector = sa.inspect(self._connection)
        if inspector.has_table(table):
            return table
        others = [*inspector.get_table_names(), *inspector.get_view_names()]
        return next((self._quoted(name) for name in sorted(others) if heading(name) == table), None)

    def _quoted(self, name: str) -> str:
        """A name in quotes where it is a word of that database's own (``level``, ``number``) or not in lower case."""
        return str(self._engine.dialect.identifier_preparer.quote(name))

    def _run(self, statement: str, **options: Any) -> sa.CursorResult[Any]:
        """Run a statement as it is written: no parameters, so that ``%`` and ``:`` in it stay what they are."""
        return self._connection.execution_options(no_parameters=True, **options).exec_driver_sql(statement)

    def count(self, table: str) -> int:
        """See source.Source."""
        with self._looking(table):
            return int(self._run(f"select count(*) from {self._place(table)}").scalar_one())

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source."""
        names = self._names(table) or {}
        with clear(self.label, table=table):
            yield from self._rows(self._select(table, [names[name] for name in columns]), columns)

    def _select(self, table: str, written: Sequence[str]) -> str:
        return f"select {', '.join(map(self._quoted, written))} from {self._place(table)}"

    def _rows(self, statement: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        result = self._run(statement, stream_results=True, yield_per=CHUNK // 4)
        names = [heading(name) for name in result.keys()]  # noqa: SIM118
        at = [names.index(name) for name in columns]
        for part in result.partitions(CHUNK // 4):
            across = list(zip(*part, strict=True))
            yield pa.table(
                {name: pa.array(map(as_text, across[i]), pa.string()) for name, i in zip(columns, at, strict=True)}
            )

    def written(self) -> str | None:
        """See source.Source."""
        return None

    def notes(self, table: str) -> list[str]:
        """See source.Source."""
        return []

    def close(self) -> None:
        """See source.Source. A connection that the server has cut is let go as well."""
        with suppress(sa.exc.SQLAlchemyError):
            self._connection.close()
        self._engine.dispose()


class ArrowSource(DatabaseSource):
    """A database that ADBC streams as Arrow tables, over a connection of its own that cannot write either."""

    _adbc: Any = None
    options: dict[str, str] = {}  # noqa: RUF012

    def _as_text(self, table: str, written: str) -> str:
        return f"cast({self._quoted(written)} as text)"

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source."""
        names = self._names(table) or {}
        wanted = ", ".join(f"{self._as_text(table, names[name])} as {self._quoted(name)}" for name in columns)
        with clear(self.label, table=table):
            for batch in self._stream(f"select {wanted} from {self._place(table)}"):
                for start in range(0, batch.num_rows, CHUNK):
                    part = pa.Table.from_batches([batch.slice(start, CHUNK)])
                    yield pa.table({name: readable(part[name].combine_chunks()) for name in columns})

    def _stream(self, statement: str) -> Iterator[pa.RecordBatch]:
        with self._adbc.cursor() as cursor:
            if self.options:
                cursor.adbc_statement.set_options(**self.options)
            cursor.execute(statement)
            yield from cursor.fetch_record_batch()

    def close(self) -> None:
        """See source.Source."""
        if self._adbc is not None:
            with suppress(Exception):
                self._adbc.close()
        super().close()
