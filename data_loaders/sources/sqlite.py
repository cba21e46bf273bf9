"""SQLite: opened with mode=ro and query_only, streamed through ADBC."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.sources.database import CHUNK, ArrowSource
from data_loaders.sources.written import digest


class SqliteSource(ArrowSource):
    """A file; columns are asked for as texts, because the driver guesses a column's type from its first rows."""

    options = {"adbc.sqlite.query.batch_rows": str(CHUNK)}  # noqa: RUF012

    def _new_engine(self, url: URL, settings: Settings) -> sa.Engine:
        engine = sa.create_engine(url.set(database=_uri(url), query={"uri": "true"}))
        sa.event.listen(engine, "connect", lambda raw, _: raw.execute("pragma query_only = on"))
        return engine

    def _start(self, url: URL, settings: Settings) -> None:
        import adbc_driver_sqlite.dbapi as sqlite

        self._path = Path(url.database or "").resolve()
        self.folder = Path(url.database or "").parent
        self._connection.execute(sa.text("select count(*) from sqlite_master"))
        self._adbc = sqlite.connect(_uri(url))
        with self._adbc.cursor() as cursor:
            cursor.execute("pragma query_only = on")

    def written(self) -> str | None:
        """See source.Source. The whole file is looked at, and the log of what is not in it yet: beside the
        file itself, also where a link leads to it."""
        return digest([self._path, self._path.with_name(f"{self._path.name}-wal")])

    def _as_text(self, table: str, written: str) -> str:
        return f"coalesce(cast({self._quoted(written)} as text), '')"


def _uri(url: URL) -> str:
    path = Path(url.database or "")
    if not path.is_file():
        raise LoaderError(messages.NO_FILE.format(name=path.name))
    return f"file:{quote(str(path.resolve()))}?mode=ro"
