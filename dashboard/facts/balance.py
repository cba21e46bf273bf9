"""The balance of matters as five steps: what was open, came in, was resolved, left otherwise, and is open."""

from __future__ import annotations

import pandas as pd

ENTERED = ["entered_first", "entered_second", "reopened"]
RESOLVED = ["decided", "withdrawn", "discontinued", "to_investigation"]


def due(row: pd.Series) -> int | None:
    """What was to be resolved: open at the start and come in; None where what was open is not known."""
    return None if pd.isna(row["opening"]) else int(row["opening"] + row[ENTERED].sum())


def steps(rows: pd.DataFrame) -> dict[str, int]:
    """opening, entered, resolved, otherwise (merged into another matter), closing; `rows` as the question `balance`.

    Nothing where it does not add up because what was open at the start is not known.
    """
    whole = rows[rows["kind"].eq("all") & rows["opening"].notna()]
    if whole.empty:
        return {}
    row = whole.iloc[0]
    return {
        "opening": int(row["opening"]),
        "entered": int(row[ENTERED].sum()),
        "resolved": int(row[RESOLVED].sum()),
        "otherwise": int(row["merged"]),
        "closing": int(row["closing"]),
    }
