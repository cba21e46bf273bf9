"""Funnel limits against PHEindicatormethods (testdata_funnel_prop_outputs.csv, testdata_funnel_ratio_outputs.csv)."""

import numpy as np
import pytest
from scipy import stats

from data_loaders.statistics.funnel import (
    ALARM,
    WARN,
    exact_limits,
    normal_limits,
    outside_ratio,
    outside_share,
    ratio_limits,
)


@pytest.mark.parametrize(
    ("cases", "printed"),
    [
        (1, [3.204264, 100, 0, 100]),
        (10, [56.154344, 100, 42.03259, 100]),
        (190, [75.024492, 86.260404, 71.784739, 89.500157]),
        (110_000, [80.408963, 80.875933, 80.274317, 81.010578]),
    ],
)
def test_normal_limits_of_a_share(cases, printed):
    base = 0.80642448
    found = [100 * bound for level in (WARN, ALARM) for bound in normal_limits(base, cases, level=level)]
    assert found == pytest.approx(printed, abs=2e-6)  # the base is printed to eight digits


@pytest.mark.parametrize(
    ("cases", "run"),
    [
        (5, [3.77, 30.46, 98.65, 99.95]),
        (20, [49.33, 61.01, 94.63, 99.74]),
        (100, [68.79, 73.65, 88.74, 92.41]),
        (500, [76.42, 78.47, 85.20, 87.02]),
    ],
)
def test_exact_limits_of_a_share_with_interpolation(cases, run):
    """Spiegelhalter 2005, appendix A.1."""
    outer, inner = (exact_limits(0.82, cases, level=level) for level in (ALARM, WARN))
    found = [outer[0], inner[0], inner[1], outer[1]]
    assert [round(100 * float(bound), 2) for bound in found] == run


@pytest.mark.parametrize(
    ("observed", "printed"),
    [
        (1, [5.571644585, 0.025317898, 9.233410143, 0.001000547]),
        (9, [17.08479966, 4.11537405, 22.65737951, 2.452425215]),
        (43, [57.92070564, 31.1193069, 67.37273073, 25.54230739]),
        (684, [737.2376756, 633.6939776, 768.7368323, 606.0208883]),
    ],
)
def test_limits_of_observed_against_expected(observed, printed):
    found = [bound for level in (WARN, ALARM) for bound in reversed(ratio_limits(observed, level=level))]
    # the published search stops at 1e-7; how near it comes differs by column
    for value, expected, relative in zip(found, printed, (5e-7, 4e-6, 5e-7, 6e-5), strict=True):
        assert value == pytest.approx(expected, rel=relative)


@pytest.mark.parametrize(("expected", "first", "last_low"), [(2, 9, None), (5, 14, None), (10, 22, 1), (30, 49, 14)])
def test_the_first_count_that_is_too_many(expected, first, last_low):
    counts = np.arange(0, 60)
    sides = outside_ratio(counts, np.full(60, expected))
    assert counts[sides == 1].min() == first
    assert (counts[sides == -1].max() if (sides == -1).any() else None) == last_low


def test_nothing_open_is_never_too_few_where_little_is_expected():
    assert outside_ratio(0, 6.9) == 0
    assert outside_ratio(0, 7.0) == -1  # exp(-7) < .001


def test_the_line_and_the_tail_say_the_same():
    observed = np.arange(1, 200)
    high, low = ratio_limits(observed, level=ALARM)
    just = 1e-9
    assert (outside_ratio(observed, high * (1 - just)) == 1).all() and (
        outside_ratio(observed, high * (1 + just)) == 0
    ).all()
    assert (outside_ratio(observed, low * (1 + just)) == -1).all() and (
        outside_ratio(observed, low * (1 - just)) == 0
    ).all()


def test_another_definition_of_poisson_limits_is_not_used():
    """FunnelPlotR draws the interval of O at O = E (printed for E = 15, 20, 30), wider than quantiles of Poisson(E)."""
    expected = np.array([15, 20, 30])
    theirs = np.array([[0.5596924, 0.6108260, 0.6746958], [1.649348, 1.544419, 1.427562]])
    low, high = stats.chi2.ppf(0.025, 2 * expected) / 2, stats.chi2.ppf(0.975, 2 * (expected + 1)) / 2
    assert np.array([low, high]) / expected == pytest.approx(theirs, rel=1e-6)
    quantiles = [_between(share, mean=15) / 15 for share in (0.025, 0.975)]
    assert [round(bound, 4) for bound in quantiles] == [0.4907, 1.5055]
    assert theirs[1, 0] > quantiles[1]
    outer = np.array([[0.386265, 0.4479107, 0.5289724], [2.082907, 1.902094, 1.702771]])
    low, high = stats.chi2.ppf(0.001, 2 * expected) / 2, stats.chi2.ppf(0.999, 2 * (expected + 1)) / 2
    assert np.array([low, high]) / expected == pytest.approx(outer, rel=1e-6)


def _between(share: float, *, mean: float) -> float:
    """A quantile of Poisson between whole numbers, as Spiegelhalter 2005 puts it for the binomial."""
    least = stats.poisson.ppf(share, mean)
    return float(least - (stats.poisson.cdf(least, mean) - share) / stats.poisson.pmf(least, mean))


def test_near_one_the_exact_tail_lets_pass_what_the_normal_limit_calls():
    """Small units near 1 are why nothing is decided by z: 3 of 5 at 82 % is nothing rare."""
    assert outside_share(3, 5, base=0.98) == 0
    assert normal_limits(0.98, 5, level=ALARM)[0] > 3 / 5


def test_three_in_four_of_sixty_is_usual_and_six_in_ten_is_not():
    assert outside_share([45, 36, 60], [60, 60, 60], base=0.82).tolist() == [0, -1, 1]
    assert stats.binom.sf(59, 60, 0.82) < 0.001
