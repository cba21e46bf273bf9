"""The tables `watch` and `watch_chance`: which units the rules of watch.csv name today, since when, and how many such
alarms chance alone would give; made once a refresh, beside the snapshot before it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from data_loaders.statistics import alarms

SQL = Path(__file__).parent / "sql"
MONTHS = 31
KEY = ["rule_id", "code"]
ALARMS = ["rule_id", "measure", "level", "code", "value", "base", "threshold"]
NOTHING = pd.DataFrame(columns=["code", "value", "base"])
Found = tuple[pd.DataFrame, int, float | None]
"""Named units (code, value, base), how many were watched, how many chance alone would name (None: no matter of it)."""


def fill(db: duckdb.DuckDBPyConnection, *, as_of: date, flows: pd.DataFrame, before: Path | None) -> None:
    """Fill both tables.

    Args:
        flows: the months that the outlook was made of.
        before: the snapshot in force until now; None, or one that kept no such tables, and everything counts as seen
            for the first time.
    """
    rules = db.execute(
        "select * from watch_rule where valid_from <= ? and (valid_to is null or valid_to >= ?) order by rule_id",
        [as_of, as_of],
    ).df()
    counted = db.execute((SQL / "watch_counts.sql").read_text(encoding="utf-8")).df()
    last, compared_on = _before(before, as_of)
    named, chances = [], []
    for rule in rules.to_dict("records"):
        found, units, expected = _judged(db, str(rule["measure"]), int(rule["threshold"]), counted, flows)
        named.append(found.assign(**{name: rule[name] for name in ("rule_id", "measure", "level", "threshold")}))
        chances.append((rule["rule_id"], units, expected, compared_on))
    now = pd.concat([*named, NOTHING], ignore_index=True).reindex(columns=ALARMS)
    _append(db, "watch", _since(now, last, as_of))
    if chances:
        db.executemany("insert into watch_chance values (?, ?, ?, ?)", chances)


def _judged(
    db: duckdb.DuckDBPyConnection, measure: str, threshold: int, counted: pd.DataFrame, flows: pd.DataFrame
) -> Found:
    if measure == "on_time_low":
        return _on_time(db)
    if measure == "entered_jump":
        return _entered(flows)
    rows = counted[counted["measure"] == measure]
    named = rows[rows["value"] >= max(threshold, 1)]
    return named[["code", "value"]].assign(base=None), len(rows), None


def _on_time(db: duckdb.DuckDBPyConnection) -> Found:
    rows = db.execute((SQL / "watch_on_time.sql").read_text(encoding="utf-8")).df()
    on_time, judged = rows["on_time"].to_numpy(float), rows["judged"].to_numpy(float)
    named = rows[alarms.low_shares(on_time, judged)]
    found = named[["code"]].assign(value=named["on_time"].astype(float), base=named["judged"].astype(float))
    return found, len(rows), alarms.low_shares_by_chance(on_time, judged)


def _entered(flows: pd.DataFrame) -> Found:
    """The newest whole month of each former district; `base` is the mean of the months that judge it."""
    flows = flows[~flows["is_secret"] & flows["district_code"].notna()]
    table = flows.pivot_table(index="district_code", columns="start_on", values="entered", aggfunc="sum")
    months = table.to_numpy(float)[:, -MONTHS:] if len(table) else np.empty((0, 0))
    if months.shape[1] < MONTHS:
        return NOTHING, 0, None
    named = alarms.rises(months)
    found = pd.DataFrame(
        {"code": table.index[named], "value": months[named, -1], "base": months[named, :24].mean(axis=1)}
    )
    return found, len(table), alarms.rises_by_chance(months)


def _before(path: Path | None, as_of: date) -> tuple[pd.DataFrame, date | None]:
    """What was watched before, and the day of the data of the last snapshot that is older than today's."""
    nothing = pd.DataFrame(columns=[*ALARMS, "since_on", "gone_on"])
    if path is None:
        return nothing, None
    try:
        with duckdb.connect(str(path), read_only=True) as db:
            rows = db.execute("select * from watch").df()
            (day, compared_on), *_ = db.execute(
                "select i.as_of, (select max(compared_on) from watch_chance) from snapshot_info as i"
            ).fetchall()
    except (duckdb.Error, OSError, ValueError):
        return nothing, None
    return rows, compared_on if day == as_of else day


def _since(now: pd.DataFrame, last: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Each alarm with the day it was first seen; those that are gone since today with that day."""
    today = pd.Timestamp(as_of)
    still = last[last["gone_on"].isna()]
    seen = now.merge(still[[*KEY, "since_on"]], on=KEY, how="left")
    seen = seen.assign(since_on=pd.to_datetime(seen["since_on"]).fillna(today), gone_on=pd.NaT)
    ended = last.merge(now[KEY], on=KEY, how="left", indicator=True)
    ended = ended[ended["_merge"].eq("left_only") & (ended["gone_on"].isna() | ended["gone_on"].eq(today))]
    return pd.concat([seen, ended.drop(columns="_merge").assign(gone_on=today)], ignore_index=True)


def _append(db: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    db.register("frame", rows)
    db.execute(f"insert into {table} select {', '.join([*ALARMS, 'since_on', 'gone_on'])} from frame")
    db.unregister("frame")
