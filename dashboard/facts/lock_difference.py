"""A locked window beside the same window today: which matters make the difference, and why."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.facts.small_cells import SECRET_KIND

COUNTS = ("opening", "entered", "resolved", "otherwise", "merged", "open_count", "overdue")
PLACES = ("agency", "commune", "district")
RECORDED = (
    "kind", "field_group", "instance", "counted", "received_on", "accepted_on", "closed_on", "closing",
    "previous_dossier_id",
)  # fmt: skip
COMPUTED = ("entered_on", "due_on", "clock")
LATE, CORRECTED, DELETED, REFUSED, MOVED, RECOMPUTED = "late", "corrected", "deleted", "refused", "moved", "recomputed"
LEFT, ARRIVED = "left", "arrived"
REASONS = (LATE, CORRECTED, DELETED, ARRIVED, LEFT, REFUSED, MOVED, RECOMPUTED)


def only_in(one: pd.DataFrame, other: pd.DataFrame) -> list[str]:
    """The matters of `one` that `other` does not name, in order."""
    return sorted(set(one["dossier_id"]) - set(other["dossier_id"]))


def difference(locked: pd.DataFrame, current: pd.DataFrame, *, refused: Sequence[str] | None = ()) -> pd.DataFrame:
    """One row a matter that differs: dossier_id, reason, `changed` (names of what differs), each count as the step
    from locked to current (-1, 0, 1), and kind and names of body and area as they are now (where gone: were).

    Args:
        locked, current: answers of `window_dossiers`, each with every matter that the other names and it knows itself.
        refused: matters that are in the source and no longer pass the checks; None: why a matter is gone or there is
            not told.

    The steps of a count sum to the difference of the figure, because no matter that counts in either is left out.
    What is a denunciation on one side alone is told as that: neither body, area nor field, of either side.
    """
    both = _apart(locked.merge(current, on="dossier_id", how="outer", suffixes=("_locked", ""), indicator="side"))
    steps = {
        name: both[name].fillna(0).astype("int64") - both[f"{name}_locked"].fillna(0).astype("int64") for name in COUNTS
    }
    changed = _changed(both)
    gone = both["side"].eq("left_only")
    names = {
        name: both[name].astype(object).where(~gone, both[f"{name}_locked"].astype(object))
        for name in ("kind", "agency_name", "commune_name", "district_name")
    }
    was_now = {
        f"{name}{tail}": both[f"{name}{tail}"]
        for name in (*RECORDED, *COMPUTED, *(f"{place}_name" for place in PLACES))
        for tail in ("_locked", "")
    }
    table = pd.DataFrame({"dossier_id": both["dossier_id"], **was_now, **names, "changed": changed, **steps})
    is_refused = both["dossier_id"].isin(refused or ())
    table["reason"] = [_reason(*facts) for facts in zip(both["side"], changed, is_refused, strict=True)]
    if refused is None:
        table["reason"] = table["reason"].replace({DELETED: LEFT, LATE: ARRIVED})
    return _telling(table, alone=both["side"].ne("both"))


def effective(rows: pd.DataFrame, count: str) -> pd.DataFrame:
    """Those rows of `difference` that move this count."""
    return rows[rows[count] != 0]


def by_reason(rows: pd.DataFrame) -> dict[str, int]:
    """How many rows each reason has; reasons without any are left out."""
    found = rows["reason"].value_counts()
    return {reason: int(found[reason]) for reason in REASONS if reason in found.index}


def _telling(table: pd.DataFrame, *, alone: pd.Series) -> pd.DataFrame:
    """Rows that move a count, and matters that changed body, area or kind; those that move most first."""
    moves = table[list(COUNTS)].ne(0).any(axis=1)
    elsewhere = table["reason"].eq(MOVED) | table["changed"].map(lambda what: "kind" in what)
    kept = table[moves | (elsewhere & ~alone)]
    order = kept["reason"].map(REASONS.index)
    weight = kept[list(COUNTS)].abs().sum(axis=1)
    return kept.assign(_order=order, _weight=-weight).sort_values(["_weight", "_order", "dossier_id"]).drop(
        columns=["_order", "_weight"]
    ).reset_index(drop=True)  # fmt: skip


def _apart(both: pd.DataFrame) -> pd.DataFrame:
    """Without what would say where a denunciation lies, also on the side that knows it as another kind."""
    secret = both[["kind", "kind_locked"]].eq(SECRET_KIND).any(axis=1)
    names = ["field_group", *(f"{place}_{what}" for place in PLACES for what in ("code", "name"))]
    told = [f"{name}{tail}" for name in names for tail in ("_locked", "")]
    return both.assign(**{name: both[name].astype(object).mask(secret) for name in told})


def _changed(both: pd.DataFrame) -> list[tuple[str, ...]]:
    """Per matter the names of what is recorded otherwise than it was."""
    there = both["side"].eq("both")
    marks = {name: _differs(both, name) & there for name in (*RECORDED, *COMPUTED)}
    marks |= {place: _differs(both, f"{place}_code") & there for place in PLACES}
    names = list(marks)
    return [
        tuple(name for name, mark in zip(names, row, strict=True) if mark)
        for row in zip(*(mark.tolist() for mark in marks.values()), strict=True)
    ]


def _differs(both: pd.DataFrame, name: str) -> pd.Series:
    now, then = (both[column].astype(object).where(both[column].notna(), "") for column in (name, f"{name}_locked"))
    return now.ne(then).astype(bool)


def _reason(side: str, changed: tuple[str, ...], is_refused: bool) -> str:
    if side == "right_only":
        return LATE
    if side == "left_only":
        return REFUSED if is_refused else DELETED
    if any(name in RECORDED for name in changed):
        return CORRECTED
    return MOVED if any(name in PLACES for name in changed) else RECOMPUTED
