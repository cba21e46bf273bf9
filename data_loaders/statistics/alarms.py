"""How often watching alarms by chance alone: the same judgement over random draws in which nothing is out of order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from data_loaders.statistics import dispersion, funnel, xmr
from data_loaders.statistics.intervals import Floats

LEAST_CASES, LEAST_UNITS = 5, 10
SEED = 2026
Draw = Callable[[np.random.Generator], int]


def low_shares(numerator: ArrayLike, cases: ArrayLike) -> NDArray[np.bool_]:
    """Units below both the exact limit of 99,8 % and the one widened by the spread of their peers.

    Nobody where fewer than ten units have five cases (Spiegelhalter 2005).
    """
    all_x, all_n = np.asarray(numerator, float), np.asarray(cases, float)
    low, fit = np.zeros(len(all_n), bool), all_n >= LEAST_CASES
    if fit.sum() < LEAST_UNITS:
        return low
    x, n = all_x[fit], all_n[fit]
    base = x.sum() / n.sum()
    units = dispersion.of_shares(x, n, base=base)
    widened = dispersion.outside(units, dispersion.additive_limits(units, dispersion.spread(units)))
    low[fit] = (funnel.outside_share(x, n, base=base) < 0) & (widened < 0)
    return low


def rises(months: ArrayLike) -> NDArray[np.bool_]:
    """Units (rows) whose newest month (last column) signals upwards against their own 24 months before."""
    found = (xmr.newest(series, least_value=0) for series in np.asarray(months, float))
    return np.array([signal is not None and signal.direction > 0 for signal in found], bool)


def low_shares_by_chance(numerator: Floats, cases: Floats, *, draws: int = 200) -> float:
    """How many units `low_shares` names on average where all have the same share and the cases they have."""
    n = np.asarray(cases, np.int64)
    if not n.sum():
        return 0.0
    base = float(np.sum(numerator) / n.sum())
    return _mean(lambda dice: int(low_shares(dice.binomial(n, base), n).sum()), draws)


def rises_by_chance(months: Floats, *, draws: int = 40) -> float:
    """How many units `rises` names on average where each month is a random draw around the unit's own mean."""
    usual = np.asarray(months, float).mean(axis=1, keepdims=True)
    return _mean(lambda dice: int(rises(dice.poisson(usual, np.shape(months))).sum()), draws)


def _mean(draw: Draw, draws: int) -> float:
    dice = np.random.default_rng(SEED)
    return sum(draw(dice) for _ in range(draws)) / draws
