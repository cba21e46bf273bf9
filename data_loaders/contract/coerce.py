"""Texts as a source gives them, made dates, numbers and booleans of the contract.

Each different value of a column is parsed once (a column of a million dates has some thousand different ones).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.contract.tables import Column
from data_loaders.settings import LOCAL

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:\+07(?::?00)?)?")
_INT = re.compile(r"([+-]?\d{1,9})(?:\.0*)?")
_BOOLS = {"0": False, "1": True, "false": False, "true": True, "f": False, "t": True, "0.0": False, "1.0": True}
FIRST_DAY = date(1900, 1, 1)

ARROW_TYPES = {
    "code": pa.string(),
    "text": pa.string(),
    "word": pa.string(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("s"),
    "int": pa.int32(),
    "number": pa.float64(),
    "bool": pa.bool_(),
}
BROKEN = {
    "date": "broken_date",
    "timestamp": "broken_date",
    "int": "broken_number",
    "number": "broken_number",
    "bool": "broken_boolean",
}


def _date(text: str) -> date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError
    day = date.fromisoformat(match[1])
    if day < FIRST_DAY:
        raise ValueError
    return day


def _timestamp(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        moment = moment.astimezone(LOCAL).replace(tzinfo=None)
    if moment.date() < FIRST_DAY:
        raise ValueError
    return moment.replace(microsecond=0)


def _int(text: str) -> int:
    match = _INT.fullmatch(text)
    if match is None or int(match[1]) < 0:
        raise ValueError
    return int(match[1])


def _number(text: str) -> float:
    number = float(text.replace(",", "."))
    if not 0 <= number < 1e15:
        raise ValueError
    return number


def _bool(text: str) -> bool:
    return _BOOLS[text.lower()]


_PARSERS: dict[str, Callable[[str], Any]] = {
    "date": _date,
    "timestamp": _timestamp,
    "int": _int,
    "number": _number,
    "bool": _bool,
}


def tidy(values: pa.Array) -> pa.Array:
    """Texts without surrounding blanks; an empty one is a missing one."""
    trimmed = pc.utf8_trim_whitespace(pc.cast(values, pa.string()))
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


def coerce(values: pa.Array, column: Column) -> tuple[pa.Array, pa.BooleanArray | None]:
    """The column in its own type, and where a given value could not be read (None: nowhere)."""
    texts = tidy(values)
    parse = _PARSERS.get(column.kind)
    if parse is None:
        return texts, None
    encoded = texts.dictionary_encode()
    parsed, broken = _parse_all(encoded.dictionary.to_pylist(), parse)
    typed = pa.array(parsed, type=ARROW_TYPES[column.kind]).take(encoded.indices)
    if not any(broken):
        return typed, None
    return typed, pc.fill_null(pa.array(broken).take(encoded.indices), False)


def _parse_all(texts: list[str], parse: Callable[[str], Any]) -> tuple[list[Any], list[bool]]:
    parsed, broken = [], []
    for text in texts:
        try:
            parsed.append(parse(text))
            broken.append(False)
        except (ValueError, KeyError):
            parsed.append(None)
            broken.append(True)
    return parsed, broken
