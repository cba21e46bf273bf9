"""Wilson's interval against Newcombe 1998 and PHEindicatormethods; the log-log band is proved with the curves."""

import subprocess
import sys

import numpy as np
import pytest
from scipy import stats

from data_loaders.statistics import funnel, tails
from data_loaders.statistics.intervals import log_log, wilson


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_newcombe_1998_prints_it(numerator, denominator, low, high):
    assert [round(float(bound), 4) for bound in wilson(numerator, denominator)] == [low, high]


@pytest.mark.parametrize(
    ("numerator", "denominator", "level", "low", "high"),
    [
        (65, 100, 0.95, 0.552544, 0.736358),
        (65, 100, 0.998, 0.495495, 0.778354),
        (1045, 5000, 0.95, 0.197955, 0.220491),
        (1045, 5000, 0.998, 0.191794, 0.227316),
    ],
)
def test_wilson_as_phe_indicator_methods_prints_it(numerator, denominator, level, low, high):
    assert [round(float(bound), 6) for bound in wilson(numerator, denominator, level=level)] == [low, high]


def test_a_share_of_nothing_and_a_part_larger_than_the_whole_have_no_interval():
    low, high = wilson([0, 5, np.nan, 3], [0, 3, 4, np.nan])
    assert np.isnan(low).all() and np.isnan(high).all()


def test_of_one_case_nearly_everything_is_possible():
    assert np.round(wilson([0, 1], [1, 1]), 3).tolist() == [[0.0, 0.207], [0.793, 1.0]]


def test_where_nothing_happened_the_band_is_the_whole_and_where_all_ended_there_is_none():
    low, high = log_log([1.0, 0.0, np.nan], [0.0, np.nan, np.nan])
    assert (low[0], high[0]) == (1, 1)
    assert np.isnan(low[1:]).all() and np.isnan(high[1:]).all()


LIBRARY = {"rel": 1e-11, "abs": 1e-300, "nan_ok": True}
COUNTS = np.array([-1, 0, 1, 2, 5, 20, 999, 5_000, np.nan])


@pytest.mark.parametrize("chance", [0.0, 1e-6, 0.02, 0.5, 0.97, 1.0, np.nan])
def test_tails_of_a_share_are_those_of_the_library(chance):
    x, n = (axis.ravel() for axis in np.meshgrid(COUNTS, [0, 1, 2, 9, 40, 1_000, 250_000, np.nan]))
    assert tails.at_least(x, n, chance) == pytest.approx(stats.binom.sf(x - 1, n, chance), **LIBRARY)
    assert tails.at_most(x, n, chance) == pytest.approx(stats.binom.cdf(x, n, chance), **LIBRARY)


def test_tails_of_a_count_are_those_of_the_library():
    x, mean = (axis.ravel() for axis in np.meshgrid(COUNTS, [0, 1e-9, 0.4, 7, 31.5, 1_000, 4_000, np.nan]))
    assert tails.poisson_at_least(x, mean) == pytest.approx(stats.poisson.sf(x - 1, mean), **LIBRARY)
    assert tails.poisson_at_most(x, mean) == pytest.approx(stats.poisson.cdf(x, mean), **LIBRARY)


def test_the_line_of_a_ratio_is_that_of_the_library():
    counts = np.arange(0, 3_000, 7)
    low, high = funnel.ratio_limits(counts, level=0.998)
    assert low[1:] == pytest.approx(stats.chi2.ppf(0.001, 2 * counts[1:]) / 2, rel=1e-11)
    assert high == pytest.approx(stats.chi2.ppf(0.999, 2 * counts + 2) / 2, rel=1e-11)


def test_what_every_refresh_loads_leaves_the_library_of_distributions_out():
    asked = "import sys, data_loaders.snapshot.building; sys.exit('scipy.stats' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
