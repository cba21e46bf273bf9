"""A figure as plain numbers, before anything is drawn: the same for a file, a slide and a screen of the meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dashboard.words import numbers as vi

Kind = Literal["columns", "lines", "bars"]


@dataclass(frozen=True)
class Running:
    """The last of a row of periods, where it is not over.

    Attributes:
        elapsed: how far it is: 69/91 ngày.
        same: what the same days of last year counted, by column; flows only.
        said: what these days are called.
    """

    elapsed: str
    same: Mapping[str, float | None]
    said: str


@dataclass(frozen=True)
class Chart:
    """Columns or lines over periods, or bars of a list.

    Attributes:
        series: name → numbers as long as `labels`; None where a number is missing or withheld.
        unit: count, or percent for numbers from 0 to 100.
        tints: a colour of the palette for each series, by what it means.
        running: the last period is not over yet.
        caption: what is counted, for bars.
        elapsed: how far a running period is.
        same: likewise what the same days of last year counted, by series; `said`: what these days are called.
    """

    kind: Kind
    labels: Sequence[str]
    series: Mapping[str, Sequence[float | None]]
    unit: Literal["count", "percent"] = "count"
    tints: Sequence[str] = ("volume",)
    running: bool = False
    caption: str = ""
    elapsed: str = ""
    same: Mapping[str, float] = field(default_factory=dict)
    said: str = ""

    @property
    def named(self) -> list[str]:
        """The labels, the last with how far its period is where it still runs; its words break into lines."""
        labels = list(self.labels)
        return [*labels[:-1], f"{labels[-1]} {self.elapsed}"] if self.running and self.elapsed else labels

    @property
    def beside(self) -> str:
        """cùng 69 ngày năm trước: 5.552; of several series their numbers in their order; "" without any."""
        found = [vi.count(self.same[name]) for name in self.series if name in self.same]
        return f"{self.said}: {', '.join(found)}" if self.running and found else ""


@dataclass(frozen=True)
class Board:
    """Numbers one below the other with what became of them.

    Attributes:
        rows: label, value, change, and the colour of the change.
        heading: what the change is against.
        notes: below them, whose changes are against something else.
    """

    rows: Sequence[tuple[str, str, str, str]]
    heading: str
    notes: Sequence[str] = ()


Figure = Chart | Board


def numbers(cells: Iterable[object]) -> list[float | None]:
    """The cells as plain numbers, None where one is missing."""
    return [None if vi.is_missing(cell) else float(cell) for cell in cells]  # type: ignore[arg-type]


def apart(spans: Iterable[tuple[float, float]]) -> list[int]:
    """A row for each label from where to where along one axis, the first one in which it stands on no other."""
    taken: list[list[tuple[float, float]]] = []
    rows = []
    for start, end in spans:
        free = (row for row, there in enumerate(taken) if all(last <= start or end <= first for first, last in there))
        row = next(free, len(taken))
        taken[row : row + 1] = [[*(taken[row] if row < len(taken) else []), (start, end)]]
        rows.append(row)
    return rows
