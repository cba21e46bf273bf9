"""When each dossier must be resolved, and how that day moved: extensions, suspensions, days off.

Luật Khiếu nại Điều 11a, 28, 37; Luật Tố cáo Điều 30, 34; Bộ luật Dân sự 2015 Điều 147, 148:
- the day of acceptance is not counted; the limit is that of the rule in force on it;
- an extension decided while the limit still runs adds its days to the limit, a later one adds nothing and is flagged;
- a suspension begun while the limit still runs adds its days once it has ended, but only days on which the law lets a
  suspension stop the clock; a dossier closed while suspended ends the suspension;
- the last day, if it is not a working day, moves to the end of the next one; days are added before it is moved.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from data_loaders.law.clock import Limit, timeline
from data_loaders.law.working_days import NEVER, WorkingDays, to_day_numbers

COLUMNS = ["dossier_id", "from_date", "to_date", "due_on", "basis", "rule_id", "late_extension"]
KINDS = ("complaint", "denunciation", "petition")
INSTANCES = (1, 2)
COMPLEXITIES = ("normal", "complex", "very_complex")
REMOTE = (False, True)


def due_timeline(
    dossiers: pd.DataFrame,
    *,
    extensions: pd.DataFrame,
    suspensions: pd.DataFrame,
    deadline_rules: pd.DataFrame,
    suspension_rules: pd.DataFrame,
    calendar: pd.DataFrame,
) -> pd.DataFrame:
    """One row a dossier and due day.

    Columns: dossier_id, from_date, to_date (exclusive), due_on (missing: outside the calendar, so not known), basis,
    rule_id, late_extension. basis is 'law', or
    'source' where the law sets no limit and the source its own; dossiers with neither have no row.
    `dossiers`, `extensions`, `suspensions` as in the case contract, the rules as rules.load, `calendar` as
    working_calendar.
    """
    days = WorkingDays.of(calendar)
    lawful = _limits(dossiers, deadline_rules, days)
    moved = lawful["dossier_id"].isin(set(extensions["dossier_id"]) | set(suspensions["dossier_id"]))
    plain = _plain(lawful[~moved], days)
    moving = _moving(lawful[moved], extensions, suspensions, suspension_rules, days)
    own = _own(dossiers.drop(lawful.index), days)
    parts = [part for part in (plain, moving, own) if len(part)]
    return pd.concat(parts, ignore_index=True)[COLUMNS] if parts else own[COLUMNS]


def _limits(dossiers: pd.DataFrame, rules: pd.DataFrame, days: WorkingDays) -> pd.DataFrame:
    """dossier_id, kind and the fields of Limit, for the dossiers that a resolution rule covers when accepted."""
    facts = _facts(dossiers)
    start = facts["start"]
    rule_id = np.full(len(dossiers), "", dtype=object)
    last, roll = np.zeros(len(dossiers), dtype=np.int64), np.zeros(len(dossiers), dtype=bool)
    for rule in rules[rules["stage"] == "resolution"].to_dict("records"):
        mine = _covered(facts, rule)
        rule_id[mine], roll[mine] = rule["rule_id"], bool(rule["roll_forward"])
        last[mine] = days.add(start[mine], int(rule["days"]), unit=rule["unit"])
    frame = dossiers[["dossier_id", "kind"]].assign(
        start=start, last=last, rule_id=rule_id, roll_forward=roll, closed=to_day_numbers(dossiers["closed_on"])
    )
    return frame[rule_id != ""]


def _facts(dossiers: pd.DataFrame) -> dict[str, np.ndarray]:
    """What rules ask about, as arrays of small numbers; complexity or remoteness not declared: the ordinary one.

    The clock starts on the day of acceptance; petitions, which the law accepts without a step, start when received.
    """
    accepted, received = to_day_numbers(dossiers["accepted_on"]), to_day_numbers(dossiers["received_on"])
    kind = _codes(dossiers["kind"], KINDS, usual="")
    return {
        "start": np.where((kind == KINDS.index("petition")) & (accepted == NEVER), received, accepted),
        "kind": kind,
        "instance": _codes(dossiers["instance"], INSTANCES, usual=1),
        "complexity": _codes(dossiers["complexity"], COMPLEXITIES, usual="normal"),
        "remote": _codes(dossiers["remote_area"], REMOTE, usual=False),
    }


def _codes(column: pd.Series, values: tuple[Any, ...], *, usual: Any) -> np.ndarray:
    return pd.Categorical(column.astype(object).where(column.notna(), usual), categories=values).codes


def _covered(facts: dict[str, np.ndarray], rule: dict[Hashable, Any]) -> np.ndarray:
    """Which dossiers the rule is for; what the rule leaves empty fits any."""
    valid_from, valid_to = to_day_numbers(pd.Series([rule["valid_from"], rule["valid_to"]]))
    start = facts["start"]
    covered = (start >= valid_from) & (start <= valid_to) & (start != NEVER)
    questions = (("kind", KINDS), ("instance", INSTANCES), ("complexity", COMPLEXITIES), ("remote", REMOTE))
    for column, values in questions:
        if not pd.isna(rule[column]):
            covered &= facts[column] == values.index(rule[column])
    return covered


def _plain(lawful: pd.DataFrame, days: WorkingDays) -> pd.DataFrame:
    """Those that nothing moved: one row each."""
    last = lawful["last"].to_numpy()
    due = np.where(lawful["roll_forward"].to_numpy(), days.roll(last), last)
    return _frame(
        lawful["dossier_id"].to_numpy(),
        start=lawful["start"].to_numpy(),
        end=np.full(len(lawful), NEVER),
        due=due,
        rule_id=lawful["rule_id"].to_numpy(),
    )


def _own(dossiers: pd.DataFrame, days: WorkingDays) -> pd.DataFrame:
    """The source's own due day, kept as it is; one outside the calendar (31/12/9999) says nothing."""
    own = dossiers[dossiers["due_on"].notna()]
    accepted, received = to_day_numbers(own["accepted_on"]), to_day_numbers(own["received_on"])
    return _frame(
        own["dossier_id"].to_numpy(),
        start=np.where(accepted == NEVER, received, accepted),
        end=np.full(len(own), NEVER),
        due=days.known(to_day_numbers(own["due_on"])),
        rule_id=np.full(len(own), None, dtype=object),
        basis="source",
    )


