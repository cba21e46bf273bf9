"""The ledger of reception: shares kept by group, and who never came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.metrics.thresholds import LEAST_BASE

LEADERS = ("province_party_secretary", "province_chair")
LEADERS_LEVEL = "province"
"""One head each, told by days over however long a time, never by a share or in a rank of shares."""


@dataclass(frozen=True)
class Card:
    """What is known of one post.

    Attributes:
        post: its row of `ledger_by_post`, judged in the period; None when no month of it is judged.
        own_days: the first and last day of the months it is judged in, where none of them is of the period.
        months: rows of `ledger_strip` of the last 36 whole months.
        rules: rows of `duty_rules`.
    """

    code: str
    title: str
    post: Any
    months: pd.DataFrame
    holders: pd.DataFrame
    sessions: pd.DataFrame
    rules: pd.DataFrame
    own_days: tuple[dt.date, dt.date] | None = None


def kept(groups: pd.DataFrame) -> pd.DataFrame:
    """Adds compliance (credited of required days; missing where nothing was required).

    The lowest first; last those of which nothing was required and, in no rank, those who lead the province.
    """
    required = groups["required"].astype(float)
    share = (groups["credited"].astype(float) / required).where(required > 0)
    told = groups.assign(compliance=share.mask(of_leaders(groups))).sort_values("compliance", na_position="last")
    return told.assign(compliance=share).reset_index(drop=True)


def enough(groups: pd.DataFrame, *, base: str = "required") -> pd.DataFrame:
    """Kinds of post (`duty_code`) that have enough of `base` for a share to be ranked; others are told by counts."""
    return groups[(groups[base] >= LEAST_BASE) & ~of_leaders(groups)]


def of_leaders(rows: pd.DataFrame) -> pd.Series:
    """Which rows (`duty_code`, or `duty_level`) are of the two who lead the province; none where neither is there."""
    told = pd.Series(False, index=rows.index)
    for column, leaders in (("duty_code", LEADERS), ("duty_level", (LEADERS_LEVEL,))):
        if column in rows:
            return rows[column].isin(leaders)
    return told


def never_came(posts: pd.DataFrame) -> pd.DataFrame:
    """Heads with a duty, a body that reports, and not one day in person in the whole window."""
    return posts[(posts["required"] > 0) & (posts["in_person"] == 0)]
