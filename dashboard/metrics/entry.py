"""What one entry of the definitions says of its figure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dashboard.metrics.articles import Article, in_force
from dashboard.metrics.thresholds import LEAST_BASE, MASS_GROUP_SIZE

Direction = Literal["up_good", "up_bad", "neutral"]
Unit = Literal["count", "share", "days", "ratio"]
Reaches = Literal["window", "day_before", "month"]
Span = Literal["flow", "stock", "duty"]

PARTY_OFFICE = "Văn phòng Tỉnh ủy"
RECEPTION_BOARD = "Ban Tiếp công dân tỉnh"
INSPECTORATE = "Thanh tra tỉnh, Ban Tiếp công dân tỉnh"


@dataclass(frozen=True, kw_only=True)
class Metric:
    """One figure.

    Attributes:
        id: its name in `queries/figures.sql` and in `python -m queries`.
        needs: tables of events it is counted from; of a time before one of them is kept it says nothing.
        reaches: since when records must be kept for it: the first day of the window, the day before (what is carried
            over), or the first day of that month (duty).
        unit: what the value counts; a share is a number from 0 to 1, shown in percent.
        direction: whether a rise is good, bad or neither; colours follow it, arrows do not.
        numerator: what is counted; `{people}` stands for the people that make a mass group.
        articles: what it rests on, each text with the days it was in force.
        owner: who answers for the definition.
        reviewed_on: when the owner last read it.
        least_count: the smallest base a share is computed on; below it only the counts are shown.
        query: the file in `queries/` that computes it.
        span: which days it covers: those of the window (flow), its last day (stock), its whole months (duty).
    """

    id: str
    needs: tuple[str, ...]
    reaches: Reaches = "window"
    label: str
    unit: Unit
    direction: Direction
    numerator: str
    denominator: str = ""
    exclusions: str = ""
    articles: tuple[Article, ...]
    owner: str
    reviewed_on: dt.date
    least_count: int = LEAST_BASE
    query: str = "figures"
    span: Span = "flow"


class Reading(NamedTuple):
    """What a definition is read by: the last day of what is shown, how many people its data call a mass group."""

    on: dt.date
    people: int = MASS_GROUP_SIZE


def basis(metric: Metric, on: dt.date) -> str:
    """What the figure rests on in the law of that day."""
    return in_force(metric.articles, on)


def counted(metric: Metric, *, people: int = MASS_GROUP_SIZE) -> str:
    """What is counted, with the people that make a mass group in the data it is counted on."""
    return metric.numerator.replace("{people}", str(people))
