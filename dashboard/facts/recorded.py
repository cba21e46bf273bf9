"""Matters by the unit they were recorded in, as counts on the shapes of the day the window ends."""

from __future__ import annotations

import datetime as dt

import pandas as pd

REFORM = dt.date(2025, 7, 1)


def on_map(rows: pd.DataFrame, *, column: str, division: str) -> tuple[dict[str, float], int]:
    """Area code → count, and how many lie in units that no longer stood, so that no shape is theirs.

    `rows` as `recorded_areas` answers them. A former district holds all recorded in it; a commune of today only what
    was recorded in that commune itself.
    """
    if division == "district":
        return _sums(rows, by="district_code", column=column), 0
    there = rows[rows["still_there"] & rows["commune_code"].notna()]
    return _sums(there, by="commune_code", column=column), int(rows[column].sum() - there[column].sum())


def _sums(rows: pd.DataFrame, *, by: str, column: str) -> dict[str, float]:
    return {str(code): float(count) for code, count in rows.groupby(by)[column].sum().items()}
