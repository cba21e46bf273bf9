"""A folder of CSV files (csv:///folder): UTF-8 or UTF-16, any usual separator, with Excel's line ``sep=;`` or not."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as arrow_csv
from sqlalchemy.engine import URL

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.sources.handover import file_of
from data_loaders.sources.headings import places
from data_loaders.sources.written import digest

CHUNK = 65_536
BLOCK = 4 << 20
HEAD = 1 << 16
SEPARATORS = ",;\t|"
LONGEST_VALUE = 1 << 20
UNREAD = {"utf-8": "surrogateescape", "utf-8-sig": "surrogateescape", "utf-16": "strict"}
"""A column that is not read may hold anything; only what is asked for must be text."""
_SEP_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """How a file is written: its encoding, separator, names of columns, and the lines before the first row."""

    encoding: str
    separator: str
    names: tuple[str, ...]
    before: int


class CsvSource:
    """See source.Source. One file a table, named after it."""

    def __init__(self, url: URL, *, label: str) -> None:
        self.label = label
        self._folder = Path(url.database or ".")
        self.folder: Path | None = self._folder
        if not self._folder.is_dir():
            raise LoaderError(messages.NO_FOLDER.format(name=self._folder.name))

    def columns(self, table: str) -> list[str] | None:
        """See source.Source."""
        path = self._path(table)
        return None if path is None else list(places(shape(path).names, table=table, where=path.name))

    def count(self, table: str) -> int:
        """Lines of the file without the first; a value that holds a line break counts twice, as it is for progress."""
        path = self._path(table)
        return _lines(path, after=1) if path else 0

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source."""
        path = self._path(table)
        assert path is not None  # noqa: S101
        form = shape(path)
        at = places(form.names, table=table, where=path.name)
        wanted = [str(at[name]) for name in columns]
        read = 0
        try:
            for batch in _batches(path, form, wanted):
                read += batch.num_rows
                whole = pa.Table.from_batches([batch]).select(wanted).rename_columns(list(columns))
                yield from (whole.slice(start, CHUNK) for start in range(0, whole.num_rows, CHUNK))
        except (pa.ArrowInvalid, OSError, UnicodeError):
            raise _fault(path, form) from None
        if read != _lines(path, after=form.before):
            _refuse_swallowed_rows(path, form)

    def written(self) -> str | None:
        """See source.Source."""
        return digest(self._folder.glob("*"))

    def notes(self, table: str) -> list[str]:
        """See source.Source."""
        return []

    def _path(self, table: str) -> Path | None:
        return file_of(self._folder, table, (".csv", ".tsv", ".txt"))

    def close(self) -> None:
        """Nothing is held open."""


def _batches(path: Path, form: Shape, wanted: list[str]) -> Iterator[pa.RecordBatch]:
    if not _lines(path, after=form.before):
        return
    yield from arrow_csv.open_csv(
        path,
        read_options=arrow_csv.ReadOptions(
            block_size=BLOCK,
            encoding=form.encoding,
            skip_rows=form.before,
            column_names=[str(place) for place in range(len(form.names))],
        ),
        parse_options=arrow_csv.ParseOptions(delimiter=form.separator, newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(
            include_columns=wanted, column_types=dict.fromkeys(wanted, pa.string()), strings_can_be_null=False
        ),
    )


def shape(path: Path) -> Shape:
    """How the file is written, from its first lines. Raises LoaderError where they are no text."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
        encoding = _encoding(head)
        with path.open(encoding=encoding, errors=UNREAD[encoding], newline="") as text:
            return _shape(text, encoding)
    except (OSError, UnicodeError, csv.Error):
        raise LoaderError(messages.BAD_ENCODING.format(name=path.name, line=1)) from None


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        raise UnicodeError
    return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"


def _shape(text: Iterator[str], encoding: str) -> Shape:
    before, first = 0, ""
    for first in text:
        if first.strip("\r\n\ufeff "):
            break
        before += 1
    said = _SEP_LINE.fullmatch(first.strip("\r\n\ufeff"))
    if said:
        before, first = before + 1, next(text, "")
    separator = said[1] if said else max(SEPARATORS, key=first.count)
    lines = csv.reader(_chain(first, text), delimiter=separator)
    names = tuple(next(lines, ()))
    "".join(names).encode()
    return Shape(encoding, separator, names, before + lines.line_num)


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _lines(path: Path, *, after: int) -> int:
    """Lines that hold anything, after the first ones."""
    with path.open("rb") as file:
        return sum(1 for line in islice(file, after, None) if line.strip(b"\r\n\0"))


def _records(path: Path, form: Shape) -> Iterator[tuple[int, list[str]]]:
    """The line each row begins on, and its values. Raises csv.Error, UnicodeError."""
    csv.field_size_limit(LONGEST_VALUE)
    with path.open(encoding=form.encoding, errors=UNREAD[form.encoding], newline="") as text:
        for _ in range(form.before):
            next(text)
        reader = csv.reader(text, delimiter=form.separator, strict=True)
        begun = 1
        for record in reader:
            yield form.before + begun, record
            begun = reader.line_num + 1


def _fault(path: Path, form: Shape) -> LoaderError:
    """The sentence for a file that could not be read: the first line that is at fault, and how."""
    line = form.before
    found = {"name": path.name, "expected": len(form.names)}
    try:
        for line, record in _records(path, form):
            if record and len(record) != len(form.names):
                return LoaderError(messages.RAGGED.format(line=line, found=len(record), **found))
    except csv.Error:
        return LoaderError(messages.OPEN_QUOTE.format(line=line + 1, **found))
    except UnicodeError:
        return LoaderError(messages.BAD_FILE.format(**found))
    if (line := _undecodable(path)) and form.encoding != "utf-16":
        return LoaderError(messages.BAD_ENCODING.format(line=line, **found))
    return LoaderError(messages.BAD_FILE.format(**found))


def _undecodable(path: Path) -> int:
    """The first line whose bytes are no UTF-8; 0: none."""
    with path.open("rb") as file:
        for line, raw in enumerate(file, start=1):
            try:
                raw.decode()
            except UnicodeDecodeError:
                return line
    return 0


def _refuse_swallowed_rows(path: Path, form: Shape) -> None:
    """Raise LoaderError where a value spans lines and holds as many separators as a row: a quote was not closed."""
    for line, record in _records(path, form):
        broken = [value for value in record if "\n" in value or "\r" in value]
        if sum(value.count(form.separator) for value in broken) >= len(form.names) - 1 > 0:
            raise LoaderError(messages.OPEN_QUOTE.format(name=path.name, line=line))
