"""How dossiers move: from body to body, handed over by the reforms, urged, suspended, extended, step by step."""

from __future__ import annotations

import numpy as np

from data_loaders.demo.bodies import Bodies, department_on
from data_loaders.demo.cases import limit_days
from data_loaders.demo.clock import AS_OF, MERGED_DEPARTMENTS, NONE, REFORM, day, next_working
from data_loaders.demo.mix import COMPLAINT, DENUNCIATION, PETITION, Rows
from data_loaders.demo.places import Places

BOUNCED, AGAIN, ROUND = 0.065, 0.17, 0.35
STEPS_FROM = day(2023, 11, 22)
BACK_AND_FORTH, BACK_FROM = ("99-S01", "99-S02"), day(2025, 9, 1)
"""Planted: since that day what the first passes on goes to the second, and comes back."""
BLOCKED, BLOCKED_FROM = "99-S01", day(2025, 11, 1)
"""Planted: what that body has accepted since that day stands unverified until the day before it ends."""
BOARDS = {"99-BTCD": 0.7, "99-UB": 0.3}


def move(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows) -> None:
    """Adds where each dossier was: agency, then agency_1 from moved_1, agency_2 from moved_2, its heir from REFORM.

    `final` is the agency that answers for it at its end (or now).
    """
    count = len(rows["kind"])
    end = np.where(rows["closed"] == NONE, AS_OF, rows["closed"])
    bounced = rng.random(count) < BOUNCED * np.where(rows["project"] >= 0, 2.0, 1.0)
    rows["moved_1"] = next_working(rows["received"] + 3 + rng.gamma(2, 8, count).astype(np.int64))
    rows["agency_1"] = _other(rng, places, bodies, rows, rows["agency"])
    paired = (rows["agency"] == bodies.at[BACK_AND_FORTH[0]]) & (rows["received"] >= BACK_FROM)
    rows["agency_1"] = np.where(paired, bodies.at[BACK_AND_FORTH[1]], rows["agency_1"])
    ends = np.where(rows["received"] < REFORM, np.minimum(end, REFORM - 2), end)
    bounced &= (rows["moved_1"] < ends) & (rows["agency_1"] != rows["agency"])
    again = bounced & ((rng.random(count) < AGAIN) | paired)
    rows["moved_2"] = next_working(rows["moved_1"] + 5 + rng.gamma(2, 12, count).astype(np.int64))
    back = (rng.random(count) < ROUND) | paired
    rows["agency_2"] = np.where(back, rows["agency"], _other(rng, places, bodies, rows, rows["agency_1"]))
    again &= (rows["moved_2"] < ends) & (rows["agency_2"] != rows["agency_1"])
    rows["moved_1"] = np.where(bounced, rows["moved_1"], NONE)
    rows["moved_2"] = np.where(again, rows["moved_2"], NONE)
    last = np.where(again, rows["agency_2"], np.where(bounced, rows["agency_1"], rows["agency"]))
    rows["heir"] = _heir(rng, bodies, rows, last)
    rows["handed"] = (rows["heir"] != last) & (rows["received"] < REFORM) & (end >= REFORM)
    rows["heir"] = np.where(rows["handed"], rows["heir"], last)
    rows["final"] = department_on(bodies, rows["heir"], end)


def _other(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, present: np.ndarray) -> np.ndarray:
    """Another body that might bear it: the commune's, or one above it."""
    after = rows["received"] >= REFORM
    commune = np.where(after, bodies.new_committee[rows["commune"]], bodies.old_committee[rows["old_commune"]])
    district = bodies.district_committee[places.old_district[rows["old_commune"]]]
    land = department_on(bodies, np.full(len(after), bodies.at["99-S01"]), rows["received"])
    above = np.where(rng.random(len(after)) < 0.55, land, bodies.at["99-UB"])
    above = np.where(~after & (rng.random(len(after)) < 0.6), district, above)
    return np.where(present == commune, above, np.where(rng.random(len(after)) < 0.7, commune, above))


