"""What one section of a meeting is made of: each is defined in one file of `sections/`, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.drawing.figure import Chart, Figure

Said = tuple[str, str | Callable[[], str]]


class Asked(NamedTuple):
    """What a meeting has to conclude: the sentence it is about, the question, the body that answers (where known)."""

    about: str
    question: str
    who: str = ""


@dataclass(frozen=True)
class Grid:
    """A table of text.

    Attributes:
        widths: of each column in cm on a page 16,5 cm wide.
        report: how many of its rows stand in a report; none: it does not.
        slide: likewise on the section's slide.
        beside: there it stands beside the figure; else it has the slide to itself.
        note: what has to be known to read its cells.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    report: int = 0
    slide: int = 0
    beside: bool = False
    note: str = ""

    def top(self, most: int) -> Grid:
        """Its first rows."""
        return replace(self, rows=self.rows[:most])


@dataclass(frozen=True)
class Sheet:
    """An answer of the material as a sheet of the workbook, with these columns."""

    table: str
    title: str
    columns: str


@dataclass(frozen=True)
class Printed:
    """A chart of the report: its title, and what it shows in words (for who cannot see it)."""

    title: str
    chart: Chart
    alt: str


@dataclass(frozen=True)
class AreaMap:
    """Overdue matters by area (`area_code name overdue`) that a map shows where the snapshot has shapes."""

    title: str
    areas: pd.DataFrame


def _nothing(_: Material) -> Sequence[object]:
    return ()


def _none(_: Material) -> None:
    return None


@dataclass(frozen=True)
class Topic:
    """What can be said, shown and asked of one subject.

    Attributes:
        place: where it stands among the others, the lowest first.
        title, short: what it is called in a report, and on a screen.
        page: key of the page behind it.
        sentences: (name, text); a sentence's id is `topic.name`, an empty text is left out. A text that
            asks or works out more is given as a function: who only wants to know what is to be concluded looks at few.
        figure: the one of its slide and its screen.
        printed: charts of the report.
        area_map: what a map of it shows.
        tables: those behind its screen; a grid says itself whether it stands in the report and on the slide too.
        sheets: of the workbook.
        matters: what the meeting may have to conclude, the weightiest first.
        urgency: whose matters the one list of the meeting takes first, the lowest first.
        readable: letters of a sentence that can still be read from afar beside the figure.
    """

    id: str
    place: int
    title: str
    short: str
    page: str
    sentences: Callable[[Material], Sequence[Said]]
    figure: Callable[[Material], Figure | None] = _none
    printed: Callable[[Material], Sequence[Printed]] = _nothing  # type: ignore[assignment]
    area_map: Callable[[Material], AreaMap | None] = _none
    tables: Callable[[Material], Sequence[Grid]] = _nothing  # type: ignore[assignment]
    sheets: Sequence[Sheet] = ()
    matters: Callable[[Material], Sequence[Asked]] = _nothing  # type: ignore[assignment]
    urgency: int = 100
    readable: int = 170
