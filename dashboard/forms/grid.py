"""The grid of a form: a CSV a circular, one row a printed column (MS) with what it counts and what it must equal.

`where` is `kind=complaint; field=land|policy`: every condition must hold, `|` separates the values that fit.
`formula` is `11+12+13 = 18+22` (each part equals the column); `~` in place of `=` marks a part the form itself does not
keep (domain rules §3.2). `parent` is what the column may not exceed. `missing` says why a column stays empty.
A column whose `fact` is a circular (`2024`) repeats that form's column: `measure` is the form, `where` the column.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "grids"
TERM = re.compile(r"([+-]?)\s*(\d+)")


@dataclass(frozen=True)
class Column:
    """One printed column of a form."""

    ms: int
    group: tuple[str, ...]
    label: str
    fact: str
    measure: str
    where: str
    formula: str
    parent: str
    missing: str

    @property
    def conditions(self) -> list[tuple[str, frozenset[str]]]:
        """(dimension, values that fit), all of which must hold."""
        pairs = [part.split("=", 1) for part in filter(None, map(str.strip, self.where.split(";")))]
        return [(name.strip(), frozenset(values.strip().split("|"))) for name, values in pairs]

    @property
    def identities(self) -> list[tuple[str, bool]]:
        """(sum of columns, whether the form keeps it strictly)."""
        if not self.formula:
            return []
        parts = re.split(r"\s*([=~])\s*", self.formula)
        marks = ["=", *parts[1::2]]
        return [(part, mark == "=") for part, mark in zip(parts[::2], marks, strict=True)]


@dataclass(frozen=True)
class Form:
    """One form of one circular."""

    circular: str
    form: str
    title: str
    legal: str
    provisional: bool
    columns: tuple[Column, ...]
    valid_from: dt.date
    valid_to: dt.date | None

    def in_force(self, on: dt.date) -> bool:
        """Whether reports are made on it that day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    @property
    def key(self) -> tuple[str, str]:
        return self.circular, self.form


def counts_denunciations(form: Form) -> bool:
    """Whether a column, its own or one it repeats from another form, counts denunciations apart."""
    known = {other.key: other for other in load_forms()}
    return any(
        counts_denunciations(known[column.fact, column.measure])
        if (column.fact, column.measure) in known
        else ("kind", frozenset({"denunciation"})) in column.conditions
        for column in form.columns
    )


def circular_of(on: dt.date) -> str:
    """The circular whose forms are in force on a day; of a day before the first one known, the first."""
    known = load_forms()
    return next((form.circular for form in known if form.in_force(on)), known[0].circular)


def terms(expression: str) -> list[tuple[int, int]]:
    """'1-8+2' → [(1, 1), (-1, 8), (1, 2)]: sign and column."""
    return [(-1 if sign == "-" else 1, int(ms)) for sign, ms in TERM.findall(expression)]


@cache
def load_forms(own: Path | None = None) -> tuple[Form, ...]:
    """Every form of every circular. A province's own folder `own/<circular>/<form>.csv` replaces the built-in grid."""
    return tuple(
        Form(
            row["circular"],
            row["form"],
            row["title"],
            row["legal"],
            row["provisional"] == "yes",
            _columns(row["circular"], row["form"], own),
            dt.date.fromisoformat(row["valid_from"]),
            dt.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        )
        for row in read(FOLDER / "forms.csv")
    )


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a grid file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _columns(circular: str, form: str, own: Path | None) -> tuple[Column, ...]:
    name = f"{circular}/{form.replace('/', '_')}.csv"
    path = own / name if own and (own / name).is_file() else FOLDER / name
    return tuple(
        Column(
            int(row["ms"]),
            tuple(filter(None, row["group"].split(" > "))),
            row["label"],
            row["fact"],
            row["measure"],
            row["where"],
            row["formula"],
            row["parent"],
            row["missing"],
        )
        for row in read(path)
    )
