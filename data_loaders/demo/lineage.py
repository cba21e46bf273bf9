"""What ties dossiers together: closings, second instances, reopened ones, duplicates and merged ones."""

from __future__ import annotations

import numpy as np

from data_loaders.demo import cases, mix
from data_loaders.demo.bodies import Bodies
from data_loaders.demo.clock import AS_OF, NONE, START, next_working
from data_loaders.demo.mix import COMPLAINT, DENUNCIATION, DEPARTMENT, PETITION, PROVINCE, Rows
from data_loaders.demo.places import Places

CHILDREN, SECOND = 0.045, 0.68  # share of all dossiers; of them second instances
CLOSINGS = ("decision", "conclusion", "withdrawn", "discontinued", "to_investigation", "merged")
BY_KIND = np.array([(0.66, 0, 0.15, 0.19, 0, 0), (0, 0.82, 0.08, 0.07, 0.03, 0), (0.5, 0.4, 0.06, 0.04, 0, 0)])
RESULTS = ("right", "partly", "wrong", "upheld", "amended", "annulled")


def invent(places: Places, bodies: Bodies, *, seed: int, count: int) -> Rows:
    """`count` dossiers, sorted by the day they came in; pointers are row numbers."""
    rng = np.random.default_rng([seed, 4])
    slowness = cases.district_slowness(rng, places)
    children = int(count * CHILDREN)
    drawn = cases.receive(rng, places, bodies, int((count - children) * 1.12))
    first = _still_there(rng, cases.handle(rng, places, slowness, drawn), count - children)
    _close(rng, first)
    again = _children(rng, places, bodies, first, children)
    _close(rng, cases.handle(rng, places, slowness, again))
    rows = _sorted(mix.joined(first, again))
    _duplicates(rng, rows)
    _merges(rng, rows)
    return rows


def _still_there(rng: np.random.Generator, rows: Rows, count: int) -> Rows:
    """`count` of those that were not yet closed on the first day."""
    there = np.flatnonzero((rows["closed"] == NONE) | (rows["closed"] >= START))
    kept = np.sort(rng.permutation(there)[:count])
    return mix.taken(rows, kept)


def _close(rng: np.random.Generator, rows: Rows) -> None:
    """Adds how it closed and with what result, as indexes (-1: none)."""
    count, kind, open_ = len(rows["kind"]), rows["kind"], rows["closed"] == NONE
    how = mix.choose_row(rng, BY_KIND[kind])
    how = np.where(rows["dropped"], np.where(rng.random(count) < 0.7, 2, 3), how)
    rows["closing"] = np.where(open_ | ((kind == PETITION) & (rng.random(count) < 0.03)), -1, how)
    decided = (rows["closing"] == 0) & (kind == COMPLAINT)
    concluded = (rows["closing"] == 1) & (kind == DENUNCIATION)
    first = rng.choice(3, count, p=(0.15, 0.22, 0.63))
    again = 3 + rng.choice(3, count, p=(0.77, 0.15, 0.08))
    judged = np.where(rows["instance"] == 2, again, first)
    rows["result"] = np.select([decided, concluded], [judged, rng.choice(3, count, p=(0.12, 0.3, 0.58))], -1)


def _children(rng: np.random.Generator, places: Places, bodies: Bodies, first: Rows, count: int) -> Rows:
    """Second instances of decided complaints, and matters taken up again."""
    ready = first["closed"] < AS_OF - 35
    closed = ready & (first["closed"] != NONE)
    decided = np.flatnonzero(closed & (first["kind"] == COMPLAINT) & (first["closing"] == 0) & (first["result"] > 0))
    others = np.flatnonzero(closed & (first["closing"] >= 0) & (first["kind"] != COMPLAINT))
    second = min(int(count * SECOND), len(decided))
    parents = np.concatenate([rng.permutation(decided)[:second], rng.permutation(others)[: count - second]])
    rows = {name: first[name][parents].copy() for name in first}
    is_second = np.arange(len(parents)) < second
    gap = np.where(is_second, rng.integers(3, 31, len(parents)), rng.integers(40, 420, len(parents)))
    rows["received"] = np.minimum(next_working(first["closed"][parents] + gap), AS_OF - 2)
    rows["instance"] = np.where(is_second, 2, 1)
    rows["previous"] = parents
    higher = np.where(rng.random(len(parents)) < 0.85, PROVINCE, DEPARTMENT)
    higher = np.where((rows["bearer"] == mix.COMMUNE) & (rows["received"] < cases.REFORM), mix.DISTRICT, higher)
    same = np.where((rows["bearer"] == mix.DISTRICT) & (rows["received"] >= cases.REFORM), mix.COMMUNE, rows["bearer"])
    rows["bearer"] = np.where(is_second, higher, same)
    rows["agency"] = cases.agency_of(rng, places, bodies, rows, rows["bearer"])
    return rows


