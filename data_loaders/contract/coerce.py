"""Texts as a source gives them, made dates, numbers and booleans of the contract."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders.contract.tables import Column
from data_loaders.contract.text import tidy
from data_loaders.settings import LOCAL

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:\+07(?::?00)?)?")
_NO_END = re.compile(r"\+?infinity|9999-.*|\+?\d{5,}-.*", re.IGNORECASE)
_MOMENT = r"^(19|2\d)\d\d-\d\d-\d\d[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?$"
_PLAIN = re.compile(r"\+?(\d{1,15})(?:[.,](\d*))?")
_GROUPED = re.compile(r"\+?([1-9]\d{0,2}(?:([., ])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?")
_BOOLS = {"0": False, "1": True, "false": False, "true": True, "f": False, "t": True, "0.0": False, "1.0": True}
FIRST_DAY = date(1900, 1, 1)
OLD_OFFSETS_UNTIL = date(1975, 6, 13)
"""Until then the clock of Asia/Ho_Chi_Minh ran at +07:06, +07, +08 or +09, and databases differ on when."""
OLD_OFFSETS = (timedelta(hours=7), timedelta(hours=9))

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


def _date(text: str, column: Column) -> date | None:
    if _NO_END.fullmatch(text):
        return _none_where_none_may_be(column)
    return _day(text)


@lru_cache(maxsize=1 << 16)
def _day(text: str) -> date:
    match = _DATE.fullmatch(text)
    day = date.fromisoformat(match[1]) if match else _midnight(text)
    if day < FIRST_DAY:
        raise ValueError
    return day


def _none_where_none_may_be(column: Column) -> Any:
    """Infinity and the year 9999 mean that there is no such day."""
    if column.required:
        raise ValueError
    return None


def _midnight(text: str) -> date:
    """The day that begins in Việt Nam at this moment with an offset; any other moment is not a date."""
    moment = datetime.fromisoformat(text)
    offset = moment.utcoffset()
    if offset is None or len(text) < len("2026-05-01T00:00"):
        raise ValueError
    if moment.time() == time() and moment.date() < OLD_OFFSETS_UNTIL and OLD_OFFSETS[0] <= offset <= OLD_OFFSETS[1]:
        return moment.date()
    local = moment.astimezone(LOCAL)
    if local.time() != time():
        raise ValueError
    return local.date()


def _timestamp(text: str, column: Column) -> datetime | None:
    if _NO_END.fullmatch(text):
        return _none_where_none_may_be(column)
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        moment = moment.astimezone(LOCAL).replace(tzinfo=None)
    if moment.date() < FIRST_DAY:
        raise ValueError
    return moment.replace(microsecond=0)


def _int(text: str, column: Column) -> int:
    return int(_only({reading for reading in _readings(text) if reading == int(reading)}, column))


def _number(text: str, column: Column) -> float:
    return _only(set(_readings(text)), column)


def _readings(text: str) -> Iterator[float]:
    """What a number may mean: a dot, a comma or a blank before three digits marks decimals or thousands."""
    if plain := _PLAIN.fullmatch(text):
        yield float(f"{plain[1]}.{plain[2] or 0}")
    if grouped := _GROUPED.fullmatch(text):
        yield float(f"{grouped[1].replace(grouped[2], '')}.{grouped[3] or 0}")


def _only(readings: set[float], column: Column) -> float:
    """The one reading that is within reason. ``12.000`` people may be twelve or twelve thousand: neither is taken."""
    within = [reading for reading in readings if reading <= column.most]
    if len(within) != 1:
        raise ValueError
    return within[0]


def _bool(text: str, _: Column) -> bool:
    return _BOOLS[text.lower()]


_PARSERS: dict[str, Callable[[str, Column], Any]] = {
    "date": _date,
    "timestamp": _timestamp,
    "int": _int,
    "number": _number,
    "bool": _bool,
}


def coerce(values: pa.Array, column: Column) -> tuple[pa.Array, pa.BooleanArray | None]:
    """The values in the column's own type, and which of them could not be read (None: all could).

    Python reads them one by one: give each different value once.
    """
    texts = tidy(values)
    parse = _PARSERS.get(column.kind)
    if parse is None:
        return texts, None
    if column.kind == "timestamp" and (moments := _moments(texts)) is not None:
        return moments, None
    parsed, broken = _parse_all(texts.to_pylist(), parse, column)
    return pa.array(parsed, type=ARROW_TYPES[column.kind]), pa.array(broken) if any(broken) else None


def _moments(texts: pa.Array) -> pa.Array | None:
    """All moments at once, where each is written in full without an offset: hardly any two of them are the same."""
    if not pc.all(pc.match_substring_regex(texts, _MOMENT)).as_py():
        return None
    try:
        return pc.cast(pc.utf8_slice_codeunits(texts, 0, 19), ARROW_TYPES["timestamp"])
    except pa.ArrowInvalid:  # a day that no month has
        return None


def _parse_all(
    texts: list[str | None], parse: Callable[[str, Column], Any], column: Column
) -> tuple[list[Any], list[bool]]:
    parsed, broken = [], []
    for text in texts:
        try:
            parsed.append(None if text is None else parse(text, column))
            broken.append(False)
        except (ValueError, KeyError, OverflowError):
            parsed.append(None)
            broken.append(True)
    return parsed, broken
