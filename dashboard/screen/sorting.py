"""Lists sorted by a heading: which column and which way stands in the address, `xep=-overdue`, so Back undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import pandas as pd

from dashboard.facts import order
from dashboard.screen import choice, state
from dashboard.words import headings
from dashboard.words.tables import in_words

NAME = choice.SORTED
DOWN = "-"
"""Before the name of a column: from the largest, the latest or the last of the alphabet."""


class Order(NamedTuple):
    """The column a list is sorted by, '' where it stands as it came, and which way."""

    column: str
    descending: bool

    @property
    def written(self) -> str:
        """As in the address."""
        return f"{DOWN if self.descending else ''}{self.column}"


class Heading(NamedTuple):
    """A heading that sorts: where a tap on it leads, and how its column is sorted (`aria-sort`)."""

    address: str
    way: str


def now(frame: pd.DataFrame, columns: Sequence[str] | None) -> Order:
    """The order that the address asks for, where it is of a column of this list; one that no list has is said."""
    asked = state.asked(NAME)
    wanted = Order(asked.removeprefix(DOWN), asked.startswith(DOWN))
    if asked and wanted.column not in headings.HEADINGS:
        choice.broken(NAME)
    return wanted if wanted.column in in_words(frame.head(0), columns) else Order("", descending=False)


def rows(frame: pd.DataFrame, by: Order) -> pd.DataFrame:
    """All rows of the list in that order."""
    if not by.column:
        return frame
    return frame.iloc[order.positions(_cells(frame, by.column), descending=by.descending)]


def heading(cells: pd.Series, by: Order) -> Heading:
    """A second tap turns the order round; what says how much or when begins with the most, the latest.

    Args:
        cells: the column as it is read, its codes in words.
    """
    column = str(cells.name)
    is_by = by.column == column
    descending = not by.descending if is_by else order.is_of_size(cells)
    rest = {name: text for name, text in state.address().items() if name != choice.AT}
    address = urlencode(rest | {NAME: Order(column, descending).written})
    way = "none" if not is_by else "descending" if by.descending else "ascending"
    return Heading(f"?{address}", way)


def _cells(frame: pd.DataFrame, column: str) -> pd.Series:
    """The cells by which a column is sorted: codes by what is read in their place."""
    return in_words(frame, [column])[column]