def _sorted(rows: Rows) -> Rows:
    """By the day received; `previous` follows."""
    order = np.argsort(rows["received"], kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    moved = mix.taken(rows, order)
    moved["previous"] = np.where(moved["previous"] >= 0, place[moved["previous"]], -1)
    return moved


def _neighbours(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """(each dossier, the one received before it in the same commune, of the same kind), as row numbers."""
    order = np.lexsort((rows["received"], rows["kind"], rows["commune"]))
    later, earlier = order[1:], order[:-1]
    same = (rows["commune"][later] == rows["commune"][earlier]) & (rows["kind"][later] == rows["kind"][earlier])
    same &= (rows["previous"][later] < 0) & (rows["instance"][earlier] == 1)
    return later[same], earlier[same]


def _duplicates(rng: np.random.Generator, rows: Rows) -> None:
    """About 1,5 %: the same matter entered again; shut soon, never counted."""
    rows["duplicate"] = np.full(len(rows["kind"]), -1)
    later, earlier = _neighbours(rows)
    fit = (rows["received"][later] - rows["received"][earlier] < 45) & (rng.random(len(later)) < 0.018)
    fit &= ~_has_child(rows)[later]
    fit[1:] &= ~fit[:-1]
    again, kept = later[fit], earlier[fit]
    again, kept = again[~np.isin(kept, again)], kept[~np.isin(kept, again)]
    rows["duplicate"][again] = kept
    shut = next_working(np.maximum(rows["received"][again], rows["accepted"][again]) + rng.integers(2, 12, len(again)))
    rows["closed"][again] = np.where(shut > AS_OF, NONE, shut)
    rows["field"][again] = rows["field"][kept]
    rows["closing"][again] = rows["result"][again] = -1
    rows["held_from"][again] = NONE
    rows["extended"][again] = 0


def _has_child(rows: Rows) -> np.ndarray:
    parents = np.zeros(len(rows["kind"]), dtype=bool)
    parents[rows["previous"][rows["previous"] >= 0]] = True
    return parents


def _merges(rng: np.random.Generator, rows: Rows) -> None:
    """About 1 %: put together with an older one that is still open; chains happen."""
    rows["merged"] = np.full(len(rows["kind"]), -1)
    later, earlier = _neighbours(rows)
    when = next_working(np.maximum(rows["received"][later], rows["accepted"][later]) + rng.integers(3, 20, len(later)))
    alive = (rows["closed"][earlier] == NONE) | (rows["closed"][earlier] > when + 5)
    mine = (rows["closed"][later] == NONE) | (rows["closed"][later] > when)
    free = (rows["duplicate"][later] < 0) & (rows["duplicate"][earlier] < 0) & ~_has_child(rows)[later]
    accepted = (rows["accepted"][earlier] != NONE) | (rows["kind"][earlier] == PETITION)
    fit = alive & mine & free & accepted & ~rows["dropped"][later] & (when <= AS_OF)
    fit &= (rows["accepted"][later] != NONE) | (rows["kind"][later] == PETITION)
    fit &= (rows["received"][later] - rows["received"][earlier] < 200) & (rng.random(len(later)) < 0.04)
    into, gone = earlier[fit], later[fit]
    # A survivor that is itself merged goes later than the one it took in.
    when = when[fit]
    leaves = np.full(len(rows["kind"]), AS_OF + 1)
    leaves[gone] = when
    stays = leaves[into] > when
    into, gone, when = into[stays], gone[stays], when[stays]
    rows["merged"][gone] = into
    rows["closed"][gone] = when
    rows["closing"][gone] = CLOSINGS.index("merged")
    rows["result"][gone] = -1
    cut = rows["held_from"][gone] >= when
    rows["held_from"][gone[cut]] = NONE
