"""The calendar month that still runs: how far the heads are with their days, and who can still come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class RunningMonth:
    """The month of `day`, up to it.

    Attributes:
        required, credited: days asked for in the whole month, and those kept in person so far.
        delegated, missed: sessions a deputy took, and those that were to be held and were not.
        came: heads who came in person at least once.
        ahead, none_left: heads who did not, with and without a day left on the schedule.
    """

    day: dt.date
    required: int
    credited: int
    delegated: int
    missed: int
    came: int
    ahead: int
    none_left: int


def of(rows: pd.DataFrame | None, *, day: dt.date) -> RunningMonth | None:
    """All rows of an answer of `duty_running_month` together; None where no month runs or none is asked for."""
    if rows is None or rows.empty:
        return None
    names = ("required", "credited", "delegated", "missed", "posts_came", "posts_ahead", "posts_none_left")
    return RunningMonth(day, *(int(rows[name].sum()) for name in names))


def still_to_come(heads: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows of `heads_without_reception`: those with no day left on the schedule, and those who have one."""
    ahead = heads["next_scheduled_on"].notna()
    return heads[~ahead], heads[ahead]
