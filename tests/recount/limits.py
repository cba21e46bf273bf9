"""The legal limit of a matter on a given day, read from the law and the rule files: slow, one matter at a time.

Independent of the loader: the rule files are read as text with the csv module.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pandas as pd

RULES = Path(__file__).resolve().parents[2] / "data_loaders" / "law"
FOREVER = pd.Timestamp("2262-01-01")


def rule_rows(name: str) -> list[dict[str, str]]:
    with (RULES / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


class Limits:
    """Answers `due(dossier_id, day)` and `stopped(dossier_id, day)`."""

    def __init__(self, dossiers: pd.DataFrame, extensions: pd.DataFrame, suspensions: pd.DataFrame, holidays) -> None:
        self.holidays = holidays
        self.rules = [row for row in rule_rows("deadlines") if row["stage"] == "resolution"]
        self.stop_rules = rule_rows("suspensions")
        self.rows = dossiers.set_index("dossier_id")
        self.closed = self.rows["closed_on"].to_dict()
        self.base = self._base(dossiers)
        self.own = self.rows["due_on"].to_dict()
        self.extended = defaultdict(list)
        for row in extensions.sort_values("decided_on").itertuples():
            self.extended[row.dossier_id].append((row.decided_on, int(row.days)))
        self.spells = self._spells(suspensions)
        self._moved = set(self.extended) | set(self.spells)
        self._still: dict[str, pd.Timestamp] = {}

    def _base(self, dossiers: pd.DataFrame) -> dict[str, pd.Timestamp]:
        """The unmoved limit by law: acceptance + the days of the rule in force that day."""
        found: dict[str, pd.Timestamp] = {}
        known = dossiers[dossiers["accepted_on"].notna()]
        for row in known.itertuples():
            for rule in self.rules:
                if self._fits(rule, row):
                    found[row.dossier_id] = row.accepted_on + pd.Timedelta(days=int(rule["days"]))
                    break
        return found

    @staticmethod
    def _fits(rule: dict[str, str], row) -> bool:
        remote = "1" if pd.notna(row.remote_area) and bool(row.remote_area) else "0"
        asked = {
            "kind": row.kind,
            "instance": str(row.instance),
            "complexity": row.complexity or "normal",
            "remote": remote,
        }
        if any(rule[name] and rule[name] != value for name, value in asked.items()):
            return False
        return _within(row.accepted_on, rule)

    def _spells(self, suspensions: pd.DataFrame) -> dict[str, list[tuple[pd.Timestamp, pd.Timestamp]]]:
        """The days on which the law lets the clock stop: [from, to)."""
        found = defaultdict(list)
        for row in suspensions.sort_values("from_date").itertuples():
            kind = self.rows["kind"].get(row.dossier_id)
            for rule in self.stop_rules:
                if rule["kind"] != kind:
                    continue
                start = max(row.from_date, pd.Timestamp(rule["valid_from"]))
                end = row.to_date if pd.notna(row.to_date) else FOREVER
                if rule["valid_to"]:
                    end = min(end, pd.Timestamp(rule["valid_to"]) + pd.Timedelta(days=1))
                if start < end:
                    found[row.dossier_id].append((start, end))
        return dict(found)

    def stopped(self, dossier: str, day: pd.Timestamp) -> bool:
        return any(start <= day < end for start, end in self.spells.get(dossier, ()))

    def due(self, dossier: str, day: pd.Timestamp) -> pd.Timestamp | None:
        """The last day in force at the end of `day`; None where there is no limit."""
        if dossier not in self.base:
            own = self.own.get(dossier)
            return None if pd.isna(own) else own
        if dossier not in self._moved:
            if dossier not in self._still:
                self._still[dossier] = self._next_working(self.base[dossier])
            return self._still[dossier]
        limit = self.base[dossier]
        happenings = [(start, 1, (start, end)) for start, end in self.spells.get(dossier, ())]
        happenings += [(decided, 0, days) for decided, days in self.extended.get(dossier, ())]
        for moment, is_stop, what in sorted(happenings, key=lambda item: item[:2]):
            if moment > day or moment > self._next_working(limit):
                continue
            if is_stop:
                limit += min(what[1], day) - what[0]
            else:
                limit += pd.Timedelta(days=what)
        return self._next_working(limit)

    def _next_working(self, day: pd.Timestamp) -> pd.Timestamp:
        while day in self.holidays:
            day += pd.Timedelta(days=1)
        return day

    def dues(self, dossiers: pd.Series, days: pd.Series) -> pd.Series:
        """`due` of many, as dates with NaT."""
        values = [self.due(code, day) for code, day in zip(dossiers, days, strict=True)]
        return pd.Series(pd.to_datetime(np.array(values, dtype=object)), index=dossiers.index)

    def are_stopped(self, dossiers: pd.Series, days: pd.Series) -> pd.Series:
        values = [self.stopped(code, day) for code, day in zip(dossiers, days, strict=True)]
        return pd.Series(values, index=dossiers.index, dtype=bool)


def _within(day: pd.Timestamp, rule: dict[str, str]) -> bool:
    begins = pd.Timestamp(rule["valid_from"]) <= day
    return begins and (not rule["valid_to"] or day <= pd.Timestamp(rule["valid_to"]))
