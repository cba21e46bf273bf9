"""Funnel limits: which unit lies outside what chance explains for its size, by exact tails (Spiegelhalter 2005).

A unit is judged by its exact tail and never by a z score: near 1 the arcsine scale calls small units far too often.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaincinv, ndtri

from data_loaders.statistics import tails
from data_loaders.statistics.intervals import Band, Floats

WARN, ALARM = 0.95, 0.998
"""Two-sided levels of the inner and the outer line."""


def normal_limits(base: float, cases: ArrayLike, *, level: float) -> Band:
    """base ± z·√(base(1−base)/n), cut to 0–1; as fractions."""
    n = np.asarray(cases, float)
    width = ndtri((1 + level) / 2) * np.sqrt(base * (1 - base) / n)
    return np.maximum(base - width, 0.0), np.minimum(base + width, 1.0)


def exact_limits(base: float, cases: ArrayLike, *, level: float) -> Band:
    """The binomial line, interpolated so that it is smooth: (r − (F(r)−p)/f(r))/n, r the smallest with F(r) ≥ p."""
    n = np.asarray(cases, float)
    return _interpolated(base, n, (1 - level) / 2), _interpolated(base, n, (1 + level) / 2)


def _interpolated(base: float, n: Floats, p: float) -> Floats:
    from scipy import stats  # a line on a chart: what only judges does not load it

    r = stats.binom.ppf(p, n, base)
    return np.clip((r - (stats.binom.cdf(r, n, base) - p) / stats.binom.pmf(r, n, base)) / n, 0.0, 1.0)


def ratio_limits(observed: ArrayLike, *, level: float) -> Band:
    """The line of an observed against an expected count, as the expected count at which each `observed` lies on it.

    First the expected count below which it is too many, then the one above which it is too few (exact Poisson).
    """
    o, tail = np.asarray(observed, float), (1 - level) / 2
    high = np.where(o > 0, gammaincinv(np.maximum(o, 1.0), tail), 0.0)
    return high, gammaincinv(o + 1, 1 - tail)


def outside_share(numerator: ArrayLike, cases: ArrayLike, *, base: float, level: float = ALARM) -> NDArray[np.int64]:
    """−1 where there are fewer, +1 where more than chance explains at `base`, else 0 (exact binomial)."""
    x, n, tail = np.asarray(numerator, float), np.asarray(cases, float), (1 - level) / 2
    return _sides(tails.at_most(x, n, base), tails.at_least(x, n, base), tail)


def outside_ratio(observed: ArrayLike, expected: ArrayLike, *, level: float = ALARM) -> NDArray[np.int64]:
    """−1 where there are fewer, +1 where more than chance explains at `expected`, else 0 (exact Poisson)."""
    o, e, tail = np.asarray(observed, float), np.asarray(expected, float), (1 - level) / 2
    return _sides(tails.poisson_at_most(o, e), tails.poisson_at_least(o, e), tail)


def _sides(lower: Floats, upper: Floats, tail: float) -> NDArray[np.int64]:
    return np.where(lower < tail, -1, np.where(upper < tail, 1, 0))
