"""Reading another system's case database through a connection that cannot write.

A source gives every wanted column as text, in Arrow tables of some ten thousand rows; what the texts mean is decided
by the contract, in the same way for every database. All tables of one refresh are read in one transaction.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import pyarrow as pa
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import DEMO_DATABASE, Settings
from data_loaders.sources import rights, selects
from data_loaders.sources.handover import CsvSource, ExcelSource
from data_loaders.sources.values import as_text

CHUNK = 65_536


class Source(Protocol):
    """What a refresh needs of a source."""

    label: str
    folder: Path | None
    """Where the source's file lies, if it is one."""

    def columns(self, table: str) -> list[str] | None:
        """The columns the source has for a standard table, lower case; None: no such table."""

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """These columns of all rows, as text, in chunks."""

    def count(self, table: str) -> int:
        """How many rows there are to read."""

    def close(self) -> None:
        """Let the source go."""


def case_url(settings: Settings) -> URL:
    """The source's address; the demo's file where none is set."""
    try:
        return make_url(settings.case_database_url or f"sqlite:///{DEMO_DATABASE}")
    except (sa.exc.ArgumentError, ValueError) as error:
        raise LoaderError(messages.BAD_URL) from error


def label_of(url: URL) -> str:
    """A name for the source that gives no user, no password and no folder."""
    kind = url.get_backend_name()
    if kind in ("sqlite", "csv", "excel"):
        return f"{kind}: {Path(url.database or '').name}"
    host = f"{url.host}:{url.port}" if url.port else url.host or "localhost"
    return f"{kind}: {host}/{url.database or ''}"


