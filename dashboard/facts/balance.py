"""The balance of matters as five steps: what was open, came in, was resolved, left otherwise, and is open."""

from __future__ import annotations

import pandas as pd

ENTERED = ["entered_first", "entered_second", "reopened"]
RESOLVED = ["decided", "withdrawn", "discontinued", "to_investigation"]


def steps(rows: pd.DataFrame) -> dict[str, int]:
    """opening, entered, resolved, otherwise (merged into another matter), closing; `rows` as the question `balance`."""
    row = rows[rows["kind"] == "all"].iloc[0]
    return {
        "opening": int(row["opening"]),
        "entered": int(row[ENTERED].sum()),
        "resolved": int(row[RESOLVED].sum()),
        "otherwise": int(row["merged"]),
        "closing": int(row["closing"]),
    }
