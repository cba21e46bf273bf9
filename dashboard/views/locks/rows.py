"""The matters behind a difference between a lock and today, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.facts import lock_difference, since
from dashboard.words import codes, locks
from dashboard.words import numbers as vi

TAILS = {
    since.NEW: "",
    lock_difference.LATE: "",
    lock_difference.ARRIVED: "",
    lock_difference.DELETED: "_locked",
    lock_difference.LEFT: "_locked",
    lock_difference.REFUSED: "_locked",
}
DATES = {"received_on", "accepted_on", "closed_on", "entered_on", "due_on"}
WORDS: dict[str, Mapping[Any, str]] = {
    "kind": codes.KINDS,
    "field_group": codes.FIELDS,
    "closing": codes.CLOSINGS,
    "clock": codes.CLOCKS,
    "counted": {True: codes.YES, False: codes.NO},
}


COLUMNS = ["dossier_id", "lock_reason", "lock_effect", "lock_what", "agency_name", "district_name"]
ALSO = ["kind"]
FEW = 6


def row_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a matter, in words: dossier_id, reason, effect, what changed, agency_name, district_name, kind."""
    told = rows.to_dict("records")
    return pd.DataFrame(
        {
            "dossier_id": rows["dossier_id"],
            "lock_reason": rows["reason"].map(locks.REASONS),
            "lock_effect": [_effect(row) for row in told],
            "lock_what": [_what(row) for row in told],
            **{name: rows[name] for name in ("agency_name", "district_name", "kind")},
        }
    )


def _effect(row: Mapping[str, Any]) -> str:
    steps = [
        locks.STEP.format(figure=words, step="+1" if row[name] == 1 else "−1")
        for name, words in locks.COUNTS.items()
        if row[name]
    ]
    return ", ".join(steps) or locks.NO_STEP


def _what(row: Mapping[str, Any]) -> str:
    tail = TAILS.get(str(row["reason"]))
    if tail is not None:
        days = {name: row[f"{name}{tail}"] for name in locks.EVENTS}
        told = [locks.EVENTS[name].format(day=vi.date(day)) for name, day in days.items() if not vi.is_missing(day)]
        return vi.sentence_case(", ".join(told))
    changed: tuple[str, ...] = row["changed"]
    plain = [name for name in changed if name not in lock_difference.COMPUTED] or list(changed)
    return "; ".join(
        locks.FROM_TO.format(
            field=locks.FIELDS[name], before=_said(name, row, tail="_locked"), after=_said(name, row, tail="")
        )
        for name in plain
    )


def _said(name: str, row: Mapping[str, Any], *, tail: str) -> str:
    found = row[f"{name}_name{tail}" if name in lock_difference.PLACES else f"{name}{tail}"]
    if vi.is_missing(found):
        return locks.NOT_THERE
    return vi.date(found) if name in DATES else str(WORDS.get(name, {}).get(found, found))
