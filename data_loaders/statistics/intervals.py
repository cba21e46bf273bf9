"""Bands around an estimated share: Wilson's for a fraction, the log-log one for a curve that counts open matters."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

Floats = NDArray[np.float64]
Band = tuple[Floats, Floats]


def wilson(numerator: ArrayLike, denominator: ArrayLike, *, level: float = 0.95) -> Band:
    """Wilson's score interval of each fraction (Wilson 1927; Newcombe 1998, method 3), as fractions.

    Missing (NaN, NaN) where there is no case, or where the numerator is no part of the denominator.
    """
    from statsmodels.stats.proportion import proportion_confint  # takes a second, and a refresh has no use for it

    x, n = np.asarray(numerator, float), np.asarray(denominator, float)
    sound = (n > 0) & (x >= 0) & (x <= n)
    low, high = proportion_confint(np.where(sound, x, 0.0), np.where(sound, n, 1.0), alpha=1 - level, method="wilson")
    return np.where(sound, np.maximum(low, 0.0), np.nan), np.where(sound, np.minimum(high, 1.0), np.nan)


def log_log(share: ArrayLike, error: ArrayLike, *, level: float = 0.95) -> Band:
    """share^exp(±z·error/(share·ln share)): always inside 0–1 (Kalbfleisch & Prentice; the default of SAS and Stata).

    (1, 1) where nothing has happened yet; missing where the share is 0 or its error is not known.
    """
    s, e = np.asarray(share, float), np.asarray(error, float)
    inner = (s > 0) & (s < 1)
    safe = np.where(inner, s, 0.5)
    width = ndtri((1 + level) / 2) * e / (safe * np.log(safe))
    outer = np.where(s == 1, 1.0, np.nan)
    bounds = [np.where(inner, safe ** np.exp(sign * width), outer) for sign in (-1, 1)]
    return np.minimum(*bounds), np.maximum(*bounds)
