"""Petitions: the papers behind the dossiers, and those that lead to none."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import cases, mix
from data_loaders.demo.bodies import Bodies, department_on, fell_silent
from data_loaders.demo.clock import AS_OF, NONE, REFORM, START, day, intake_weight, next_working
from data_loaders.demo.mix import COMPLAINT, DENUNCIATION, PETITION, Rows
from data_loaders.demo.movement import holder_on
from data_loaders.demo.places import Places

PER_DOSSIER = 2.5
PAPER = np.array([0.9, 0.96, 0.82])
MORE = np.array([0.1, 0.08, 0.33])
CHANNELS = ("reception", "post", "online", "transferred", "other")
PROCESSING = ("accepted", "guided", "transferred", "urged", "returned", "filed")
SENDERS = (
    "Ủy ban Mặt trận Tổ quốc tỉnh",
    "Đoàn đại biểu Quốc hội tỉnh",
    "Ban Tiếp công dân Trung ương",
    "Thanh tra Chính phủ",
    "Văn phòng Tỉnh ủy",
    "Văn phòng HĐND tỉnh",
)
FREE_KINDS = (0.06, 0.037, 0.903)
# What becomes of a paper: by kind, when outside authority; inside authority without a dossier; when not eligible.
# Outside authority a complaint is guided, never transferred, and every other paper transferred, as the forms know it.
OUTSIDE = np.array([(0, 0.93, 0, 0.07, 0, 0), (0, 0, 0.94, 0.06, 0, 0), (0, 0, 0.81, 0.19, 0, 0)])
INSIDE = np.array([(0, 0.55, 0, 0.25, 0.12, 0.08), (0, 0.05, 0, 0.55, 0, 0.4), (0.55, 0.2, 0, 0.15, 0.03, 0.07)])
REFUSED = (0, 0, 0, 0, 0.22, 0.78)


def invent(places: Places, bodies: Bodies, dossiers: Rows, *, seed: int) -> Rows:
    """About 2,5 petitions a dossier, sorted by the day received."""
    rng = np.random.default_rng([seed, 5])
    linked = _linked(rng, bodies, dossiers)
    free = _free(rng, places, bodies, int(len(dossiers["kind"]) * PER_DOSSIER) - len(linked["kind"]))
    rows = mix.narrowed(mix.joined(linked, free))
    rows = mix.taken(rows, np.argsort(rows["received"], kind="stable"))
    _channel(rng, rows)
    return mix.narrowed(rows)


def _linked(rng: np.random.Generator, bodies: Bodies, dossiers: Rows) -> Rows:
    """The papers that a dossier was made of: mostly one, more for groups and projects."""
    kind, count = dossiers["kind"], len(dossiers["kind"])
    has = rng.random(count) < PAPER[kind]
    crowd = (dossiers["project"] >= 0) * 0.5 + (dossiers["people"] >= 5) * 0.8
    more = rng.poisson(MORE[kind] + crowd) * has
    first, later = np.flatnonzero(has), np.repeat(np.arange(count), more)
    end = np.where(dossiers["closed"] == NONE, AS_OF, dossiers["closed"])
    before = np.where(rng.random(len(first)) < 0.7, 0, rng.integers(1, 4, len(first)))
    early = dossiers["received"][first] - before
    crosses = (early < REFORM) & (dossiers["received"][first] >= REFORM) | (early < START)
    early = np.where(crosses, dossiers["received"][first], early)
    late = dossiers["received"][later] + (rng.random(len(later)) ** 2 * 70).astype(np.int64)
    late = np.minimum(late, end[later])
    which, received = np.concatenate([first, later]), np.concatenate([early, late])
    accepted = np.where(dossiers["accepted"] == NONE, dossiers["received"], dossiers["accepted"])[which]
    processed = np.minimum(np.maximum(accepted, received + rng.integers(0, 6, len(which))), AS_OF)
    size = len(which)
    agency = holder_on(bodies, dossiers, which, received)
    agency = np.where(fell_silent(bodies, agency, received), bodies.at["99-BTCD"], agency)
    return {
        "dossier": which,
        "kind": kind[which],
        "field": dossiers["field"][which],
        "received": received,
        "agency": agency,
        "commune": dossiers["commune"][which],
        "old_commune": dossiers["old_commune"][which],
        "eligible": np.ones(size, dtype=np.int64),
        "within": np.ones(size, dtype=np.int64),
        "processing": np.zeros(size, dtype=np.int64),
        "processed": processed,
        "escalated": dossiers["escalated"][which],
        "many": (dossiers["people"][which] >= 5) | (rng.random(size) < 0.02),
    }


def _free(rng: np.random.Generator, places: Places, bodies: Bodies, count: int) -> Rows:
    """Papers without a dossier: not eligible, outside the receiver's authority, or answered at once."""
    weight = intake_weight(START, AS_OF)
    received = rng.choice(np.arange(START, AS_OF + 1), count, p=weight / weight.sum())
    share = cases.commune_weights(rng, places)
    commune = rng.choice(len(places.new_code), count, p=share / share.sum())
    kind = rng.choice(3, count, p=FREE_KINDS)
    rows: Rows = {"received": received, "commune": commune, "kind": kind}
    rows["old_commune"] = cases.old_commune_within(rng, places, commune)
    rows["field"] = np.select(
        [kind == COMPLAINT, kind == DENUNCIATION],
        [mix.choose(rng, mix.FIELDS[0], count), mix.choose(rng, mix.FIELDS[1], count)],
        mix.choose(rng, mix.FIELDS[PETITION], count),
    )
    rows["dossier"] = np.full(count, -1)
    rows["agency"] = _receiver(rng, places, bodies, rows)
    eligible = rng.random(count) >= 0.235
    within = rng.random(count) < 0.19
    rows["eligible"] = eligible.astype(np.int64)
    rows["within"] = np.where(eligible, within, -1)
    how = np.where(within, mix.choose_row(rng, INSIDE[kind]), mix.choose_row(rng, OUTSIDE[kind]))
    how = np.where(eligible, how, rng.choice(6, count, p=REFUSED))
    days = next_working(received + 1 + np.minimum(rng.gamma(2.2, 2.6, count), 60).astype(np.int64))
    pending = days > AS_OF
    rows["processing"] = np.where(pending, -1, how)
    rows["processed"] = np.where(pending, NONE, days)
    rows["escalated"] = rng.random(count) < 0.045
    rows["many"] = rng.random(count) < 0.035
    return rows


