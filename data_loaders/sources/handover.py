"""Hand-overs of the standard tables as files: a folder of CSV (csv:///folder) or an Excel workbook (excel:///file.xlsx).

One file or sheet is one table, its first row the column names. An Excel folder holds one workbook a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.csv as arrow_csv
from sqlalchemy.engine import URL

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.sources.values import as_text

CHUNK = 65_536
BLOCK = 4 << 20


class CsvSource:
    """A folder with <table>.csv: UTF-8, comma or semicolon, quotes where needed."""

    def __init__(self, url: URL, *, label: str) -> None:
        self.label = label
        self._folder = Path(url.database or ".")
        self.folder: Path | None = self._folder
        if not self._folder.is_dir():
            raise LoaderError(messages.NO_FOLDER.format(name=self._folder.name))

    def columns(self, table: str) -> list[str] | None:
        """See source.Source."""
        path = self._path(table)
        return list(self._names(path)) if path.is_file() else None

    def count(self, table: str) -> int:
        """Lines of the file without the first; a value that holds a line break counts twice, as it is for progress."""
        with self._path(table).open("rb") as file:
            return max(0, sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1)

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source."""
        path = self._path(table)
        own = self._names(path)
        try:
            reader = arrow_csv.open_csv(
                path,
                read_options=arrow_csv.ReadOptions(block_size=BLOCK),
                parse_options=arrow_csv.ParseOptions(delimiter=_delimiter(path), newlines_in_values=True),
                convert_options=arrow_csv.ConvertOptions(
                    include_columns=[own[name] for name in columns],
                    column_types={own[name]: pa.string() for name in columns},
                    strings_can_be_null=False,
                ),
            )
            for batch in reader:
                whole = pa.Table.from_batches([batch]).rename_columns(list(columns))
                yield from (whole.slice(start, CHUNK) for start in range(0, whole.num_rows, CHUNK))
        except (pa.ArrowInvalid, OSError):
            raise LoaderError(messages.BAD_FILE.format(name=path.name)) from None

    def _path(self, table: str) -> Path:
        return self._folder / f"{table}.csv"

    def _names(self, path: Path) -> dict[str, str]:
        """Column name in lower case → as the file writes it."""
        try:
            with path.open(encoding="utf-8-sig") as file:
                header = file.readline().rstrip("\r\n").split(_delimiter(path))
        except (OSError, UnicodeDecodeError):
            raise LoaderError(messages.BAD_FILE.format(name=path.name)) from None
        written = [name.strip().strip('"') for name in header]
        return {name.strip().lower(): name for name in written}

    def close(self) -> None:
        """Nothing is held open."""


def _delimiter(path: Path) -> str:
    with path.open("rb") as file:
        first = file.readline()
    return ";" if first.count(b";") > first.count(b",") else ","


class ExcelSource:
    """One workbook with a sheet a table, or a folder with one workbook a table (its first sheet)."""

    def __init__(self, url: URL, *, label: str) -> None:
        path = Path(url.database or ".")
        self.label = label
        self._folder = path if path.is_dir() else path.parent
        self.folder: Path | None = self._folder
        if not path.exists():
            raise LoaderError(messages.NO_FILE.format(name=path.name))
        self._books: dict[Path, Any] = {}
        self._one = None if path.is_dir() else path

    def columns(self, table: str) -> list[str] | None:
        """See source.Source."""
        rows = self._rows(table)
        return None if rows is None else [str(name or "").strip().lower() for name in next(rows, ())]

    def count(self, table: str) -> int:
        """The height that the sheet says it has; 0 where it does not say."""
        sheet = self._sheet(table)
        return max(0, (sheet.max_row or 1) - 1) if sheet is not None else 0

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source. Rows without any value are the sheet's, not the table's."""
        rows = self._rows(table)
        assert rows is not None  # noqa: S101
        header = [str(name or "").strip().lower() for name in next(rows)]
        at = [header.index(name) for name in columns]
        given = (row for row in rows if any(value is not None for value in row))
        while part := list(islice(given, CHUNK)):
            yield pa.table(
                {
                    name: pa.array([as_text(row[place]) if place < len(row) else None for row in part], pa.string())
                    for name, place in zip(columns, at, strict=True)
                }
            )

    def _rows(self, table: str) -> Iterator[tuple[Any, ...]] | None:
        sheet = self._sheet(table)
        return None if sheet is None else sheet.iter_rows(values_only=True)

    def _sheet(self, table: str) -> Any:
        path = self._one or self._folder / f"{table}.xlsx"
        if not path.is_file():
            return None
        book = self._book(path)
        names = {name.strip().lower(): name for name in book.sheetnames}
        name = names.get(table) if self._one else book.sheetnames[0]
        return None if name is None else book[name]

    def _book(self, path: Path) -> Any:
        if path not in self._books:
            try:
                self._books[path] = openpyxl.load_workbook(path, read_only=True, data_only=True)
            except Exception:
                raise LoaderError(messages.BAD_FILE.format(name=path.name)) from None
        return self._books[path]

    def close(self) -> None:
        """Let the workbooks go."""
        for book in self._books.values():
            book.close()
