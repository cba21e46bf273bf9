"""The reception days that heads planned, and what became of them."""

from __future__ import annotations

import numpy as np

from data_loaders.demo.bodies import Bodies, fell_silent
from data_loaders.demo.clock import AS_OF, LAW_136, NONE, START, UNTIL, month_index, month_start, next_working
from data_loaders.demo.mix import Rows

MONTHLY = {
    "province_chair": (1,),
    "province_party_secretary": (1,),
    "district_chair": (1, 15),
    "district_party_secretary": (1,),
    "commune_party_secretary": (1, 15),
    "agency_head": (1,),
}


def schedule(rng: np.random.Generator, bodies: Bodies, posts: Rows) -> Rows:
    """Every scheduled reception day: post, day. Weekly for commune chairs until 30/6/2026, then twice a month."""
    count = len(posts["code"])
    first, last = np.maximum(posts["valid_from"], START), np.where(posts["valid_to"] == NONE, UNTIL, posts["valid_to"])
    weekday = rng.choice([1, 2, 3, 3, 4], count)  # Tuesday to Friday
    dom = rng.integers(4, 13, count)
    weekly = np.flatnonzero(posts["duty"] == "commune_chair")
    parts = [_weeks(weekly, weekday, first, np.minimum(last, LAW_136 - 1))]
    twice = np.flatnonzero((posts["duty"] == "commune_chair") & (last >= LAW_136))
    parts += [_months(twice, dom + shift, np.maximum(first, LAW_136), last) for shift in (1, 15)]
    for duty, shifts in MONTHLY.items():
        which = np.flatnonzero(posts["duty"] == duty)
        parts += [_months(which, dom + shift, first, last) for shift in shifts]
    post, days = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    entered = ~fell_silent(bodies, posts["agency"][post], days)
    return {"post": post[entered], "day": days[entered]}


def _weeks(
    which: np.ndarray, weekday: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    mondays = np.arange(START - (START + 3) % 7, UNTIL, 7)
    planned = mondays[None] + weekday[which][:, None]
    days = next_working(planned)
    fits = (planned >= first[which][:, None]) & (planned <= last[which][:, None])
    fits &= days - planned <= 4  # the week of Tết passes without
    post = np.broadcast_to(which[:, None], days.shape)
    return post[fits], np.minimum(days, last[which][:, None])[fits]


def _months(which: np.ndarray, dom: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    months = np.arange(month_index(np.array([START]))[0], month_index(np.array([UNTIL]))[0] + 1)
    days = next_working(month_start(months)[None] + dom[which][:, None] - 1)
    fits = (days >= first[which][:, None]) & (days <= last[which][:, None])
    post = np.broadcast_to(which[:, None], days.shape)
    return post[fits], days[fits]


def hold(rng: np.random.Generator, posts: Rows, planned: Rows, gaps: np.ndarray) -> Rows:
    """Adds what became of each planned day: held (NONE: missed or yet to come) and chaired (-1: by nobody)."""
    post, days = planned["post"], planned["day"]
    chance = posts["in_person"][post]
    eased = (posts["duty"][post] == "commune_chair") & (days >= LAW_136)
    chance = np.where(eased, chance**0.6, chance)
    for vacant, start, end in gaps:
        chance = np.where((post == vacant) & (days >= start) & (days <= end), 0.0, chance)
    own = rng.random(len(post)) < chance
    stands_in = ~own & (rng.random(len(post)) < posts["delegated"][post])
    moved = next_working(days + np.where(rng.random(len(post)) < 0.05, rng.integers(1, 6, len(post)), 0))
    same = month_index(moved) == month_index(days)
    last = np.where(posts["valid_to"][post] == NONE, AS_OF, posts["valid_to"][post])
    held = np.where(same & (moved <= last), moved, days)
    came = (own | stands_in) & (days <= AS_OF) & (held <= AS_OF)
    communal = np.array([str(d).startswith("commune") for d in posts["duty"]])[post]
    return {
        "kind": np.zeros(len(post), dtype=np.int64),
        "post": post,
        "agency": posts["agency"][post],
        "scheduled": days,
        "held": np.where(came, held, NONE),
        "chaired": np.where(came, np.where(own, 0, 1), -1),
        "online": np.where(came & (held >= LAW_136), rng.random(len(post)) < 0.07, 0).astype(np.int64),
        "half": np.where(came, rng.random(len(post)) < np.where(communal, 0.4, 0.15), -1).astype(np.int64),
    }
