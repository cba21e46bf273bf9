"""Rates of small places drawn towards the province's: one matter in a hamlet is no wave."""

from __future__ import annotations

import math

import pandas as pd

PRIOR_PEOPLE = 10_000
"""How many people of province-wide experience are added to each place."""


def smoothed(events: pd.Series, people: pd.Series, *, prior: float = PRIOR_PEOPLE, per: float = 10_000) -> pd.Series:
    """Empirical-Bayes rate (x + k·m)/(n + k), per so many people; m is the rate of all places together, k the prior.

    Missing where the people of a place are not known; those places do not enter m either.
    """
    x, n, overall = _known(events, people)
    if math.isinf(prior):
        return (per * overall + 0 * n).astype(float)
    return per * (x + prior * overall) / (n + prior)


def estimated_prior(events: pd.Series, people: pd.Series) -> float:
    """The prior k that the places themselves give (Marshall 1991): m/A, A being their variance beyond chance.

    With it `smoothed` is Marshall's estimator; infinite where A = 0: every place then gets the rate of all.
    """
    x, n, overall = _known(events, people)
    seen = n > 0
    between = (n * (x / n.where(seen) - overall) ** 2).sum() / n.sum() - overall / n.mean()
    return overall / between if between > 0 else math.inf


def smoothed_shares(events: pd.Series, cases: pd.Series) -> pd.Series:
    """Shares drawn towards that of all by as much as chance explains (Martuzzi & Elliott 1996), as fractions."""
    x, n, overall = _known(events, cases)
    share, mean = x / n.where(n > 0), n.mean()
    noise = overall * (1 - overall)
    spread = (n * (share - overall) ** 2).sum() / n.sum()
    weight = n * (spread - noise / mean) / ((n - 1) * spread + (mean - n) / mean * noise)
    drawn = weight * (share.fillna(overall) - overall) if spread > noise / mean else 0 * n
    return overall + drawn


def _known(events: pd.Series, people: pd.Series) -> tuple[pd.Series, pd.Series, float]:
    """Both where both are known, and the rate of all of them together."""
    known = people.notna() & events.notna()
    x, n = events.where(known).astype(float), people.where(known).astype(float)
    total = n.sum()
    return x, n, float(x.sum() / total) if total > 0 else math.nan
