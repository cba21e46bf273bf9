"""The order of rows by one column: numbers by size, days by time, texts by the Vietnamese alphabet; what is missing
stands last whichever way."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

import pandas as pd

from dashboard.facts.search import STROKED_D

NUMBER = re.compile(r"(?P<sign>[+−-]?)(?P<number>\d[\d.]*(?:,\d+)?)(?:/(?P<of>\d[\d.]*))?%?(?: \(.*\))?")
"""1.234,5 · +12 · 15,2% · 7 (30%) · 2/4, which is half: numbers as they are written in a text."""
OWN_LETTERS = str.maketrans({"\u0306": "{", "\u0302": "|", "\u031b": "}"})
"""The marks that make letters of their own, breve, circumflex, horn, as what stands after every letter."""
DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
DIGITS = re.compile(r"\d+")
LONGEST = 12
"""Digits up to which numbers within texts are compared by size."""

MOST_NAMED = 3
"""Of a ranking, in a sentence or a list of questions."""


def leading(counts: Sequence[int], *, most: int = MOST_NAMED) -> int:
    """How many of the first are named, the most counted first: none that has as many as one left out."""
    last = counts[most] if len(counts) > most else 0
    return sum(count > last for count in counts[:most])


def positions(cells: pd.Series, *, descending: bool) -> list[int]:
    """The positions of the cells in their order; equal ones stay as they stood."""
    values = _timed(cells.reset_index(drop=True))
    present = values.dropna()
    keys = present if _is_of_size(present) else _keys(present.astype(str))
    found = keys.sort_values(ascending=not descending, kind="stable").index.tolist()
    return [*found, *values.index[values.isna()]]


def is_of_size(cells: pd.Series) -> bool:
    """Whether the cells say how much or when, also as text."""
    present = _timed(cells).dropna()
    return _is_of_size(present) or _are_numbers(present.astype(str))


def _is_of_size(present: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(present) or pd.api.types.is_datetime64_any_dtype(present)


def _timed(cells: pd.Series) -> pd.Series:
    """Where any cell is a day, all as days: what stands in place of one ('no limit') is none."""
    if cells.dtype != object and not pd.api.types.is_string_dtype(cells):
        return cells
    texts = [each.isoformat() if isinstance(each, dt.date) else _day(each) for each in cells]
    return pd.to_datetime(pd.Series(texts, index=cells.index), format="ISO8601") if any(texts) else cells


def _day(cell: object) -> str | None:
    found = DAY.fullmatch(cell) if isinstance(cell, str) else None
    return "-".join(reversed(found.groups())) if found else None


def _are_numbers(texts: pd.Series) -> bool:
    return not texts.empty and all(NUMBER.fullmatch(text) for text in texts)


def _keys(texts: pd.Series) -> pd.Series:
    return texts.map(_number if _are_numbers(texts) else alphabetical)


def _number(text: str) -> float:
    found = NUMBER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    number = _read(found["number"]) / (_read(found["of"] or "1") or 1)
    return number if found["sign"] in ("", "+") else -number


def _read(digits: str) -> float:
    return float(digits.replace(".", "").replace(",", "."))


def alphabetical(text: str) -> str:
    """A text that compares as Vietnamese does: letters with a mark of their own after the bare one, tones only between
    the same letters, numbers by size."""
    apart = unicodedata.normalize("NFD", text.casefold().replace(STROKED_D, "d~"))
    letters = "".join(each for each in apart.translate(OWN_LETTERS) if not unicodedata.combining(each))
    return f"{DIGITS.sub(_padded, letters)}\0{apart}"


def _padded(digits: re.Match[str]) -> str:
    return digits[0].zfill(LONGEST)
