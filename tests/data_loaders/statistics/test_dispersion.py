"""Over-dispersion against FunnelPlotR: phi of its own tests, and runs of its functions (Spiegelhalter 2005, 2012).

Not against its limits on the square-root scale: version 0.6.0 draws them without squaring.
"""

import numpy as np
import pytest

from data_loaders.statistics import dispersion
from data_loaders.statistics.dispersion import Spread, Transformed

OBSERVED, EXPECTED = np.array([100, 150, 180, 80, 120, 225.0]), np.array([108, 112, 165, 95, 100, 220.0])
ON_TIME, ALL = np.array([8, 15, 40, 22, 90, 60]), np.array([20, 22, 50, 40, 100, 110])


def test_phi_on_the_log_scale_as_printed():
    """FunnelPlotR, test_funnel_plot_class: phi = 2.948033; six units leave no outer tenth to draw in."""
    logs = Transformed(np.log(OBSERVED / EXPECTED), 1 / np.sqrt(EXPECTED), 0.0)
    found = dispersion.spread(logs, clipped=0)
    assert round(found.phi, 6) == 2.948033
    assert found.phi == pytest.approx(2.94803318, abs=5e-9)
    assert found.tau2 == pytest.approx(0.0194775306, abs=5e-11)


def test_phi_and_tau2_of_ratios():
    units = dispersion.of_ratios(OBSERVED, EXPECTED)
    assert np.round(units.z, 6).tolist() == [-0.784610, 3.328887, 1.142351, -1.605045, 1.908902, 0.335206]
    assert np.round(np.quantile(units.z, [0.1, 0.9]), 6).tolist() == [-1.194827, 2.618895]
    found = dispersion.spread(units)
    assert (found.phi, found.tau2) == pytest.approx((2.32717826, 0.00343978015), rel=2e-9)


def test_phi_and_tau2_of_shares():
    found = dispersion.spread(dispersion.of_shares(ON_TIME, ALL, base=ON_TIME.sum() / ALL.sum()))
    assert (found.phi, found.tau2) == pytest.approx((5.79098172, 0.0282963243), rel=4e-9)


def test_limits_are_squared_back():
    units = dispersion.of_ratios([100], [100])
    low, high = dispersion.additive_limits(units, Spread(2.32717826, 0.00343978015), level=0.95)
    assert (round(float(dispersion.as_ratio(low)[0]), 3), round(float(dispersion.as_ratio(high)[0]), 3)) == (
        0.721,
        1.325,
    )


def test_multiplicative_limits_never_become_narrower_than_chance():
    units = dispersion.of_shares([50], [100], base=0.5)
    usual = dispersion.multiplicative_limits(units, Spread(1.0, 0.0))
    assert dispersion.multiplicative_limits(units, Spread(0.4, 0.0)) == usual
    wide = dispersion.multiplicative_limits(units, Spread(4.0, 0.0))
    assert wide[1] - units.base == pytest.approx(2 * (usual[1] - units.base))


def test_limits_without_squaring_are_not_ours():
    """FunnelPlotR 0.6.0 draws .849–1.151 for E = 100 and the tau² above, against O/E."""
    units, spread = dispersion.of_ratios([100], [100]), Spread(2.32717826, 0.00343978015)
    bounds = [float(bound[0]) for bound in dispersion.additive_limits(units, spread, level=0.95)]
    assert [round(bound, 3) for bound in bounds] == [0.849, 1.151]
    assert [round(float(dispersion.as_ratio(bound)), 3) for bound in bounds] != [0.849, 1.151]


@pytest.mark.parametrize(("units", "mean", "spread", "high"), [(26, 0.697, 0.24, None), (166, 0.681, None, 0.83)])
def test_without_any_true_difference_phi_is_about_seven_tenths_and_tau2_nothing(units, mean, spread, high):
    """Drawing in the outer tenths takes a third of phi away: .69 expected, .697 ± .24 with 26 units, in 2000 runs."""
    rng = np.random.default_rng(7)
    cases = np.full(units, 200)
    found = [dispersion.spread(dispersion.of_shares(rng.binomial(cases, 0.5), cases, base=0.5)) for _ in range(2_000)]
    phi = [one.phi for one in found]
    assert np.mean(phi) == pytest.approx(mean, abs=0.02)
    assert np.mean(phi) == pytest.approx(0.69, abs=0.03)
    assert spread is None or np.std(phi) == pytest.approx(spread, abs=0.03)
    assert high is None or np.quantile(phi, 0.95) == pytest.approx(high, abs=0.02)
    assert np.median([one.tau2 for one in found]) == 0


def test_one_unit_alone_has_no_spread():
    assert dispersion.spread(dispersion.of_ratios([4], [4])) == Spread(0.0, 0.0)
