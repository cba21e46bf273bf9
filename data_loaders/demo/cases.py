"""Dossiers: where, when, of what kind, who bears them, how long they take."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import mix
from data_loaders.demo.bodies import Bodies, department_on, fell_silent
from data_loaders.demo.clock import (
    AS_OF,
    CARRIED_FROM,
    LAW_136,
    NONE,
    REFORM,
    intake_weight,
    next_working,
    previous_working,
)
from data_loaders.demo.mix import COMMUNE, COMPLAINT, DENUNCIATION, DEPARTMENT, DISTRICT, PARTY, PETITION, Rows
from data_loaders.demo.places import MOUNTAIN, Places


def commune_weights(rng: np.random.Generator, places: Places) -> np.ndarray:
    """How much work each of today's communes brings: people, and a district's and a commune's own habit."""
    habit = rng.lognormal(0, 0.3, len(places.district_code))[places.new_district]
    return places.new_people**0.92 * habit * rng.lognormal(0, 0.3, len(places.new_code))


def project_communes(places: Places) -> list[np.ndarray]:
    """Per project the communes it crosses: its district's and the next ones of the zone, never the same twice."""
    zone, used, found = places.district_zone[places.new_district], np.zeros(len(places.new_code), bool), []
    named = np.array([str(name).split(" ", 1)[1] for name in places.district_name])[places.new_district]
    for project in mix.PROJECTS:
        fits = (zone == project.zone) & ~used
        home = fits & (named == project.near)
        middle = places.km[home if home.any() else fits].mean(axis=0)
        gap = np.where(fits, ((places.km - middle) ** 2).sum(axis=1), np.inf)
        found.append(np.argsort(gap)[: project.communes])
        used[found[-1]] = True
    return found


def district_slowness(rng: np.random.Generator, places: Places) -> np.ndarray:
    """Per former district a factor on running late: most near 1, three slow, two quick."""
    factor = rng.lognormal(-0.05, 0.22, len(places.district_code))
    order = rng.permutation(len(factor))
    factor[order[:3]] *= 1.75
    factor[order[3:5]] *= 0.55
    return factor


def receive(rng: np.random.Generator, places: Places, bodies: Bodies, count: int) -> Rows:
    """`count` first-instance dossiers with everything that is known on the day they come in."""
    days = np.arange(CARRIED_FROM, AS_OF + 1)
    weight = intake_weight(CARRIED_FROM, AS_OF)
    received = rng.choice(days, count, p=weight / weight.sum())
    commune = rng.choice(len(places.new_code), count, p=_share(commune_weights(rng, places)))
    project = np.full(count, -1)
    chosen = rng.random(count) < mix.PROJECT_SHARE
    project[chosen] = rng.choice(len(mix.PROJECTS), chosen.sum(), p=_share(np.array([p.weight for p in mix.PROJECTS])))
    for index, (communes, plan) in enumerate(zip(project_communes(places), mix.PROJECTS, strict=True)):
        mine = project == index
        span = slice(plan.first - CARRIED_FROM, min(plan.last, AS_OF) + 1 - CARRIED_FROM)
        wave = weight[span] * np.linspace(1.25, 0.6, span.stop - span.start)
        received[mine] = rng.choice(days[span], mine.sum(), p=_share(wave))
        commune[mine] = rng.choice(communes, mine.sum())
    kind = np.where(
        chosen, rng.choice(3, count, p=mix.PROJECT_KINDS), rng.choice(3, count, p=np.array(mix.DOSSIER_KINDS))
    )
    rows: Rows = {"received": received, "commune": commune, "project": project, "kind": kind}
    rows["old_commune"] = old_commune_within(rng, places, commune)
    rows["field"] = np.select(
        [chosen & (kind != DENUNCIATION), kind == COMPLAINT, kind == DENUNCIATION],
        [mix.choose(rng, mix.PROJECT_FIELDS, count)] + [mix.choose(rng, mix.FIELDS[k], count) for k in (0, 1)],
        mix.choose(rng, mix.FIELDS[PETITION], count),
    )
    rows["instance"] = np.ones(count, dtype=np.int64)
    rows["previous"] = np.full(count, -1)
    return _describe(rng, places, bodies, rows)


def _share(weight: np.ndarray) -> np.ndarray:
    return weight / weight.sum()


