"""What is watched, a unit at a time: each once, with all its reasons."""

from __future__ import annotations

import pandas as pd

NEW, STILL, FIRST, GONE = "new", "still", "first", "gone"
ORDER = {NEW: 0, FIRST: 1, STILL: 1, GONE: 2}


def by_unit(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `watchlist` as one row a unit: what is new first, then those with most reasons.

    Returns:
        unit_code, unit_name, watch_level, watch_state (new where any reason is; gone where all are), since_on (the
        first of the reasons that hold), reasons (positions in `rows`; those that are gone only where no other holds).
    """
    units = [_unit(group) for _, group in rows.reset_index(drop=True).groupby(["watch_level", "unit_code"], sort=True)]
    columns = ["unit_code", "unit_name", "watch_level", "watch_state", "since_on", "reasons"]
    table = pd.DataFrame(units, columns=columns)
    order = table["watch_state"].map(ORDER), -table["reasons"].map(len)
    return table.assign(first=order[0], then=order[1]).sort_values(["first", "then", "unit_code"])[columns]


def _unit(group: pd.DataFrame) -> tuple[object, ...]:
    held = group[group["watch_state"] != GONE]
    told = held if len(held) else group
    states = set(told["watch_state"])
    state = next(state for state in (NEW, FIRST, STILL, GONE) if state in states)
    first = told.iloc[0]
    return first["unit_code"], first["unit_name"], first["watch_level"], state, told["since_on"].min(), list(told.index)