def _receiver(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows) -> np.ndarray:
    """Who received it: the province's board, the commune, the district in its time, a department, the party."""
    after, old, new = rows["received"] >= REFORM, rows["old_commune"], rows["commune"]
    draw = rng.random(len(new)) * np.where(after, 0.78, 1.0)
    reach = np.cumsum([0.19, 0.05, 0.08, 0.06, 0.4])
    department = department_on(
        bodies, np.array([bodies.at[c] for c in mix.choose(rng, mix.UNRELATED_DEPARTMENTS, len(new))]), rows["received"]
    )
    party = np.where(after, bodies.new_party[new], bodies.old_party[old])
    party = np.where(rng.random(len(new)) < 0.4, bodies.at["99-TU"], party)
    commune = np.where(after, bodies.new_committee[new], bodies.old_committee[old])
    receives = np.select(
        [draw < edge for edge in reach],
        [bodies.at["99-BTCD"], bodies.at["99-UB"], department, party, commune],
        bodies.district_committee[places.old_district[old]],
    )
    return np.where(fell_silent(bodies, receives, rows["received"]), bodies.at["99-BTCD"], receives)


def _channel(rng: np.random.Generator, rows: Rows) -> None:
    """Adds channel, signatories, the reply to a transfer, and who passed it on."""
    count = len(rows["kind"])
    online = np.clip((rows["received"] - day(2020, 1, 1)) / 365 * 0.022, 0.005, 0.15)
    draw = rng.random(count)
    edges = [np.full(count, 0.27), 0.27 + online, 0.44 + online, 0.465 + online]
    rows["channel"] = np.select([draw < e for e in edges], [0, 2, 3, 4], 1)
    anonymous = rng.random(count) < np.where(rows["kind"] == DENUNCIATION, 0.11, 0.012)
    rows["signed"] = np.where(rng.random(count) < 0.02, -1, np.where(anonymous, 2, np.where(rows["many"], 1, 0)))
    sent = rows["processing"] == 2
    rows["reply"] = np.where(sent, rng.random(count) < 0.68, -1).astype(np.int64)
    rows["sender"] = np.where(
        (rows["channel"] == 3) & (rng.random(count) < 0.6), rng.integers(0, len(SENDERS), count), -1
    )


def transfer_part(rng: np.random.Generator, bodies: Bodies, rows: Rows) -> Rows:
    """Papers sent on, guided or urged: petition, from, to, day, kind."""
    which = np.flatnonzero(
        (rows["processing"] == 2)
        | (rows["processing"] == 3)
        | ((rows["processing"] == 1) & (rng.random(len(rows["kind"])) < 0.4))
    )
    days = rows["processed"][which]
    commune = rows["commune"][which]
    target = np.where(days >= REFORM, bodies.new_committee[commune], bodies.old_committee[rows["old_commune"][which]])
    justice = rng.choice([bodies.at[c] for c in ("99-TA", "99-VKS", "99-THA", "99-CA")], len(which))
    target = np.where(rng.random(len(which)) < 0.16, justice, target)
    origin = department_on(bodies, rows["agency"][which], days)
    origin = np.where((days >= REFORM) & np.isin(origin, bodies.old_committee), bodies.new_committee[commune], origin)
    origin = np.where((days >= REFORM) & np.isin(origin, bodies.district_committee), bodies.at["99-BTCD"], origin)
    origin = np.where((days >= REFORM) & np.isin(origin, bodies.old_party), bodies.new_party[commune], origin)
    target = np.where(target == origin, bodies.at["99-BTCD"], target)
    words = np.array(["", "guidance", "transfer", "urge"], dtype=object)
    return {"petition": which, "from": origin, "to": target, "day": days, "kind": words[rows["processing"][which]]}
