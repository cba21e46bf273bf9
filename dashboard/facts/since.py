"""Why a running quarter is not what it was at an earlier refresh: what happened since, what is recorded otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.facts import lock_difference

FIGURE_OF = {
    "opening": "opening_dossiers",
    "entered": "entered_dossiers",
    "resolved": "resolved_dossiers",
    "merged": "merged_dossiers",
    "open_count": "open_dossiers",
    "overdue": "overdue_dossiers",
}
NEW, ENDED, STARTED, DUE = "new", "ended", "started", "due"
HAPPENED = (NEW, ENDED, STARTED, DUE)
REASONS = (*HAPPENED, *lock_difference.REASONS)
ENDING = {"closed_on", "closing", *lock_difference.COMPUTED}
STARTING = {"accepted_on", *lock_difference.COMPUTED}


def told(rows: pd.DataFrame, *, since: dt.date) -> pd.DataFrame:
    """Rows of `lock_difference.difference` with the reason of whatever happened after `since`; else as they were.

    Those that happened come first: new, ended, accepted, run out of time; then what was recorded otherwise.
    """
    if rows.empty:
        return rows
    reasons = [_reason(row, pd.Timestamp(since)) for row in rows.to_dict("records")]
    order = pd.Series([REASONS.index(reason) for reason in reasons], index=rows.index)
    return rows.assign(reason=reasons, _order=order).sort_values(["_order", "dossier_id"]).drop(
        columns="_order").reset_index(drop=True)  # fmt: skip


def _reason(row: Mapping[str, Any], since: pd.Timestamp) -> str:
    reason, changed = str(row["reason"]), set(row["changed"])
    if reason in (lock_difference.LATE, lock_difference.ARRIVED) and _after(row, "entered_on", since):
        return NEW
    if changed <= ENDING | STARTING and _began(row, "closed_on", since):
        return ENDED
    if changed <= STARTING and _began(row, "accepted_on", since):
        return STARTED
    return DUE if reason == lock_difference.RECOMPUTED and row["overdue"] == 1 else reason


def _after(row: Mapping[str, Any], name: str, since: pd.Timestamp) -> bool:
    return bool(pd.notna(row[name]) and pd.Timestamp(row[name]) > since)


def _began(row: Mapping[str, Any], name: str, since: pd.Timestamp) -> bool:
    return bool(pd.isna(row[f"{name}_locked"])) and _after(row, name, since)
