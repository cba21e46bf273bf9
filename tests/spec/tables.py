"""Inputs drawn as small text tables: columns apart by |, - is a missing value.

| word            | becomes    |
| 2026-07-01      | a date     |
| 30              | a number   |
| yes, no         | a boolean  |
| anything else   | itself     |
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pandas as pd


def rows(text: str) -> list[dict[str, Any]]:
    """The rows of a drawn table, by column."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()]
    header, *body = lines
    return [dict(zip(header, map(value, cells), strict=True)) for cells in body]


def frame(text: str) -> pd.DataFrame:
    """A drawn table as a DataFrame with dates as datetime64; a table of a header only is an empty frame."""
    header = [cell.strip() for cell in text.strip().splitlines()[0].split("|")]
    table = pd.DataFrame(rows(text), columns=header, dtype=object)
    for name in table:
        if str(name).endswith(("_on", "_date", "valid_from", "valid_to")):
            table[name] = pd.to_datetime(table[name])
    return table


def value(word: str) -> Any:
    if word == "-":
        return None
    if word in {"yes", "no"}:
        return word == "yes"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return date.fromisoformat(word)
    return int(word) if word.isdigit() else word
