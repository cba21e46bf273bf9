"""An Excel workbook with a sheet a table (excel:///file.xlsx), or a folder with one workbook a table.

A sheet's declared size is never believed, and a cell that shows no value of its own (an error, a formula that was never
calculated) is one sentence: read as missing it would change figures without a word.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser
from sqlalchemy.engine import URL

from data_loaders import messages
from data_loaders.contract.text import heading
from data_loaders.messages import LoaderError
from data_loaders.sources.handover import file_of
from data_loaders.sources.headings import places
from data_loaders.sources.values import as_text
from data_loaders.sources.written import digest

CHUNK = 65_536
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
NOT_CALCULATED = "not calculated"
Row = dict[int, dict[str, Any]]


class ExcelSource:
    """See source.Source. In a folder, a workbook's first sheet that is not hidden, or the one named after the table."""

    def __init__(self, url: URL, *, label: str) -> None:
        path = Path(url.database or ".")
        self.label = label
        self._folder = path if path.is_dir() else path.parent
        self.folder: Path | None = self._folder
        if not path.exists():
            raise LoaderError(messages.NO_FILE.format(name=path.name))
        self._books: dict[Path, Any] = {}
        self._one = None if path.is_dir() else path
        self._hidden: dict[str, int] = {}

    def columns(self, table: str) -> list[str] | None:
        """See source.Source."""
        found = self._find(table)
        return None if found is None else list(Sheet(*found, table=table).places)

    def count(self, table: str) -> int:
        """Not known before the sheet is read: 0."""
        return 0

    def read(self, table: str, columns: Sequence[str]) -> Iterator[pa.Table]:
        """See source.Source. Rows without any value are the sheet's, not the table's."""
        found = self._find(table)
        assert found is not None  # noqa: S101
        sheet = Sheet(*found, table=table)
        rows = sheet.texts(columns)
        while part := list(islice(rows, CHUNK)):
            across = zip(columns, zip(*part, strict=True), strict=True)
            yield pa.table({name: pa.array(values, pa.string()) for name, values in across})
        self._hidden[table] = sheet.hidden

    def written(self) -> str | None:
        """See source.Source."""
        return digest([self._one] if self._one else self._folder.glob("*"))

    def notes(self, table: str) -> list[str]:
        """See source.Source: a hidden sheet, and after reading how many hidden rows it had."""
        found = self._find(table)
        if found is None:
            return []
        path, sheet = found
        said = {"name": path.name, "sheet": sheet.title}
        hidden = [messages.HIDDEN_SHEET.format(**said)] if sheet.sheet_state != "visible" else []
        rows = self._hidden.get(table, 0)
        return hidden + ([messages.HIDDEN_ROWS.format(rows=messages.count(rows), **said)] if rows else [])

    def _find(self, table: str) -> tuple[Path, Any] | None:
        """The file and the sheet of a table."""
        path = self._one or file_of(self._folder, table, (".xlsx", ".xlsm", ".xls"))
        if path is None:
            return None
        sheets = self._book(path).worksheets
        named = [sheet for sheet in sheets if heading(sheet.title) == table]
        if len(named) > 1:
            raise LoaderError(messages.FILE_TWICE.format(table=table, names=", ".join(s.title for s in named)))
        if self._one is None and not named:
            named = [sheet for sheet in sheets if sheet.sheet_state == "visible"] or sheets
        return (path, named[0]) if named else None

    def _book(self, path: Path) -> Any:
        if path not in self._books:
            warnings.filterwarnings("ignore", module="openpyxl")
            _refuse_old_or_locked(path)
            try:
                self._books[path] = openpyxl.load_workbook(path, read_only=True, data_only=True)
            except Exception:
                raise LoaderError(messages.NO_WORKBOOK.format(name=path.name)) from None
        return self._books[path]

    def close(self) -> None:
        """Let the workbooks go."""
        for book in self._books.values():
            book.close()