class DatabaseSource:
    """Any SQLAlchemy database. SQLite and PostgreSQL stream Arrow through ADBC, the others rows through SQLAlchemy."""

    def __init__(self, url: URL, *, settings: Settings, translation: dict[str, str] | None = None) -> None:
        self.label = label_of(url)
        self.folder = Path(url.database or "").parent if url.get_backend_name() == "sqlite" else None
        self._selects = translation
        self._kind = url.get_backend_name()
        self._wraps = translation is None or self._kind != "mssql"  # SQL Server takes no WITH or ORDER BY in brackets
        self._engine = _read_only_engine(url, settings)
        self._adbc: Any = None
        with _clear(self.label):
            self._connection = self._engine.connect()
            try:
                self._start(settings)
                self._adbc = _adbc(url, settings)
            except BaseException:
                self.close()
                raise

    def _start(self, settings: Settings) -> None:
        if self._kind == "postgresql" and not settings.case_allow_writable:
            rights.refuse_writable(self._connection)
        elif self._kind == "sqlite":
            self._connection.execute(sa.text("select count(*) from sqlite_master"))
        elif self._kind in ("mysql", "mariadb"):
            if not settings.case_allow_writable:
                rights.refuse_writable_mysql(self._connection)
            self._connection.rollback()
            for statement in _mysql_session(
                settings, is_mariadb=bool(getattr(self._engine.dialect, "is_mariadb", False))
            ):
                self._connection.exec_driver_sql(statement)
        elif self._kind == "oracle":
            self._connection.exec_driver_sql("set transaction read only")

    def columns(self, table: str) -> list[str] | None:
        """See Source."""
        if self._selects is not None:
            if table not in self._selects:
                return None
        elif not self._has(table):
            return None
        with _clear(self.label, table=table):
            result = self._run(
                f"select * from {self._from(table)} where 1 = 0" if self._wraps else (self._selects or {})[table]
            )
            names = [name.lower() for name in result.keys()]  # noqa: SIM118
            result.close()
            return names

    def _has(self, table: str) -> bool:
        with _clear(self.label, table=table):
            inspector = sa.inspect(self._connection)
            return inspector.has_table(table) or table in [name.lower() for name in inspector.get_view_names()]

    def _from(self, table: str) -> str:
        return table if self._selects is None else f"({self._selects[table]}\n) translated"

    def _run(self, statement: str, **options: Any) -> sa.CursorResult[Any]:
        """Run a statement as it is written: no parameters, so that ``%`` and ``:`` in it stay what they are."""
        return self._connection.execution_options(no_parameters=True, **options).exec_driver_sql(statement)

    def count(self, table: str) -> int:
        """See Source."""
        if not self._wraps:
            return 0
        with _clear(self.label, table=table):
            return int(self._run(f"select count(*) from {self._from(table)}").scalar_one())

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See Source."""
        with _clear(self.label, table=table):
            if self._adbc is None:
                wanted = f"select {', '.join(map(self._quoted, columns))} from {self._from(table)}"
                statement = wanted if self._wraps else (self._selects or {})[table]
                yield from _rows(self._run(statement, stream_results=True, yield_per=CHUNK // 4), columns)
                return
            wanted = ", ".join(f"{self._as_text(column)} as {column}" for column in columns)
            options = {"adbc.sqlite.query.batch_rows": str(CHUNK)} if self._kind == "sqlite" else {}
            yield from _arrow(self._adbc, f"select {wanted} from {self._from(table)}", options)

    def _as_text(self, column: str) -> str:
        if self._kind == "sqlite":  # the driver guesses a column's type from its first rows: give it texts only
            return f"coalesce(cast({self._quoted(column)} as text), '')"
        return f"cast({self._quoted(column)} as text)"

    def _quoted(self, column: str) -> str:
        """The column's name, in quotes where it is a word of that database's own (``level``, ``number``)."""
        return str(self._engine.dialect.identifier_preparer.quote(column))

    def close(self) -> None:
        """See Source."""
        if self._adbc is not None:
            self._adbc.close()
        self._connection.close()
        self._engine.dispose()


def _read_only_engine(url: URL, settings: Settings) -> sa.Engine:
    kind = url.get_backend_name()
    try:
        if kind == "sqlite":
            engine = sa.create_engine(url.set(database=_sqlite_uri(url), query={"uri": "true"}))
            sa.event.listen(engine, "connect", lambda raw, _: raw.execute("pragma query_only = on"))
            return engine
        if kind == "postgresql":
            return sa.create_engine(url.update_query_dict({"options": _postgres_options(settings), **_wait(settings)}))
        if kind in ("mysql", "mariadb"):
            return sa.create_engine(url, connect_args={"connect_timeout": settings.case_connect_timeout})
        return sa.create_engine(url)
    except (sa.exc.NoSuchModuleError, ModuleNotFoundError) as error:
        raise LoaderError(messages.NO_DRIVER.format(driver=url.drivername)) from error


def _sqlite_uri(url: URL) -> str:
    path = Path(url.database or "")
    if not path.is_file():
        raise LoaderError(messages.NO_FILE.format(name=path.name))
    return f"file:{quote(str(path.resolve()))}?mode=ro"


def _postgres_options(settings: Settings) -> str:
    """Every transaction read-only and of one moment; rows in the order they lie in, so that two reads agree."""
    values = {
        "default_transaction_read_only": "on",
        "default_transaction_isolation": "repeatable\\ read",
        "statement_timeout": f"{settings.case_statement_timeout}s",
        "timezone": settings.case_timezone,
        "datestyle": "ISO",
        "synchronize_seqscans": "off",
        "max_parallel_workers_per_gather": "0",
    }
    return " ".join(f"-c {name}={value}" for name, value in values.items())


def _mysql_session(settings: Settings, *, is_mariadb: bool) -> list[str]:
    """Read-only transactions of one moment, a limit for a statement, moments in the source's zone.

    The zone goes as an offset: named zones are only known where an administrator has loaded their tables.
    """
    offset = datetime.now(ZoneInfo(settings.case_timezone)).strftime("%z")
    seconds = settings.case_statement_timeout
    limit = f"max_statement_time = {seconds}" if is_mariadb else f"max_execution_time = {seconds * 1000}"
    return [
        "set session transaction isolation level repeatable read",
        "set session transaction read only",
        f"set session {limit}",
        f"set session time_zone = '{offset[:3]}:{offset[3:]}'",
    ]


def _wait(settings: Settings) -> dict[str, str]:
    return {"connect_timeout": str(settings.case_connect_timeout)}


def _adbc(url: URL, settings: Settings) -> Any:
    """An ADBC connection (DB-API) that cannot write, or None for databases it does not know."""
    kind = url.get_backend_name()
    if kind == "sqlite":
        import adbc_driver_sqlite.dbapi as sqlite

        connection = sqlite.connect(_sqlite_uri(url))
        with connection.cursor() as cursor:
            cursor.execute("pragma query_only = on")
        return connection
    if kind != "postgresql":
        return None
    import adbc_driver_postgresql.dbapi as postgresql

    plain = url.set(drivername="postgresql", query={})
    asked = {**url.query, "options": _postgres_options(settings), **_wait(settings)}
    return postgresql.connect(f"{plain.render_as_string(hide_password=False)}?{urlencode(asked, quote_via=quote)}")


def _arrow(connection: Any, statement: str, options: dict[str, str]) -> Iterator[pa.Table]:
    with connection.cursor() as cursor:
        if options:
            cursor.adbc_statement.set_options(**options)
        cursor.execute(statement)
        for batch in cursor.fetch_record_batch():
            for start in range(0, batch.num_rows, CHUNK):
                yield pa.Table.from_batches([batch.slice(start, CHUNK)])


def _rows(result: sa.CursorResult[Any], columns: Sequence[str]) -> Iterator[pa.Table]:
    names = [name.lower() for name in result.keys()]  # noqa: SIM118
    at = [names.index(name) for name in columns]
    for part in result.partitions(CHUNK // 4):
        across = list(zip(*part, strict=True))
        yield pa.table(
            {name: pa.array(map(as_text, across[place]), pa.string()) for name, place in zip(columns, at, strict=True)}
        )


_NO_RIGHT = ("permission denied", "ora-01031", "denied for", "command denied")


class _clear:  # noqa: N801
    """Turns what a driver raises into one sentence; drivers quote addresses and rows, so their words are not kept."""

    def __init__(self, label: str, *, table: str | None = None) -> None:
        self._label, self._table = label, table

    def __enter__(self) -> None:
        warnings.filterwarnings("ignore", category=UserWarning, module="adbc_driver_manager")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if error is None or not isinstance(error, Exception) or isinstance(error, LoaderError):
            return
        if self._table and any(word in str(error).lower() for word in _NO_RIGHT):
            raise LoaderError(messages.NO_RIGHT.format(table=self._table)) from None
        sentence = messages.READ_FAILED if self._table else messages.NO_CONNECTION
        raise LoaderError(sentence.format(table=self._table, label=self._label, hint=hint(error))) from None


_HINTS = (
    (("password", "authentication", "access denied", "login failed", "no pg_hba", "role "), messages.HINT_PASSWORD),
    (("timeout", "timed out", "canceling statement", "statement_time", "execution time"), messages.HINT_TIMEOUT),
    (("does not exist", "unknown database", "cannot open database"), messages.HINT_NO_DATABASE),
    (("not a database", "malformed", "disk image"), messages.HINT_NOT_DATABASE),
    (("closed the connection", "terminating connection", "lost", "broken pipe", "ssl syscall"), messages.HINT_CUT),
    (("locked",), messages.HINT_LOCKED),
    (("refused", "could not connect", "connection failed", "translate host", "no such file"), messages.HINT_REFUSED),
)


def hint(error: BaseException) -> str:
    """A few words about an error that hold nothing of its text."""
    text = str(error).lower()
    for words, sentence in _HINTS:
        if any(word in text for word in words):
            return sentence
    return messages.HINT_OTHER.format(kind=type(error).__name__)


def open_source(settings: Settings) -> Source:
    """The source that the settings name, opened so that it cannot be written to."""
    url = case_url(settings)
    kind = url.get_backend_name()
    if kind in ("csv", "excel"):
        if settings.case_source is not None:
            raise LoaderError(messages.NO_SELECTS_ON_FILES)
        files: type[CsvSource | ExcelSource] = CsvSource if kind == "csv" else ExcelSource
        return files(url, label=label_of(url))
    translation = None if settings.case_source is None else selects.load(settings.case_source, backend=kind)
    return DatabaseSource(url, settings=settings, translation=translation)
