"""Rules of law as dated rows: read, typed and checked, each with its article.

A rule file is a CSV in `data_loaders/law/`; a province replaces one by a file of the same name in its own folder.
A file with an error is refused whole, with the file and the line named in one sentence.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd

from data_loaders.law import messages as say
from data_loaders.law.rule_columns import FILES, Column, RuleFile
from data_loaders.messages import LoaderError

BUILT_IN = Path(__file__).parent
Row = dict[str, Any]


class RuleError(LoaderError):
    """A rule file that cannot be used; the message is one Vietnamese sentence."""


def load(name: str, *, directory: Path | None = None) -> pd.DataFrame:
    """The rows of rule file `name`, typed: dates datetime64, whole numbers Int64, booleans boolean, the rest text.

    Every frame has article, valid_from and valid_to (inclusive; missing: still in force). `directory` is the province's
    own folder. Raises RuleError.
    """
    if name not in FILES:
        raise RuleError(say.in_file(f"{name}.csv", None, say.NO_SUCH_FILE))
    path = _path(name, directory)
    lines = list(_read(path))
    rows = [_typed(cells, FILES[name], path.name, line) for line, cells in lines]
    _refuse_clashes(rows, [line for line, _ in lines], FILES[name], path.name)
    return _frame(rows, FILES[name])


def load_all(*, directory: Path | None = None) -> dict[str, pd.DataFrame]:
    """Every rule file by name."""
    return {name: load(name, directory=directory) for name in FILES}


def _path(name: str, directory: Path | None) -> Path:
    own = directory / f"{name}.csv" if directory else None
    return own if own and own.is_file() else BUILT_IN / f"{name}.csv"


def _read(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """(line number, cells) of each row that is not blank; commas, or semicolons as office programs write them."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(say.in_file(path.name, None, say.UNREADABLE)) from error
    header = text.split("\n", 1)[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if header.count(";") > header.count(",") else ",")
    _refuse_columns([name.strip() for name in reader.fieldnames or []], path)
    found = False
    for cells in reader:
        if None in cells:
            raise RuleError(say.in_file(path.name, reader.line_num, say.TOO_MANY_CELLS))
        tidy = {name.strip(): (value or "").strip() for name, value in cells.items()}
        if any(tidy.values()):
            found = True
            yield reader.line_num, tidy
    if not found:
        raise RuleError(say.in_file(path.name, None, say.EMPTY_FILE))


def _refuse_columns(header: list[str], path: Path) -> None:
    columns = FILES[path.stem].columns
    for name, column in columns.items():
        if column.required and name not in header:
            raise RuleError(say.in_file(path.name, 1, say.COLUMN_MISSING.format(column=name)))
    for name in header:
        if name not in columns:
            raise RuleError(say.in_file(path.name, 1, say.COLUMN_UNKNOWN.format(column=name)))


def _typed(cells: dict[str, str], file: RuleFile, name: str, line: int) -> Row:
    try:
        row = {column: _cell(column, cells.get(column, ""), spec) for column, spec in file.columns.items()}
        if file.day_column:
            row |= {"valid_from": row[file.day_column], "valid_to": row[file.day_column] if file.one_day else None}
        if row["valid_to"] and row["valid_to"] < row["valid_from"]:
            raise ValueError(say.ENDS_BEFORE_START.format(valid_to=row["valid_to"], valid_from=row["valid_from"]))
    except ValueError as error:
        raise RuleError(say.in_file(name, line, str(error))) from error
    return row


def _cell(name: str, text: str, column: Column) -> Any:
    if not text:
        if column.default is not None:
            return column.default
        if column.required_value:
            raise ValueError(say.ARTICLE_MISSING if name == "article" else say.VALUE_MISSING.format(column=name))
        return None
    value = _PARSERS[column.type](name, text)
    if column.choices and value not in column.choices:
        choices = ", ".join(str(choice) for choice in column.choices)
        raise ValueError(say.OUTSIDE_CHOICES.format(column=name, choices=choices, value=text))
    return value


def _number(name: str, text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueError(say.BROKEN_NUMBER.format(column=name, value=text))
    return int(text)


def _date(name: str, text: str) -> date:
    """ISO, or dd/mm/yyyy as office programs in Vietnam write it."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a date without a time
        except ValueError:
            continue
    raise ValueError(say.BROKEN_DATE.format(column=name, value=text))


def _boolean(name: str, text: str) -> bool:
    if text.lower() not in {"0", "1", "true", "false"}:
        raise ValueError(say.BROKEN_BOOLEAN.format(column=name, value=text))
    return text.lower() in {"1", "true"}


_PARSERS: dict[str, Callable[[str, str], Any]] = {
    "text": lambda _, text: text,
    "number": _number,
    "date": _date,
    "boolean": _boolean,
}


def _refuse_clashes(rows: list[Row], lines: list[int], file: RuleFile, name: str) -> None:
    """Two rows must not use one rule_id, nor answer the same question on the same day (an empty key: any value)."""
    for (first, row), (second, other) in combinations(zip(lines, rows, strict=True), 2):
        if file.id_column and row[file.id_column] == other[file.id_column]:
            problem = say.DUPLICATE_ID.format(value=other[file.id_column], other=first)
            raise RuleError(say.in_file(name, second, problem))
        if file.key and same_question(row, other, file.key) and _overlap(row, other):
            raise RuleError(say.in_file(name, second, say.OVERLAP.format(other=first, key=", ".join(file.key))))


def same_question(row: Row, other: Row, key: tuple[str, ...]) -> bool:
    """Whether both rows answer one question of the file; an empty cell (None) stands for any value."""
    return all(row[column] is None or other[column] is None or row[column] == other[column] for column in key)


def _overlap(row: Row, other: Row) -> bool:
    return row["valid_from"] <= (other["valid_to"] or date.max) and other["valid_from"] <= (row["valid_to"] or date.max)


_DTYPES = {"text": "str", "number": "Int64", "date": "datetime64[us]", "boolean": "boolean"}


def _frame(rows: list[Row], file: RuleFile) -> pd.DataFrame:
    columns = {name: _DTYPES[column.type] for name, column in file.columns.items()}
    columns |= {"valid_from": _DTYPES["date"], "valid_to": _DTYPES["date"]}
    frame = pd.DataFrame(rows, columns=list(columns), dtype=object)
    return frame.astype(columns)