def _heir(rng: np.random.Generator, bodies: Bodies, rows: Rows, last: np.ndarray) -> np.ndarray:
    """Who bears on 1/7/2025 what each body bore: the new commune, or the province for part of the districts' work."""
    commune, draw = bodies.new_committee[rows["commune"]], rng.random(len(last))
    district = np.isin(last, bodies.district_committee)
    upper = np.where(draw < 0.2, bodies.at["99-S01"], np.where(draw < 0.38, bodies.at["99-UB"], commune))
    party = np.isin(last, bodies.district_party) | np.isin(last, bodies.old_party)
    return np.select(
        [np.isin(last, bodies.old_committee), district, party],
        [commune, upper, bodies.new_party[rows["commune"]]],
        last,
    )


def holder_on(bodies: Bodies, rows: Rows, which: np.ndarray, days: np.ndarray) -> np.ndarray:
    """The agency that held each dossier of `which` on each day."""
    at = {name: rows[name][which] for name in ("agency", "agency_1", "agency_2", "moved_1", "moved_2", "heir")}
    held = np.where((at["moved_1"] != NONE) & (days >= at["moved_1"]), at["agency_1"], at["agency"])
    held = np.where((at["moved_2"] != NONE) & (days >= at["moved_2"]), at["agency_2"], held)
    held = np.where(rows["handed"][which] & (days >= REFORM), at["heir"], held)
    return department_on(bodies, held, days)


def transfer_parts(rng: np.random.Generator, bodies: Bodies, rows: Rows) -> list[Rows]:
    """Movements of dossiers as parts: which, from, to, day, kind (text)."""
    parts = [
        _part(bodies, rows, np.flatnonzero(rows[moved] != NONE), rows[moved], rows[target], "transfer")
        for moved, target in (("moved_1", "agency_1"), ("moved_2", "agency_2"))
    ]
    when = np.full(len(rows["kind"]), REFORM)
    parts.append(_part(bodies, rows, np.flatnonzero(rows["handed"]), when, rows["heir"], "handover"))
    parts.append(_department_handovers(bodies, rows))
    parts.append(_urges(rng, bodies, rows))
    return parts


def _part(bodies: Bodies, rows: Rows, which: np.ndarray, when: np.ndarray, target: np.ndarray, kind: str) -> Rows:
    days = when[which]
    return {
        "dossier": which,
        "from": department_on(bodies, holder_on(bodies, rows, which, days - 1), days)
        if kind == "transfer"
        else holder_on(bodies, rows, which, days - 1),
        "to": department_on(bodies, target[which], days),
        "day": days,
        "kind": np.full(len(which), kind, dtype=object),
    }


def _department_handovers(bodies: Bodies, rows: Rows) -> Rows:
    end = np.where(rows["closed"] == NONE, AS_OF, rows["closed"])
    live = np.flatnonzero((rows["received"] < MERGED_DEPARTMENTS) & (end >= MERGED_DEPARTMENTS))
    days = np.full(len(live), MERGED_DEPARTMENTS)
    before, after = holder_on(bodies, rows, live, days - 1), holder_on(bodies, rows, live, days)
    moved = (before != after) & (rows["moved_1"][live] != days) & (rows["moved_2"][live] != days)
    return {
        "dossier": live[moved],
        "from": before[moved],
        "to": after[moved],
        "day": days[moved],
        "kind": np.full(moved.sum(), "handover", dtype=object),
    }


def _urges(rng: np.random.Generator, bodies: Bodies, rows: Rows) -> Rows:
    """The province's board urges the bearers of what runs long."""
    end = np.where(rows["closed"] == NONE, AS_OF, rows["closed"])
    long = rows["late"] & (end - rows["received"] > 90) & (rng.random(len(end)) < 0.3)
    which = np.flatnonzero(long)
    days = next_working(rows["received"][which] + 60 + (rng.random(len(which)) * 30).astype(np.int64))
    origin = np.where(rng.random(len(which)) < BOARDS["99-BTCD"], bodies.at["99-BTCD"], bodies.at["99-UB"])
    target = holder_on(bodies, rows, which, days)
    fits = (days <= end[which]) & (target != origin)
    return {
        "dossier": which[fits],
        "from": origin[fits],
        "to": target[fits],
        "day": days[fits],
        "kind": np.full(fits.sum(), "urge", dtype=object),
    }


