"""Empirical Bayes against spdep (EBest on huddersfield of spData)."""

import math

import pandas as pd
import pytest

from dashboard.facts.smoothing import estimated_prior, smoothed, smoothed_shares
from tests.data_loaders.statistics.printed import HUDDERSFIELD

CASES, OF = HUDDERSFIELD["cases"], HUDDERSFIELD["of"]


def test_marshall_is_the_same_formula_with_a_prior_of_its_own():
    prior = estimated_prior(CASES, OF)
    assert prior == pytest.approx(358.901, abs=5e-4)
    assert CASES.sum() / OF.sum() == pytest.approx(0.3004823, abs=5e-8)
    assert CASES.sum() / OF.sum() / prior == pytest.approx(0.0008372289, abs=5e-11)  # Marshall's A
    found = smoothed(CASES, OF, prior=prior, per=1)
    assert found.head(4).tolist() == pytest.approx([0.31586927, 0.29855850, 0.29499542, 0.29724616], abs=5e-9)


def test_shares_as_printed():
    """Martuzzi & Elliott 1996; printed per cent, the raw shares too."""
    raw = [42.86, 28.95, 28.31, 21.43, 33.33, 30.86, 33.70, 45.61]
    assert (100 * CASES / OF).head(8).round(2).tolist() == raw
    printed = [34.44, 29.56, 28.94, 28.93, 30.72, 30.43, 31.85, 35.93]
    assert (100 * smoothed_shares(CASES, OF)).head(8).round(2).tolist() == printed


def test_where_places_differ_no_more_than_chance_each_gets_the_rate_of_all():
    x, n = pd.Series([5, 10, 20]), pd.Series([50, 100, 200])
    assert math.isinf(estimated_prior(x, n))
    assert smoothed(x, n, prior=math.inf, per=1).tolist() == pytest.approx([0.1] * 3)
    assert smoothed_shares(x, n).tolist() == pytest.approx([0.1] * 3)


def test_nobody_lives_there_and_not_known_how_many():
    x, n = pd.Series([10.0, 90.0, 0.0, 3.0]), pd.Series([100.0, 100.0, 0.0, None])
    for found in (smoothed(x, n, prior=estimated_prior(x, n), per=1), smoothed_shares(x, n)):
        assert found[2] == pytest.approx(0.5)  # nothing of its own: that of all
        assert pd.isna(found[3])
        assert 0.1 < found[0] < 0.5 < found[1] < 0.9