def _moving(
    lawful: pd.DataFrame,
    extensions: pd.DataFrame,
    suspensions: pd.DataFrame,
    suspension_rules: pd.DataFrame,
    days: WorkingDays,
) -> pd.DataFrame:
    """Those with extensions or suspensions, one by one."""
    granted = _by_dossier(extensions, ["decided_on"], keep="days")
    stopped = _by_dossier(_stopping(suspensions, lawful, suspension_rules), ["from_date", "to_date"])
    rows = []
    for dossier in lawful.to_dict("records"):
        dossier_id = dossier["dossier_id"]
        limit = Limit(**{name: dossier[name] for name in Limit._fields})
        dues = timeline(limit, granted.get(dossier_id, []), stopped.get(dossier_id, []), days)
        ends = [*(later.start for _, later in pairwise(dues)), NEVER]
        rows += [(dossier_id, *due, end, limit.rule_id) for due, end in zip(dues, ends, strict=True)]
    table = pd.DataFrame(rows, columns=["dossier_id", "start", "due", "late", "end", "rule_id"])
    return _frame(
        table["dossier_id"].to_numpy(),
        start=table["start"].to_numpy(dtype=np.int64),
        end=table["end"].to_numpy(dtype=np.int64),
        due=table["due"].to_numpy(dtype=np.int64),
        rule_id=table["rule_id"].to_numpy(),
        late=table["late"].to_numpy(dtype=bool),
    )


def _stopping(suspensions: pd.DataFrame, lawful: pd.DataFrame, rules: pd.DataFrame) -> pd.DataFrame:
    """The suspensions cut to the days on which the rule for the dossier's kind is in force; to_date stays exclusive."""
    kinds = lawful[["dossier_id", "kind"]]
    spells = suspensions.merge(kinds, on="dossier_id").merge(rules[["kind", "valid_from", "valid_to"]], on="kind")
    stops = pd.to_datetime(spells["valid_to"]) + pd.Timedelta(days=1)
    return spells.assign(
        from_date=spells[["from_date", "valid_from"]].apply(pd.to_datetime).max(axis=1),
        to_date=pd.concat([pd.to_datetime(spells["to_date"]), stops], axis=1).min(axis=1),
    )


def _by_dossier(table: pd.DataFrame, dates: list[str], *, keep: str | None = None) -> dict[str, list[tuple[int, int]]]:
    """dossier_id -> pairs of whole numbers, in order."""
    first = to_day_numbers(table[dates[0]])
    second = table[keep].to_numpy(dtype=np.int64) if keep else to_day_numbers(table[dates[1]])
    found: dict[str, list[tuple[int, int]]] = {}
    for dossier_id, one, two in zip(table["dossier_id"], first.tolist(), second.tolist(), strict=True):
        found.setdefault(dossier_id, []).append((one, two))
    return {dossier_id: sorted(pairs) for dossier_id, pairs in found.items()}


def _frame(
    dossier_id: np.ndarray,
    *,
    start: np.ndarray,
    end: np.ndarray,
    due: np.ndarray,
    rule_id: np.ndarray,
    late: np.ndarray | bool = False,
    basis: str = "law",
) -> pd.DataFrame:
    columns = {
        "dossier_id": dossier_id,
        "from_date": _dates(start),
        "to_date": _dates(end),
        "due_on": _dates(due),
        "basis": basis,
        "rule_id": rule_id,
        "late_extension": late,
    }
    return pd.DataFrame(columns)


def _dates(numbers: np.ndarray) -> np.ndarray:
    """Day numbers as datetime64; NEVER becomes a missing date."""
    known = np.where(numbers == NEVER, 0, numbers).astype("datetime64[D]").astype("datetime64[us]")
    return np.where(numbers == NEVER, np.datetime64("NaT", "us"), known)
