"""How long matters wait, counting those that are still open (Kaplan & Meier 1958): share open, band, half-way day."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from statsmodels.duration.survfunc import SurvfuncRight

from data_loaders.statistics.intervals import Floats, log_log

FIXED_DAYS = (30, 45, 60, 90, 180, 365)
LEAST_AT_RISK = 5
HALF = 0.5 + 1e-12
"""A product of fractions may miss one half by the last bit."""


def with_band(curve: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """`curve` with low and high, the log-log band of open_share; missing where the share is not known or 0.

    `curve`: as the question `waiting_curve` answers it, or as `curve` below.
    """
    low, high = log_log(curve["open_share"].astype(float), curve["error"].astype(float), level=level)
    return curve.assign(low=low, high=high)


def usable(days: ArrayLike) -> np.ndarray:
    """Which waits can be counted: neither missing nor negative. What is left out must be counted on screen."""
    waited = np.asarray(days, float)
    return ~np.isnan(waited) & (np.nan_to_num(waited) >= 0)


def curve(
    days: ArrayLike, ended: ArrayLike, *, watched_from: ArrayLike | None = None, least: int = LEAST_AT_RISK
) -> pd.DataFrame:
    """The share still open on every day on which one ended, and on the fixed days; like `waiting_curve` for any list.

    Args:
        days: how many days each has waited; unusable ones are left out.
        ended: whether it ended on that day, or was still open then.
        watched_from: from which day of its wait each is in the data (0 if not given): what came in before the data
            begin was not watched in its first days.
        least: how many must be at risk; nothing is said from the first day on which there were fewer.

    Returns:
        day, at_risk, ended_by, open_share (0–1), error (Greenwood).
    """
    fit = usable(days)
    t, e = np.asarray(days, float)[fit], np.asarray(ended, bool)[fit].astype(float)
    w = np.zeros(len(t)) if watched_from is None else np.asarray(watched_from, float)[fit]
    found = SurvfuncRight(t, e, entry=w - 1) if e.any() else None
    times, shares, errors = (found.surv_times, found.surv_prob, found.surv_prob_se) if found else (np.empty(0),) * 3
    steps = np.union1d(times, FIXED_DAYS)
    at = np.searchsorted(times, steps, side="right")
    share = np.concatenate([[1.0], np.where(shares < 1e-15, 0.0, shares)])[at]
    known = steps < _unknown_from(t, w, least)
    return pd.DataFrame(
        {
            "day": steps.astype(int),
            "at_risk": _at_risk(t, w, steps),
            "ended_by": [int(e[t <= step].sum()) for step in steps],
            "open_share": np.where(known, share, np.nan),
            "error": np.where(known & (share > 0), np.concatenate([[0.0], errors])[at], np.nan),
        }
    )


def half_day(curve: pd.DataFrame) -> int | None:
    """The first day on which half or more have ended; None: not reached. Not the mean of two middles of a median."""
    there = curve.loc[curve["open_share"].astype(float) <= HALF, "day"]
    return None if there.empty else int(there.min())


def _at_risk(days: Floats, watched_from: Floats, on: Floats) -> np.ndarray:
    came = np.searchsorted(np.sort(watched_from), on, side="right")
    return came - np.searchsorted(np.sort(days), on, side="left")


def _unknown_from(days: Floats, watched_from: Floats, least: int) -> float:
    """The first day on which fewer than `least` were at risk."""
    changes = np.unique(np.concatenate([[0.0], watched_from, days + 1]))
    few = changes[_at_risk(days, watched_from, changes) < least]
    return float(few[0]) if len(few) else np.inf