def old_commune_within(rng: np.random.Generator, places: Places, commune: np.ndarray) -> np.ndarray:
    """An old commune inside each of today's communes, by its people."""
    reach = np.cumsum(places.old_people)
    last = np.searchsorted(places.old_new, commune, side="right") - 1
    first = np.searchsorted(places.old_new, commune, side="left")
    low = np.where(first > 0, reach[first - 1], 0)
    at = low + rng.random(len(commune)) * (reach[last] - low)
    return np.clip(np.searchsorted(reach, at, side="right"), first, last)


def _describe(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows) -> Rows:
    """Adds complexity, remoteness, people, escalation and the agency that bears it."""
    count, kind, project = len(rows["kind"]), rows["kind"], rows["project"] >= 0
    heavy = np.where(project, 2.2, np.where(kind == DENUNCIATION, 1.7, 1.0))
    draw = rng.random(count)
    rows["complexity"] = np.select([draw < 0.012 * heavy, draw < 0.13 * heavy], [2, 1], 0)
    zone = places.district_zone[places.new_district[rows["commune"]]]
    rows["remote"] = (zone == MOUNTAIN) & (rng.random(len(places.new_code)) < 0.65)[rows["commune"]]
    group = rng.random(count) < np.where(project, 0.16, 0.02)
    people = np.where(group, 5 + rng.gamma(1.3, 13, count), 1 + rng.geometric(0.75, count) - 1).astype(np.int64)
    rows["people"] = np.where(rng.random(count) < 0.3, NONE, np.minimum(people, 120))
    rows["escalated"] = rng.random(count) < np.where(project, 0.11, 0.03)
    rows["bearer"] = _bearer(rng, rows)
    rows["agency"] = agency_of(rng, places, bodies, rows, rows["bearer"])
    return rows


def _bearer(rng: np.random.Generator, rows: Rows) -> np.ndarray:
    after = rows["received"] >= REFORM
    chances = np.where(after[:, None], mix.BEARER[True][rows["kind"]], mix.BEARER[False][rows["kind"]])
    chances = chances * np.where(rows["project"][:, None] >= 0, [0.6, 1.5, 1.2, 1.8, 1.0], 1.0)
    return mix.choose_row(rng, chances)


def agency_of(rng: np.random.Generator, places: Places, bodies: Bodies, rows: Rows, bearer: np.ndarray) -> np.ndarray:
    """The agency (index) that is the bearer at each dossier's place, on the day it comes in."""
    after = rows["received"] >= REFORM
    old, new = rows["old_commune"], rows["commune"]
    district = places.old_district[old]
    unrelated = np.array([bodies.at[c] for c in mix.choose(rng, mix.UNRELATED_DEPARTMENTS, len(new))])
    land = np.array([str(f).startswith(("land", "environment")) for f in rows["field"]])
    department = department_on(bodies, np.where(land, bodies.at["99-S01"], unrelated), rows["received"])
    party = np.where(after, bodies.new_party[new], bodies.district_party[district])
    party = np.where(rng.random(len(new)) < 0.3, bodies.at["99-KT"], party)
    bears = np.select(
        [bearer == COMMUNE, bearer == DISTRICT, bearer == DEPARTMENT, bearer == PARTY],
        [
            np.where(after, bodies.new_committee[new], bodies.old_committee[old]),
            bodies.district_committee[district],
            department,
            party,
        ],
        bodies.at["99-UB"],
    )
    return np.where(fell_silent(bodies, bears, rows["received"]), bodies.at["99-UB"], bears)


def limit_days(rows: Rows) -> np.ndarray:
    """The legal days of a complaint or denunciation (Law on Complaints art. 28, 37; on Denunciations art. 30)."""
    hard, remote, second = rows["complexity"] > 0, rows["remote"], rows["instance"] == 2
    first = 30 + 15 * hard + 15 * remote
    again = 45 + 15 * hard + np.where(hard, 10, 15) * remote
    return np.where(rows["kind"] == DENUNCIATION, 30, np.where(second, again, first))


