"""Reading another system's case database through a connection that cannot write.

A source gives every wanted column as text, in Arrow tables of some ten thousand rows; what the texts mean is decided
by the contract, in the same way for every database. All tables of one refresh are read in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import DEMO_DATABASE, Settings
from data_loaders.sources import selects
from data_loaders.sources.address import case_url, label_of
from data_loaders.sources.database import DatabaseSource
from data_loaders.sources.handover_csv import CsvSource
from data_loaders.sources.handover_excel import ExcelSource
from data_loaders.sources.mysql import MysqlSource
from data_loaders.sources.other import OtherSource
from data_loaders.sources.postgres import PostgresSource
from data_loaders.sources.sqlite import SqliteSource

ENGINES: dict[str, type[DatabaseSource]] = {
    "sqlite": SqliteSource,
    "postgresql": PostgresSource,
    "mysql": MysqlSource,
    "mariadb": MysqlSource,
}


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

    def written(self) -> str | None:
        """A text that is another one after anything was written, changed or deleted; None: the source cannot say."""

    def notes(self, table: str) -> list[str]:
        """What the reader should know of a table that was read, one sentence each."""

    def close(self) -> None:
        """Let the source go."""


def geography_folders(settings: Settings, source: Source) -> list[Path]:
    """Where boundaries may lie: GEOGRAPHY_DIR, then beside the source's file; beside the demo's where it is no file."""
    beside = source.folder if source.folder is not None else DEMO_DATABASE.parent
    return [settings.geography_dir, beside / "geography"]


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
    return ENGINES.get(kind, OtherSource)(url, settings=settings, translation=translation)
