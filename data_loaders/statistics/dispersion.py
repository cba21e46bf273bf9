"""Units that differ among themselves more than chance: how much, and who stands out even so (Spiegelhalter 2005, 2012).

Everything is on a scale on which the spread hardly depends on the level: arcsin √share, or √(observed/expected).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from data_loaders.statistics.funnel import ALARM
from data_loaders.statistics.intervals import Band, Floats

CLIPPED = 0.1


@dataclass(frozen=True)
class Transformed:
    """Each unit on the even scale: its value, its own error, and where the base lies."""

    value: Floats
    error: Floats
    base: float

    @property
    def z(self) -> Floats:
        return (self.value - self.base) / self.error


@dataclass(frozen=True)
class Spread:
    """phi: mean square of the clipped z (about 0,69 without any over-dispersion); tau2: variance between units."""

    phi: float
    tau2: float


def of_shares(numerator: ArrayLike, cases: ArrayLike, *, base: float) -> Transformed:
    """arcsin √share, error 1/(2√n)."""
    x, n = np.asarray(numerator, float), np.asarray(cases, float)
    return Transformed(np.arcsin(np.sqrt(x / n)), 1 / (2 * np.sqrt(n)), float(np.arcsin(np.sqrt(base))))


def of_ratios(observed: ArrayLike, expected: ArrayLike) -> Transformed:
    """√(observed/expected), error 1/(2√expected)."""
    o, e = np.asarray(observed, float), np.asarray(expected, float)
    return Transformed(np.sqrt(o / e), 1 / (2 * np.sqrt(e)), 1.0)


def spread(units: Transformed, *, clipped: float = CLIPPED) -> Spread:
    """phi and tau2; z is drawn in to its quantiles `clipped` and 1 − `clipped` first (Winsorised), none with 0."""
    z = units.z
    phi = float(np.mean(np.clip(z, *np.quantile(z, [clipped, 1 - clipped])) ** 2))
    weight = 1 / units.error**2
    room = weight.sum() - (weight**2).sum() / weight.sum()
    tau2 = (len(z) * phi - (len(z) - 1)) / room if room > 0 else 0.0
    return Spread(phi, max(0.0, float(tau2)))


def multiplicative_limits(units: Transformed, found: Spread, *, level: float = ALARM) -> Band:
    """base ± z·√max(1, phi)·error, on the even scale."""
    width = ndtri((1 + level) / 2) * np.sqrt(max(1.0, found.phi)) * units.error
    return units.base - width, units.base + width


def additive_limits(units: Transformed, found: Spread, *, level: float = ALARM) -> Band:
    """base ± z·√(error² + tau2), on the even scale."""
    width = ndtri((1 + level) / 2) * np.sqrt(units.error**2 + found.tau2)
    return units.base - width, units.base + width


def outside(units: Transformed, limits: Band) -> NDArray[np.int64]:
    """−1 below, +1 above, 0 inside."""
    low, high = limits
    return np.where(units.value < low, -1, np.where(units.value > high, 1, 0))


def as_share(value: ArrayLike) -> Floats:
    """Back from arcsin √share, ends of the scale included."""
    return np.sin(np.clip(np.asarray(value, float), 0.0, np.pi / 2)) ** 2


def as_ratio(value: ArrayLike) -> Floats:
    """Back from √ratio."""
    return np.maximum(np.asarray(value, float), 0.0) ** 2
