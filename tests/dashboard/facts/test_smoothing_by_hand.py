"""Empirical-Bayes smoothing (domain rule 9.8): (x + k·m)/(n + k)."""

import pandas as pd
import pytest

from dashboard.facts.smoothing import smoothed


def test_by_hand():
    """60 matters among 120.000 people: m = 5 per 10.000.

    5.000 people and 10 matters: (10 + 10.000·0,0005)/15.000 = 15/15.000 → 10 per 10.000, where the raw rate is 20.
    25.000 and 5: (5 + 5)/35.000 → 2,857. 90.000 and 45: (45 + 5)/100.000 → 5.
    """
    rates = smoothed(pd.Series([10, 5, 45]), pd.Series([5_000, 25_000, 90_000]))
    assert rates.tolist() == pytest.approx([10, 20 / 7, 5])


def test_nobody_and_nothing():
    """A place without people has the province's rate; one whose people are unknown has none and changes no other."""
    rates = smoothed(pd.Series([0, 6, 7]), pd.Series([0, 12_000, None]))
    assert rates.tolist()[:2] == pytest.approx([5, 5])
    assert pd.isna(rates[2])
    assert smoothed(pd.Series([1]), pd.Series([None], dtype=float)).isna().all()
