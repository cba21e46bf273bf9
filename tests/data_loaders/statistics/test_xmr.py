"""XmR limits and rules against NHSRplotthedots: its vignette "deviations", its snapshot tests and its unit tests."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from data_loaders.statistics import xmr
from tests.data_loaders.statistics.printed import numbers

VIGNETTE = numbers("1 2 1 2 10 1 2 1 2 1 2 1 2 1 2 1 2 1")
NORMAL = numbers(  # R: set.seed(123); rnorm(20)
    "-.56047565 -.23017749 1.55870831 .07050839 .12928774 1.71506499 .46091621 -1.26506123 -.68685285 -.44566197"
    " 1.22408180 .35981383 .40077145 .11068272 -.55584113 1.78691314 .49785048 -1.96661716 .70135590 -.47279141"
)


def of(values, **options):
    found = xmr.limits(values, **options)
    return found.mean, found.low, found.high


def test_limits_of_the_vignette_with_and_without_screening():
    assert np.round(of(VIGNETTE), 2).tolist() == [1.94, -0.72, 4.6]
    assert np.round(of(VIGNETTE, screened=False), 2).tolist() == [1.94, -3.06, 6.95]


def test_limits_of_its_snapshots():
    assert of(NORMAL) == pytest.approx((0.1416238, -3.01138, 3.294627), abs=1e-6)
    spiked = [*NORMAL[:14], 10, *NORMAL[15:]]
    assert of(spiked) == pytest.approx((0.6694159, -2.383666, 3.722497), abs=1e-6)
    assert of(spiked, screened=False) == pytest.approx((0.6694159, -4.596625, 5.935457), abs=1e-6)


def test_seven_on_one_side():
    assert xmr.sides([1] * 8 + [-1]).tolist() == [0] * 6 + [1, 1, 0]
    assert xmr.sides([1] * 6 + [0] + [1] * 6).tolist() == [0] * 13  # a point on the mean breaks it


def test_seven_rising_or_falling():
    assert xmr.trends([1, 2, 3, 3, 4, 5, 6]).tolist() == [0] * 7  # an equal pair breaks it
    assert xmr.trends([1, 2, 3, 4, 5, 6]).tolist() == [0] * 6  # seven points, six steps
    assert xmr.trends([7, 6, 5, 4, 3, 2, 1, 0]).tolist() == [0] * 6 + [-1, -1]
    assert xmr.trends([1, 2, 3, np.nan, 5, 6, 7, 8]).tolist() == [0] * 8


def test_two_of_three_near_a_limit():
    assert xmr.two_of_three([0, 0, 1, 0, 1, 0, 0], [1] * 7).tolist() == [0, 0, 1, 0, 1, 0, 0]
    assert not xmr.two_of_three([1, 0, 0, 1], [1] * 4).any()
    assert not xmr.two_of_three([1, 0, -1], [1, 1, -1]).any()
    assert not xmr.two_of_three([1, 0, 1], [1, -1, 1]).any()  # all three on that side of the mean


def test_the_first_rule_met_names_the_point():
    usual = xmr.Limits(0, -2.66, 2.66, 1.0, 24)
    found = xmr.signals([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 3.0, 2.0], usual)
    assert found[6] == ("beyond", 1)  # also the seventh of a trend and of a side
    assert found[7] == ("side", 1)  # near once only: a point beyond the limit is not near it
    assert xmr.signals([-2.0, -0.1, -2.5], usual) == [("two_of_three", -1), None, ("two_of_three", -1)]


def test_every_month_alike_says_nothing():
    usual = xmr.limits([7] * 12)
    assert usual.unchanging
    assert usual.low == usual.high == 7
    assert xmr.signals([7] * 11 + [9], usual) == [None] * 12


@pytest.mark.parametrize(
    ("points", "has", "provisional"), [(5, False, None), (6, True, True), (11, True, True), (12, True, False)]
)
def test_few_months_have_no_limits_or_provisional_ones(points, has, provisional):
    usual = xmr.limits(NORMAL[:points])
    assert (usual is not None) is has
    assert not has or usual.provisional is provisional


def test_a_count_does_not_fall_below_nothing():
    assert xmr.limits([0, 3, 0, 2, 0, 4], least_value=0).low == 0


def test_one_step_in_a_flat_series_is_not_screened_away():
    assert xmr.limits([10] * 3 + [11] * 3).mean_range == pytest.approx(0.2)


def months(values, first="2024-01-01"):
    return pd.Series(values, index=pd.date_range(first, periods=len(values), freq="MS"), dtype=float)


def test_no_range_and_no_rule_reaches_across_a_rebase():
    series = months([10.0, 11.0] * 3 + [30.0, 31.0] * 3)
    chart = xmr.chart(series, rebased_on=[date(2024, 7, 1)])
    assert chart["stretch"].tolist() == [0] * 6 + [1] * 6
    assert chart["mean"].round(6).tolist() == [10.5] * 6 + [30.5] * 6
    # every range is 1: the jump of 19 is in none
    assert (chart["high"] - chart["mean"]).round(6).unique().tolist() == [2.66]
    assert chart["rule"].isna().all()
    assert chart["provisional"].all()
    unbroken = xmr.chart(series)
    assert unbroken["mean"].nunique() == 1


def test_a_missing_month_is_shown_and_breaks_the_run():
    series = months([1, 5, 1, 5, 1, 5, 4, 4, 4, 4, 4, 4, 4])
    whole, broken = xmr.chart(series), xmr.chart(series.drop(series.index[9]))
    assert len(broken) == len(whole) and np.isnan(broken.loc[9, "value"])
    assert whole["rule"].iloc[-1] == "side"
    assert broken["rule"].isna().all()


def test_nothing_recorded_yet_is_a_chart_without_rows():
    none = pd.Series([], index=pd.DatetimeIndex([]), dtype=float)
    chart = xmr.chart(none, every="quarter", rebased_on=[date(2025, 7, 1)], least_value=0)
    assert chart.empty and list(chart.columns) == list(xmr.chart(pd.Series([1.0], index=[pd.Timestamp("2026-01-01")])))


def test_the_newest_month_is_judged_by_the_24_before_the_last_seven():
    calm = [10, 12] * 12
    assert xmr.newest([*calm, 11, 10, 12, 11, 10, 12, 11]) is None
    assert xmr.newest([*calm, 11, 10, 12, 11, 10, 12, 30]) == ("beyond", 1)
    assert xmr.newest([*calm, *[12] * 7]) == ("side", 1)
    assert xmr.newest([*calm[:10], 11, 10, 12, 11, 10, 12, 30]) is None  # ten months make no sure limit
