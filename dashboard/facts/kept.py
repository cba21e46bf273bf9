"""Whether records of a window were kept: nothing recorded is not zero, and no base to compare with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import numpy as np
import pandas as pd

from dashboard.metrics import METRICS, Metric
from dashboard.metrics.thresholds import SILENT_DAYS

Coverage = Literal["whole", "part", "none"]
Begins = Mapping[str, dt.date | None]
Needs = Mapping[str, tuple[str, ...]]
NOTHING: Needs = MappingProxyType({})
COUNTS = ["numerator", "denominator", "value"]
ONE_DAY = dt.timedelta(days=1)


def coverage(tables: Iterable[str], start: dt.date, end: dt.date, *, begins: Begins) -> Coverage:
    """How much of the days from start to end these tables were kept: whole, part, none.

    Args:
        begins: the first day of each table; None: it holds nothing. A table that is not named is taken as kept always
            (snapshots from before the days were noted).
    """
    firsts = [begins.get(table, dt.date.min) for table in tables]
    if any(first is None or first > end for first in firsts):
        return "none"
    return "part" if any(first > start for first in firsts if first) else "whole"


def silent(bodies: pd.DataFrame, *, days: int = SILENT_DAYS) -> pd.Series:
    """Which bodies (`coverage_by_agency`) sent nothing for more than so many days, or never."""
    return bodies["days_silent"].isna() | (bodies["days_silent"] > days)


def of_metric(metric: Metric, start: dt.date, end: dt.date, *, begins: Begins) -> Coverage:
    """How much of what a figure of this window counts was kept; of what is carried over it is the whole or nothing."""
    if metric.reaches == "day_before":
        return "whole" if is_carried(metric.needs, start, begins=begins) else "none"
    since = {"window": start, "month": start.replace(day=1)}[metric.reaches]
    return coverage(metric.needs, since, end, begins=begins)


def is_carried(tables: Iterable[str], start: dt.date, *, begins: Begins) -> bool:
    """Whether these tables tell what was open when the window began: they were kept on the day before."""
    return coverage(tables, start - ONE_DAY, start, begins=begins) == "whole"


def is_base(covered: Coverage, *, end: dt.date, before: dt.date) -> bool:
    """Whether a window ending on `end` can be compared with one that begins on `before`: kept whole, no day in both."""
    return covered == "whole" and end < before


def known(
    answer: pd.DataFrame, needs: Needs, start: dt.date, end: dt.date, *, begins: Begins, carries: Needs = NOTHING
) -> pd.DataFrame:
    """The answer with what was never recorded empty; where every row needs a table that was not kept, without rows.

    Figures get their coverage as `kept`. A row of a series (`start_on end_on`) has a window of its own; all but those
    of the last, which is looked at, are bases: what was not kept whole is empty, and a row without anything left out.
    `carries`: the columns that count what was open when the window began.
    """
    if "figure" in answer:
        return _figures(answer, start, end, begins=begins)
    for table, columns in carries.items():
        those = [name for name in columns if name in answer]
        answer = _emptied(answer, those, [not is_carried([table], start, begins=begins)] * len(answer))
    rows = _rows(answer, start, end)
    gone = {
        table: [coverage([table], first, last, begins=begins) in useless for first, last, useless in rows]
        for table in needs
    }
    for table, columns in needs.items():
        answer = _emptied(answer, [name for name in columns if name in answer], gone[table])
    whole = [gone[table] for table, columns in needs.items() if not columns]
    if "start_on" in answer:
        whole.append([all(each) for each in zip(*gone.values(), strict=True)])
    return _without(answer, [any(each) for each in zip(*whole, strict=True)] if whole else [])


def _rows(answer: pd.DataFrame, start: dt.date, end: dt.date) -> list[tuple[dt.date, dt.date, tuple[Coverage, ...]]]:
    """The window of every row, and the coverages of which it says nothing."""
    if answer.empty or not {"start_on", "end_on"} <= set(answer.columns):
        return [(start, end, ("none",))] * len(answer)
    days = zip(answer["start_on"].dt.date, answer["end_on"].dt.date, strict=True)
    latest = answer["start_on"].max()
    useless: list[tuple[Coverage, ...]] = [
        ("none",) if start_on == latest else ("none", "part") for start_on in answer["start_on"]
    ]
    return [(*window, each) for window, each in zip(days, useless, strict=True)]


def as_base(
    answer: pd.DataFrame, needs: Needs, start: dt.date, end: dt.date, *, begins: Begins, before: dt.date
) -> pd.DataFrame:
    """The answer as a base of a window that begins on `before`; `attrs["base"]` says whether it is one at all."""
    if "figure" in answer:
        useless = [not is_base(found, end=end, before=before) for found in answer["kept"]]
        emptied = _emptied(answer, COUNTS, useless)
        return _with(answer, emptied.assign(kept=emptied["kept"].mask(np.array(useless, dtype=bool), "none")))
    found = {table: is_base(coverage([table], start, end, begins=begins), end=end, before=before) for table in needs}
    for table in (name for name in needs if not found[name]):
        all_rows = [True] * len(answer)
        answer = _emptied(answer, needs[table], all_rows) if needs[table] else _without(answer, all_rows)
    return _with(answer, answer.assign(), base=all(found.values()))


def _figures(answer: pd.DataFrame, start: dt.date, end: dt.date, *, begins: Begins) -> pd.DataFrame:
    kept = [
        of_metric(METRICS[name], start, end, begins=begins) if name in METRICS else "whole" for name in answer["figure"]
    ]
    return _emptied(_with(answer, answer.assign(kept=kept)), COUNTS, [found == "none" for found in kept])


def _emptied(answer: pd.DataFrame, columns: Sequence[str], where: Sequence[bool]) -> pd.DataFrame:
    if not any(where):
        return answer
    return _with(answer, answer.assign(**{name: answer[name].mask(np.array(where)) for name in columns}))


def _without(answer: pd.DataFrame, gone: Sequence[bool]) -> pd.DataFrame:
    return _with(answer, answer[~np.array(gone, dtype=bool)].reset_index(drop=True)) if any(gone) else answer


def _with(answer: pd.DataFrame, changed: pd.DataFrame, **more: object) -> pd.DataFrame:
    changed.attrs.update(answer.attrs | more)
    return changed