def handle(rng: np.random.Generator, places: Places, slowness: np.ndarray, rows: Rows) -> Rows:
    """Adds acceptance, extensions, suspension, the source's own due day, and the day it closes (NONE: open)."""
    count, kind = len(rows["kind"]), rows["kind"]
    _accept(rng, rows)
    start = np.where(rows["accepted"] == NONE, rows["received"], rows["accepted"])
    hard = (kind == DENUNCIATION) & (rows["complexity"] > 0)
    rows["extended"] = np.where(hard & (rng.random(count) < 0.8), rows["complexity"], 0)
    own = (kind == PETITION) & (rng.random(count) < 0.5)
    own_days = rng.choice([15, 20, 30, 30, 45, 60], count)
    rows["due_own"] = np.where(own, next_working(start + own_days), NONE)
    limit = np.where(kind == PETITION, np.where(own, own_days, 80), limit_days(rows) + 30 * rows["extended"])
    _suspend(rng, rows, start)
    late, days = _duration(rng, places, slowness, rows, limit)
    rows["late"] = late
    closed = start + days + np.where(rows["held_from"] == NONE, 0, rows["held_days"])
    closed = np.where(late, next_working(closed), np.maximum(previous_working(closed), rows["received"]))
    closed = np.maximum(closed, start)
    rows["closed"] = np.where(closed > AS_OF, NONE, closed)
    rows["accepted"] = np.where(rows["accepted"] > AS_OF, NONE, rows["accepted"])
    rows["closed"] = np.where((rows["accepted"] == NONE) & (kind != PETITION) & ~rows["dropped"], NONE, rows["closed"])
    return rows


def _accept(rng: np.random.Generator, rows: Rows) -> None:
    count, kind = len(rows["kind"]), rows["kind"]
    slow = rng.random(count) < 0.06
    wait = np.where(kind == DENUNCIATION, 3 + rng.gamma(3, 1.6, count), 1 + rng.gamma(2.2, 2.0, count))
    wait = np.where(slow, 11 + rng.gamma(2, 6, count), np.minimum(wait, 10)).astype(np.int64)
    rows["dropped"] = (kind != PETITION) & (rng.random(count) < 0.012)  # ends before it is accepted
    forgotten = (kind != PETITION) & (rng.random(count) < 0.0012)
    silent = ((kind == PETITION) & (rng.random(count) < 0.72)) | rows["dropped"] | forgotten
    wait = np.where(kind == PETITION, np.minimum(wait, 4), wait)
    rows["accepted"] = np.where(silent, NONE, next_working(rows["received"] + wait))


def _suspend(rng: np.random.Generator, rows: Rows, start: np.ndarray) -> None:
    """Denunciations at any time; complaints hardly before Law 136/2025, often enough after it."""
    count, kind = len(rows["kind"]), rows["kind"]
    chance = np.select(
        [kind == DENUNCIATION, kind == COMPLAINT], [0.03, np.where(start > LAW_136 - 40, 0.055, 0.002)], 0.0
    )
    chosen = (rng.random(count) < chance) & (rows["accepted"] != NONE)
    begin = next_working(start + rng.integers(6, 25, count))
    rows["held_from"] = np.where(chosen & (begin <= AS_OF), begin, NONE)
    rows["held_days"] = (10 + rng.gamma(2, 28, count)).astype(np.int64)


def _duration(
    rng: np.random.Generator, places: Places, slowness: np.ndarray, rows: Rows, limit: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(whether it runs late, days from its start to its end)."""
    count, kind = len(rows["kind"]), rows["kind"]
    district = places.new_district[rows["commune"]]
    in_reform = (rows["received"] >= mix.REFORM_SPAN[0]) & (rows["received"] <= mix.REFORM_SPAN[1])
    strain = slowness[district] * np.where(in_reform, mix.AFTER_REFORM, 1.0) * np.where(rows["project"] >= 0, 1.4, 1.0)
    strain = strain * np.array([0.9, 1.25, 1.6])[rows["complexity"]]
    late = rng.random(count) < np.minimum(mix.LATE[kind] * strain, 0.6)
    stuck = rng.random(count) < np.minimum(
        mix.STUCK[np.where(rows["due_own"] == NONE, kind, 3)]
        * strain**1.3
        * np.where(in_reform & (rows["due_own"] == NONE) & (kind == PETITION), 2.6, 1.0),
        0.12,
    )
    usual = np.maximum(1, limit * rng.beta(4.2, 1.5, count))
    over = 2 + np.minimum(rng.lognormal(2.8, 0.9, count), 400)
    never = 150 + rng.lognormal(6.0, 0.75, count)
    return late | stuck, np.where(stuck, never, np.where(late, limit + over, usual)).astype(np.int64)
