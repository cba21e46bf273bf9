"""Exact tails, without the second that a library of distributions takes to load in every refresh and server process."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betainc, betaincc, gammainc, gammaincc

from data_loaders.statistics.intervals import Floats


def at_least(x: ArrayLike, n: ArrayLike, p: ArrayLike) -> Floats:
    """P(X ≥ x) of X ~ Binomial(n, p), as the incomplete beta function I_p(x, n − x + 1) (NIST DLMF 8.17.5).

    Missing (NaN) where one of them is.
    """
    least, cases, chance = np.ceil(np.asarray(x, float)), np.asarray(n, float), np.asarray(p, float)
    inner = (least > 0) & (least <= cases)
    tail = betainc(np.where(inner, least, 1.0), np.where(inner, cases - least + 1, 1.0), chance)
    return _known(np.where(inner, tail, np.where(least <= 0, 1.0, 0.0)), least, cases, chance)


def at_most(x: ArrayLike, n: ArrayLike, p: ArrayLike) -> Floats:
    """P(X ≤ x) of X ~ Binomial(n, p): the other part, worked out as such, for near 1 a difference would lose it."""
    most, cases, chance = np.floor(np.asarray(x, float)), np.asarray(n, float), np.asarray(p, float)
    inner = (most >= 0) & (most < cases)
    tail = betaincc(np.where(inner, most + 1, 1.0), np.where(inner, cases - most, 1.0), chance)
    return _known(np.where(inner, tail, np.where(most < 0, 0.0, 1.0)), most, cases, chance)


def poisson_at_least(x: ArrayLike, mean: ArrayLike) -> Floats:
    """P(X ≥ x) of X ~ Poisson(mean), as the incomplete gamma function P(x, mean) (NIST DLMF 8.2)."""
    least, expected = np.ceil(np.asarray(x, float)), np.asarray(mean, float)
    tail = gammainc(np.maximum(least, 1.0), expected)
    return _known(np.where(least > 0, tail, 1.0), least, expected)


def poisson_at_most(x: ArrayLike, mean: ArrayLike) -> Floats:
    """P(X ≤ x) of X ~ Poisson(mean)."""
    most, expected = np.floor(np.asarray(x, float)), np.asarray(mean, float)
    return _known(np.where(most < 0, 0.0, gammaincc(np.maximum(most, 0.0) + 1, expected)), most, expected)


def _known(tail: Floats, *given: Floats) -> Floats:
    """Missing where something given is."""
    return np.where(np.any(np.isnan(np.broadcast_arrays(*given)), axis=0), np.nan, tail)
