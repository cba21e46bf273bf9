"""Rates of small places drawn towards the province's: one matter in a hamlet is no wave."""

from __future__ import annotations

import pandas as pd

PRIOR_PEOPLE = 10_000
"""How many people of province-wide experience are added to each place."""


def smoothed(events: pd.Series, people: pd.Series, *, prior: float = PRIOR_PEOPLE, per: float = 10_000) -> pd.Series:
    """Empirical-Bayes rate (x + k·m)/(n + k), per so many people; m is the rate of all places together, k the prior.

    Missing where the people of a place are not known; those places do not enter m either.
    """
    known = people.notna() & events.notna()
    x, n = events.where(known).astype(float), people.where(known).astype(float)
    total = n.sum()
    overall = x.sum() / total if total > 0 else float("nan")
    return per * (x + prior * overall) / (n + prior)