def extension_rows(rng: np.random.Generator, rows: Rows) -> Rows:
    """which, day, days: thirty days at a time, one in twelve decided when the limit has already run out."""
    due = rows["accepted"] + limit_days(rows)
    end = np.where(rows["closed"] == NONE, AS_OF, rows["closed"])
    parts = []
    for step in (1, 2):
        which = np.flatnonzero((rows["extended"] >= step) & (rows["accepted"] != NONE))
        late = rng.random(len(which)) < 0.08
        shift = np.where(late, rng.integers(2, 12, len(which)), -rng.integers(1, 9, len(which)))
        decided = due[which] + 30 * (step - 1) + shift
        fits = (decided <= end[which]) & (decided > rows["accepted"][which])
        parts.append((which[fits], decided[fits]))
    which, decided = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    return {"dossier": which, "day": decided, "days": np.full(len(which), 30)}


def suspension_rows(rows: Rows) -> Rows:
    """which, from, to (NONE: still suspended)."""
    which = np.flatnonzero(rows["held_from"] != NONE)
    until = rows["held_from"][which] + rows["held_days"][which]
    until = np.where(rows["closed"][which] == NONE, until, np.minimum(until, rows["closed"][which]))
    return {"dossier": which, "from": rows["held_from"][which], "to": np.where(until > AS_OF, NONE, until)}


def _verified(bodies: Bodies, rows: Rows, recent: np.ndarray, usual: np.ndarray) -> np.ndarray:
    """The day on which each was looked into: the usual one, at the blocked body not before its end."""
    blocked = (rows["final"][recent] == bodies.at[BLOCKED]) & (rows["accepted"][recent] >= BLOCKED_FROM)
    closed = rows["closed"][recent]
    ended = np.where(closed == NONE, AS_OF + 1, np.maximum(closed - 1, usual))
    return np.where(blocked, ended, usual)


def step_rows(rng: np.random.Generator, bodies: Bodies, rows: Rows) -> Rows:
    """which, step, day: the last three years' dossiers, step by step."""
    recent = np.flatnonzero(rows["received"] >= STEPS_FROM)
    start = np.where(rows["accepted"] == NONE, rows["received"], rows["accepted"])[recent]
    closed = rows["closed"][recent]
    span = np.maximum(np.where(closed == NONE, AS_OF, closed) - start, 1)
    kind, alive = rows["kind"][recent], rows["duplicate"][recent] < 0
    ends = (closed != NONE) & (rows["closing"][recent] <= 1) & (rows["closing"][recent] >= 0)
    talks = ends & (kind == COMPLAINT) & (rng.random(len(recent)) < np.where(rows["instance"][recent] == 2, 0.9, 0.35))
    looked = alive & (kind != PETITION) & (rows["accepted"][recent] != NONE)
    executed = closed + 12 + rng.integers(5, 60, len(recent))
    done = ends & (kind != DENUNCIATION) & (executed <= AS_OF) & (rng.random(len(recent)) < 0.6)
    reopened = (rows["previous"][recent] >= 0) & (rows["instance"][recent] == 1)
    verified = _verified(bodies, rows, recent, start + np.minimum(span // 4, 20))
    looked &= (verified <= AS_OF) & ((closed == NONE) | (verified <= closed))
    parts = [
        ("received", alive | True, rows["received"][recent]),
        ("reopened", reopened, rows["received"][recent]),
        ("accepted", rows["accepted"][recent] != NONE, rows["accepted"][recent]),
        ("verification", looked, verified),
        ("dialogue", talks, start + span * 2 // 3),
        ("decision", ends, closed),
        ("closed", closed != NONE, closed),
        ("execution", done, executed),
    ]
    return {
        "dossier": np.concatenate([recent[mask] for _, mask, _ in parts]),
        "step": np.concatenate([np.full(mask.sum(), name, dtype=object) for name, mask, _ in parts]),
        "day": np.concatenate([when[mask] for _, mask, when in parts]),
    }
