"""The ledger of reception: shares kept by group, months judged cell by cell, those furthest from their duty first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.metrics.thresholds import LEAST_BASE

MONTHS = 12


@dataclass(frozen=True)
class Card:
    """What is known of one post.

    Attributes:
        post: its row of `ledger_by_post`, judged in the period; None when no month of it is judged.
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


def kept(groups: pd.DataFrame) -> pd.DataFrame:
    """Adds compliance (credited of required days; missing where nothing was required), the lowest first."""
    required = groups["required"].astype(float)
    share = (groups["credited"].astype(float) / required).where(required > 0)
    return groups.assign(compliance=share).sort_values("compliance", na_position="last", ignore_index=True)


def enough(groups: pd.DataFrame) -> pd.DataFrame:
    """Those whose days are enough for a share to be ranked; the others are told by their counts."""
    return groups[groups["required"] >= LEAST_BASE]


def never_came(posts: pd.DataFrame) -> pd.DataFrame:
    """Heads with a duty, a body that reports, and not one day in person in the whole window."""
    return posts[(posts["required"] > 0) & (posts["in_person"] == 0)]


def furthest(months: pd.DataFrame, *, posts: int, page: int = 0) -> pd.DataFrame:
    """The months of the posts with the most days owed, those first; `page` counts from 0."""
    owed = (months["required"] - months["credited"]).where(months["reported"], 0).groupby(months["post_code"]).sum()
    order = owed.sort_values(ascending=False, kind="stable").index[page * posts : (page + 1) * posts]
    places = {code: place for place, code in enumerate(order)}
    rows = months[months["post_code"].isin(places)]
    return rows.assign(_place=rows["post_code"].map(places)).sort_values(["_place", "month_on"]).drop(columns="_place")


def strip_window(as_of: dt.date) -> tuple[dt.date, dt.date]:
    """The twelve calendar months that have fully elapsed at `as_of`: first day of the first, last of the last."""
    end = (as_of + dt.timedelta(days=1)).replace(day=1) - dt.timedelta(days=1)
    return end.replace(year=end.year - 1, day=1) + dt.timedelta(days=31), end