def _refuse_old_or_locked(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(OLD_OR_LOCKED)) != OLD_OR_LOCKED:
            return
        locked = LOCKED in file.read()
    raise LoaderError((messages.LOCKED_WORKBOOK if locked else messages.OLD_WORKBOOK).format(name=path.name))


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Tells a formula whose value was never stored from an empty cell."""

    def parse_cell(self, element: Any) -> dict[str, Any]:
        cell: dict[str, Any] = super().parse_cell(element)
        if cell["value"] is None and element.get("t") != "str" and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = NOT_CALCULATED
        return cell


class Sheet:
    """The rows of one sheet below its headings, the first row that holds anything."""

    def __init__(self, path: Path, sheet: Any, *, table: str) -> None:
        self._where = {"name": path.name, "sheet": sheet.title}
        self._book, self._sheet = sheet.parent, sheet
        self._formats: dict[int, str] = {}
        self.hidden = 0
        head: Row = next(self._rows(), (0, {}))[1]
        self._columns = sorted(head)
        where = messages.SHEET_OF.format(**self._where)
        self.places = places([head[at]["value"] for at in self._columns], table=table, where=where)

    def texts(self, columns: Sequence[str]) -> Iterator[list[str | None]]:
        """These columns of each row. Raises LoaderError at a cell that shows no value of its own."""
        at = [(name, self._columns[self.places[name]]) for name in columns]
        self.hidden = 0
        for number, row in islice(self._rows(), 1, None):
            yield [self._text(row.get(column), name, number) for name, column in at]

    def _rows(self) -> Iterator[tuple[int, Row]]:
        """Rows that hold anything, by their number."""
        book = self._book
        try:
            with self._sheet._get_source() as source:
                parser = _Parser(
                    source,
                    self._sheet._shared_strings,
                    data_only=True,
                    epoch=book.epoch,
                    date_formats=book._date_formats,
                    timedelta_formats=book._timedelta_formats,
                )
                for number, cells in parser.parse():
                    shown = parser.row_dimensions.pop(str(number), {}).get("hidden") not in ("1", "true")
                    row = {cell["column"]: cell for cell in cells if _holds(cell)}
                    if row:
                        self.hidden += not shown
                        yield number, row
        except LoaderError:
            raise
        except Exception:
            raise LoaderError(messages.NO_WORKBOOK.format(name=self._where["name"])) from None

    def _text(self, cell: dict[str, Any] | None, column: str, number: int) -> str | None:
        if cell is None:
            return None
        if cell["data_type"] in ("e", NOT_CALCULATED):
            fault = messages.CELL_FORMULA if cell["data_type"] == NOT_CALCULATED else messages.CELL_ERROR
            place = f"{get_column_letter(cell['column'])}{number}"
            raise LoaderError(fault.format(row=number, column=column, cell=place, value=cell["value"], **self._where))
        value = cell["value"]
        if isinstance(value, int | float) and not isinstance(value, bool):
            return as_shown(value, self._format(int(cell["style_id"]))) or as_text(value)
        return as_text(value)

    def _format(self, style: int) -> str:
        if style not in self._formats:
            number = self._book._cell_styles[style].numFmtId
            own = number - BUILTIN_FORMATS_MAX_SIZE
            self._formats[style] = self._book._number_formats[own] if own >= 0 else BUILTIN_FORMATS.get(number, "")
        return self._formats[style]


def _holds(cell: dict[str, Any]) -> bool:
    value = cell["value"]
    return cell["data_type"] == NOT_CALCULATED or not (value is None or (isinstance(value, str) and not value.strip()))


_PART = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<zero>0)|(?P<plain>[-() ])|(?P<other>.)')


def as_shown(value: float, form: str) -> str | None:
    """A whole number as a format of zeros shows it (``00000``: 00101, ``"HS-"000``: HS-007); None for other formats."""
    parts = list(_PART.finditer(form.split(";")[0]))
    zeros = sum(match["zero"] is not None for match in parts)
    if zeros < 2 or any(match["other"] for match in parts) or value < 0 or value != int(value):
        return None
    digits = list(str(int(value)).zfill(zeros))
    shown: list[str] = []
    for match in reversed(parts):
        if match["zero"] is None:
            shown.append(match["quoted"] or match["escaped"] or match["plain"] or "")
        else:
            zeros -= 1
            shown.append(digits.pop() if zeros else "".join(digits))
    return "".join(reversed(shown))
