"""The case database as pandas frames: its own rows, those that the snapshot accepted and no others.

The recount is about figures, not about validation. So a row takes part when its key (or all of it, where a table has no
key) is in the snapshot's table of the same name; every value is read from the case database itself. The calendar of
days is the snapshot's. Nothing else of the snapshot is used.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

KEYS = {
    "units": ["unit_code"],
    "unit_changes": ["old_code", "new_code"],
    "unit_groups": ["group_set", "group_code", "unit_code"],
    "agencies": ["agency_code"],
    "posts": ["post_code"],
    "post_holders": ["post_code", "holder_name", "from_date", "to_date"],
    "dossiers": ["dossier_id"],
    "petitions": ["petition_id"],
    "extensions": ["dossier_id", "decided_on", "days"],
    "suspensions": ["dossier_id", "from_date", "to_date"],
    "transfers": ["dossier_id", "petition_id", "from_agency_code", "to_agency_code", "moved_on", "kind"],
    "complex_list": ["dossier_id", "label", "listed_on"],
    "directives": ["directive_id"],
    "reception_sessions": ["session_id"],
    "reception_visits": ["visit_id"],
}
BOOLEANS = {
    "dossiers": ["remote_area", "escalated"],
    "petitions": ["eligible", "within_authority", "reply_received", "escalated"],
    "reception_sessions": ["online", "half_day"],
    "reception_visits": ["first_time"],
}
TRUTH = {"1": True, "1.0": True, "true": True, "0": False, "0.0": False, "false": False}
GROUP_OF_FIVE = 5


@dataclass
class Case:
    """Frames by table. Dates are Timestamps, booleans nullable; `district` and today's `commune` where known."""

    tables: dict[str, pd.DataFrame]
    calendar: pd.DataFrame
    holidays: frozenset[pd.Timestamp]
    last_day: pd.Timestamp

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self.__dict__["tables"][name]
        except KeyError as error:
            raise AttributeError(name) from error


def read(case: Path, snapshot: Path) -> Case:
    """Every table of the case database, then who belongs where."""
    with closing(sqlite3.connect(case)) as source, closing(duckdb.connect(str(snapshot), read_only=True)) as taken:
        tables = {name: _accepted(name, keys, source, taken) for name, keys in KEYS.items()}
        calendar = taken.execute("select day, is_working from calendar_day order by day").df()
        last_day = pd.Timestamp(taken.execute("select as_of from snapshot_info").fetchone()[0])
    calendar["day"] = pd.to_datetime(calendar["day"])
    calendar["is_working"] = calendar["is_working"].astype(bool)
    found = Case(tables, calendar, frozenset(calendar.loc[~calendar["is_working"], "day"]), last_day)
    _place(found)
    return found


def _accepted(name: str, keys: list[str], source: sqlite3.Connection, taken: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    rows = _frame(source.execute(f"select * from {name}"))
    texts = ", ".join(f"cast({key} as varchar) as {key}" for key in keys)
    good = taken.execute(f"select {texts} from {name}").df()
    rows = rows.drop_duplicates(keys)
    kept = rows[_key(rows, keys).isin(set(_key(good, keys)))].reset_index(drop=True)
    for column in kept.columns:
        if column.endswith(("_on", "_from", "_to", "_date")):
            kept[column] = pd.to_datetime(kept[column], format="%Y-%m-%d", errors="raise")
    for column in BOOLEANS.get(name, []):
        kept[column] = kept[column].map(lambda value: TRUTH.get(str(value).lower())).astype("boolean")
    return kept


def _frame(found: sqlite3.Cursor) -> pd.DataFrame:
    return pd.DataFrame(found.fetchall(), columns=[column[0] for column in found.description], dtype=object)


def _key(rows: pd.DataFrame, keys: list[str]) -> pd.Series:
    texts = rows[keys].astype("string").fillna("")
    joined = texts[keys[0]]
    for key in keys[1:]:
        joined = joined + "|" + texts[key]
    return joined


def _place(case: Case) -> None:
    """Adds `commune` and `district` to what happens somewhere."""
    where = _districts_of_units(case)
    commune = {code: pair[0] for code, pair in where.items()}
    district = {code: pair[1] for code, pair in where.items()}
    for name in ("dossiers", "petitions"):
        frame = case.tables[name]
        frame["commune"] = frame["place_unit_code"].map(commune)
        frame["district"] = frame["place_unit_code"].map(district)
    agencies = case.agencies
    agencies["commune"] = agencies["unit_code"].map(commune)
    agencies["district"] = agencies["unit_code"].map(district)
    by_agency = agencies.set_index("agency_code")
    posts = case.posts
    unit = posts["unit_code"].where(posts["unit_code"].notna(), posts["agency_code"].map(by_agency["unit_code"]))
    posts["commune"], posts["district"] = unit.map(commune), unit.map(district)
    sessions = case.reception_sessions
    for column in ("commune", "district"):
        sessions[column] = sessions["agency_code"].map(by_agency[column])
    day = case.tables["reception_visits"].merge(
        sessions[["session_id", "kind", "held_on", "chaired", "agency_code", "commune", "district"]].rename(
            columns={"kind": "session_kind"}
        ),
        on="session_id",
    )
    day["people"] = day["people"].astype(int)
    case.tables["visits"] = day


def _districts_of_units(case: Case) -> dict[str, tuple[str | None, str | None]]:
    """unit -> (today's commune, former district), walking the changes; a split commune has no commune of today."""
    group_of = dict(
        case.unit_groups.loc[case.unit_groups["group_set"] == "huyen_cu", ["unit_code", "group_code"]].itertuples(
            index=False
        )
    )
    groups = set(group_of.values())
    changes: dict[str, list[tuple[str, bool]]] = {}
    for row in case.unit_changes.itertuples():
        whole = pd.isna(row.share) or float(row.share) == 1
        changes.setdefault(row.old_code, []).append((row.new_code, whole))
    found: dict[str, tuple[str | None, str | None]] = {}
    for unit in case.units.itertuples():
        if unit.level == "commune":
            found[unit.unit_code] = _commune(unit, changes, group_of, groups)
        else:
            found[unit.unit_code] = (None, unit.unit_code if unit.unit_code in groups else None)
    return found


def _commune(
    unit: object, changes: dict[str, list[tuple[str, bool]]], group_of: dict[str, str], groups: set[str]
) -> tuple[str | None, str | None]:
    ends, exact, open_ends = set(), True, [unit.unit_code]
    while open_ends:
        code = open_ends.pop()
        if code not in changes:
            ends.add(code)
            continue
        exact = exact and len(changes[code]) == 1 and changes[code][0][1]
        open_ends += [new for new, _ in changes[code]]
    shared = {group_of.get(code) for code in ends}
    parent = unit.parent_code if unit.parent_code in groups else None
    if exact and len(ends) == 1 and shared != {None}:
        return next(iter(ends)), next(iter(shared))
    return None, next(iter(shared)) if len(shared) == 1 and shared != {None} else parent
