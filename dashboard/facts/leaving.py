"""By which way matters leave, and how soon, counting those still open (Aalen & Johansen 1978): shares that sum to 1.

One minus the share open of one way alone, the others taken as open, is too high.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from statsmodels.duration.survfunc import CumIncidenceRight

from dashboard.facts.waiting import FIXED_DAYS, usable
from data_loaders.statistics.intervals import log_log

WAYS = ("decided", "withdrawn", "discontinued", "to_investigation")
OPEN = "open"


def with_band(shares: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """`shares` with low and high, the log-log band of share; missing where the share is not known, 0 or all.

    `shares`: as the question `ways_of_leaving` answers it, or as `ways` below.
    """
    share = shares["share"].astype(float)
    low, high = log_log(share.where(share < 1), shares["error"].astype(float), level=level)
    return shares.assign(low=low, high=high)


def ways(
    days: ArrayLike, left: Sequence[str], *, codes: Sequence[str] = WAYS, at: Sequence[int] = FIXED_DAYS
) -> pd.DataFrame:
    """The share that had left by each way on the days `at`, and the share still open.

    Args:
        days: how many days each has waited; unusable ones are left out.
        left: by which of `codes` it left on that day, or "open".
        codes: every way there is, whether anybody took it or not.

    Returns:
        day, manner (codes, then open), share (0–1, summing to 1 on each day), error (delta method, as in R's
        survival).
    """
    fit = usable(days)
    t = np.asarray(days, float)[fit]
    status = np.array([0 if way == OPEN else 1 + codes.index(way) for way in np.asarray(left, object)[fit]], dtype=int)
    with np.errstate(all="ignore"):  # no error is known from the day on which all have left
        found = CumIncidenceRight(t, status) if status.any() else None
    times = found.times if found else np.empty(0)
    reached = np.searchsorted(times, np.asarray(at, float), side="right")
    parts = []
    for k, way in enumerate(codes):
        share, error = (found.cinc[k], found.cinc_se[k]) if found and k < len(found.cinc) else (0 * times,) * 2
        parts.append(
            pd.DataFrame({"day": at, "manner": way, "share": _at(share, reached), "error": _at(error, reached)})
        )
    table = pd.concat(parts, ignore_index=True)
    still = 1 - table.groupby("day", sort=False)["share"].sum()
    rest = pd.DataFrame({"day": list(at), "manner": OPEN, "share": still.to_numpy(), "error": np.nan})
    return pd.concat([table, rest], ignore_index=True)


def whole_percents(shares: Sequence[float]) -> list[int]:
    """Shares that sum to 1 as whole percents that sum to 100: the largest remainders are rounded up."""
    parts = np.asarray(shares, float) * 100
    whole = np.floor(parts + 1e-9).astype(int)
    for place in np.argsort(-(parts - whole), kind="stable")[: 100 - int(whole.sum())]:
        whole[place] += 1
    return [int(part) for part in whole]


def _at(values: np.ndarray, reached: np.ndarray) -> np.ndarray:
    return np.concatenate([[0.0], values])[reached]
