"""Two hundred random provinces of 26 districts without any effect: no more alarms than chance was allowed.

The most that 99 of 100 runs give: 10 of 5200 named on the funnel (expected 4,7), 19 outside the exact limits alone
(expected 10,4), 242 newest months that signal (expected 208).
"""

import numpy as np
import pandas as pd
import pytest

from dashboard.facts import funnel, months
from data_loaders.statistics import xmr

PROVINCES, DISTRICTS = 200, 26


@pytest.fixture(scope="module")
def provinces():
    """Each as the question `funnel_points` answers it: 82 % on time everywhere, 40 to 400 matters that ended."""
    rng = np.random.default_rng(2026)
    found = []
    for _ in range(PROVINCES):
        judged = rng.integers(40, 400, DISTRICTS)
        expected = rng.gamma(2, 20, DISTRICTS) + 1
        found.append(
            pd.DataFrame(
                {
                    "level": "district",
                    "judged": judged,
                    "on_time": rng.binomial(judged, 0.82),
                    "matters": judged,
                    "open_count": rng.poisson(expected),
                    "expected_open": expected,
                }
            )
        )
    return found


@pytest.mark.parametrize("judge", [funnel.on_time, funnel.backlog])
def test_hardly_any_district_is_named(provinces, judge):
    judged = pd.concat([judge(points) for points in provinces])
    assert len(judged) == PROVINCES * DISTRICTS
    assert judged["verdict"].isin([funnel.LOW, funnel.HIGH]).sum() <= 10
    assert (judged["exact"] != 0).sum() <= 19


def test_no_more_newest_months_signal_than_chance_gives():
    rng = np.random.default_rng(2027)
    found = [xmr.newest(series) for series in rng.normal(size=(PROVINCES * DISTRICTS, 31))]
    alarms = [signal.rule for signal in found if signal]
    assert len(alarms) <= 242
    assert len(alarms) == pytest.approx(months.expected_by_chance(PROVINCES * DISTRICTS), abs=3 * np.sqrt(208))


def test_a_chart_with_one_old_signal_is_normal():
    """Some signal in 36 months: .29 of charts, which is why charts show and only newest months alarm."""
    rng = np.random.default_rng(2028)
    charts = rng.normal(size=(1_500, 36))
    share = np.mean([any(xmr.signals(series, xmr.limits(series))) for series in charts])
    assert share == pytest.approx(0.29, abs=0.04)


def test_a_district_at_62_of_a_hundred_against_82_is_found_about_every_second_time():
    """Power with a true spread of 3 points, 60 matters each: .45 named, .57 by the exact limit alone."""
    rng = np.random.default_rng(2029)
    named, outside = 0, 0
    for _ in range(400):
        judged = np.full(DISTRICTS, 60)
        share = np.clip(rng.normal(0.82, 0.03, DISTRICTS), 0, 1)
        share[0] = 0.62
        points = pd.DataFrame({"level": "district", "judged": judged, "on_time": rng.binomial(judged, share)})
        said = funnel.on_time(points).iloc[0]
        named, outside = named + (said["verdict"] == funnel.LOW), outside + (said["exact"] == -1)
    assert named / 400 == pytest.approx(0.45, abs=0.08)
    assert outside / 400 == pytest.approx(0.57, abs=0.08)


def test_a_stock_signals_far_more_often_than_chance_and_is_therefore_not_watched():
    """A steady backlog of which a third leaves each month: nothing changes, and yet many newest months signal."""
    rng = np.random.default_rng(2030)
    stock = rng.poisson(90, 1_000)
    series = []
    for _ in range(31):
        stock = stock - rng.binomial(stock, 1 / 3) + rng.poisson(30, 1_000)
        series.append(stock)
    found = [xmr.newest(values) for values in np.array(series).T]
    assert np.mean([signal is not None for signal in found]) > 3 * months.BY_CHANCE
