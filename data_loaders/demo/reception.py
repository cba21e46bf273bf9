"""Reception: scheduled days of every head, standing and ad hoc reception, and the visits to them."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import mix
from data_loaders.demo.bodies import Bodies, fell_silent
from data_loaders.demo.clock import AS_OF, NONE, START, next_working, previous_working, working
from data_loaders.demo.mix import Rows
from data_loaders.demo.movement import holder_on

SESSION_KINDS = ("periodic", "ad_hoc", "regular")
CHAIRED = ("in_person", "delegated")
OUTCOMES = ("guided", "taken", "resolved")
PER_DOSSIER = 1.72


def wishes(rng: np.random.Generator, bodies: Bodies, dossiers: Rows, petitions: Rows) -> Rows:
    """Who wants to be received: on which day, by which agency, about which paper or dossier, with how many."""
    total = int(len(dossiers["kind"]) * PER_DOSSIER)
    about = _about_dossiers(rng, bodies, dossiers, petitions, int(total * 0.47))
    paper = np.flatnonzero((petitions["dossier"] < 0) & (petitions["channel"] == 0))
    paper = paper[rng.random(len(paper)) < 0.9]
    papers = {
        "day": petitions["received"][paper],
        "agency": petitions["agency"][paper],
        "dossier": np.full(len(paper), -1),
        "petition": paper,
        "kind": petitions["kind"][paper],
        "people": _people(rng, np.where(petitions["many"][paper], 12, 0), 0.25),
        "first": (rng.random(len(paper)) < 0.8).astype(np.int64),
    }
    rest = max(total - len(about["day"]) - len(paper), 0)
    pick = rng.integers(0, len(petitions["kind"]), rest)  # those who come without a paper resemble those who write
    orally = {
        "day": petitions["received"][pick],
        "agency": petitions["agency"][pick],
        "dossier": np.full(rest, -1),
        "petition": np.full(rest, -1),
        "kind": np.where(rng.random(rest) < 0.3, -1, petitions["kind"][pick]),
        "people": _people(rng, np.zeros(rest), 0.0),
        "first": np.where(rng.random(rest) < 0.05, -1, rng.random(rest) < 0.75).astype(np.int64),
    }
    rows = mix.narrowed(mix.joined(about, papers, orally))
    return mix.taken(rows, (rows["day"] >= START) & (rows["day"] <= AS_OF))


def _about_dossiers(rng: np.random.Generator, bodies: Bodies, dossiers: Rows, petitions: Rows, count: int) -> Rows:
    end = np.where(dossiers["closed"] == NONE, AS_OF, dossiers["closed"])
    span = end - dossiers["received"]
    weight = 0.6 + np.minimum(span, 900) / 120 + (dossiers["project"] >= 0) * 1.6 + (dossiers["people"] >= 5) * 1.5
    which = rng.choice(len(weight), count, p=weight / weight.sum())
    starts = rng.random(count) < 0.4
    days = dossiers["received"][which] + np.where(starts, 0, rng.random(count) * span[which]).astype(np.int64)
    days = np.maximum(previous_working(days), dossiers["received"][which])
    board = (rng.random(count) < 0.17) & ~starts
    first_paper = np.full(len(weight), -1)
    linked = np.flatnonzero(petitions["dossier"] >= 0)[::-1]
    first_paper[petitions["dossier"][linked]] = linked
    paper = np.where(starts | (rng.random(count) < 0.1), first_paper[which], -1)
    paper = np.where((paper >= 0) & (petitions["received"][paper] <= days), paper, -1)
    group = np.where(dossiers["people"][which] == NONE, 0, dossiers["people"][which])
    return {
        "day": days,
        "agency": np.where(board, bodies.at["99-BTCD"], holder_on(bodies, dossiers, which, days)),
        "dossier": which,
        "petition": paper,
        "kind": dossiers["kind"][which],
        "people": _people(rng, group, np.where(dossiers["project"][which] >= 0, 0.16, 0.1)),
        "first": starts.astype(np.int64),
    }


def _people(rng: np.random.Generator, group: np.ndarray, chance: np.ndarray | float) -> np.ndarray:
    """People present: one, two, seldom more; a group of at least five may come with up to all of its people."""
    usual = np.minimum(rng.geometric(0.78, len(group)), 4)
    crowd = 5 + (rng.beta(1.1, 2.2, len(group)) * np.maximum(group - 5, 0)).astype(np.int64)
    return np.where((group >= 5) & (rng.random(len(group)) < chance), np.minimum(crowd, 80), usual)


def receive(rng: np.random.Generator, bodies: Bodies, posts: Rows, sessions: Rows, rows: Rows) -> tuple[Rows, Rows]:
    """(all sessions, visits): visits go to the next day of the head, to an ad hoc session, or to standing reception."""
    days = np.maximum(previous_working(rows["day"]), START)
    fresh = ~working()[rows["day"]] & (bodies.valid_from[rows["agency"]] > days)
    days = np.where(fresh, next_working(rows["day"]), days)
    rows["agency"] = np.where(fell_silent(bodies, rows["agency"], days), bodies.at["99-BTCD"], rows["agency"])
    rows["session"] = np.full(len(days), -1)
    keep = np.flatnonzero(sessions["held"] != NONE)
    key = sessions["agency"][keep] * 100_000 + sessions["held"][keep]
    order = np.argsort(key, kind="stable")
    at = np.minimum(np.searchsorted(key[order], rows["agency"] * 100_000 + days), len(key) - 1)
    found = keep[order][at]
    near = (sessions["agency"][found] == rows["agency"]) & (sessions["held"][found] - days <= 24)
    mass = rows["people"] >= 5
    to_head = near & (rng.random(len(days)) < np.where(mass, 0.5, 0.38))
    rows["session"][to_head] = found[to_head]
    ad_hoc = _ad_hoc(rng, posts, rows, days, ~to_head & mass & (rng.random(len(days)) < 0.45), len(sessions["kind"]))
    regular = _regular(rows, days, len(sessions["kind"]) + len(ad_hoc["kind"]))
    joined = {name: np.concatenate([sessions[name], ad_hoc[name], regular[name]]) for name in sessions}
    when = np.where(joined["scheduled"] == NONE, joined["held"], joined["scheduled"])
    order = np.lexsort((joined["agency"], joined["kind"], when))
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    joined = {name: column[order] for name, column in joined.items()}
    rows["session"] = place[rows["session"]]
    rows["held"] = joined["held"][rows["session"]]
    return joined, _described(rng, rows)


def _ad_hoc(
    rng: np.random.Generator, posts: Rows, rows: Rows, days: np.ndarray, wanted: np.ndarray, first: int
) -> Rows:
    """One ad hoc session, mostly by the head, for each such group."""
    head = {int(agency): post for post, agency in enumerate(posts["agency"])}
    which = np.array([i for i in np.flatnonzero(wanted) if int(rows["agency"][i]) in head], dtype=np.int64)
    rows["session"][which] = first + np.arange(len(which))
    post = np.array([head[int(a)] for a in rows["agency"][which]], dtype=np.int64)
    return {
        "kind": np.ones(len(which), dtype=np.int64),
        "post": post,
        "agency": rows["agency"][which],
        "scheduled": np.full(len(which), NONE),
        "held": days[which],
        "chaired": (rng.random(len(which)) < 0.18).astype(np.int64),
        "online": np.zeros(len(which), dtype=np.int64),
        "half": np.ones(len(which), dtype=np.int64),
    }


def _regular(rows: Rows, days: np.ndarray, first: int) -> Rows:
    """One session of standing reception per agency and day with visitors."""
    rest = np.flatnonzero(rows["session"] < 0)
    key, back = np.unique(days[rest] * 10_000 + rows["agency"][rest], return_inverse=True)
    rows["session"][rest] = first + back
    count = len(key)
    return {
        "kind": np.full(count, 2),
        "post": np.full(count, -1),
        "agency": key % 10_000,
        "scheduled": np.full(count, NONE),
        "held": key // 10_000,
        "chaired": np.full(count, -1),
        "online": np.zeros(count, dtype=np.int64),
        "half": np.full(count, -1),
    }


def _described(rng: np.random.Generator, rows: Rows) -> Rows:
    """Adds matters and outcome, and puts visits in the order of their days."""
    count = len(rows["day"])
    rows["matters"] = np.where(rng.random(count) < 0.12, -1, 1 + (rng.random(count) < 0.06))
    known = rng.choice(3, count, p=(0.52, 0.39, 0.09))
    rows["outcome"] = np.where(rng.random(count) < 0.04, -1, known)
    order = np.lexsort((rows["session"], rows["held"]))
    return mix.narrowed(mix.taken(rows, order))
