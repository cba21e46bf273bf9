"""Who is named on a funnel, and who is not."""

import numpy as np
import pandas as pd
import pytest

from dashboard.facts import funnel


def points(on_time, judged, **more):
    return pd.DataFrame({"on_time": on_time, "judged": judged, "level": "commune"} | more)


def test_one_far_below_its_peers_is_named_and_nobody_else():
    said = funnel.on_time(points([50] * 11 + [25], [60] * 12))
    assert said["verdict"].tolist() == [funnel.USUAL] * 11 + [funnel.LOW]
    assert said["base"].unique().tolist() == pytest.approx([575 / 720])
    assert (said["low"] < said["base"]).all() and (said["high"] > said["base"]).all()


def test_outside_chance_but_within_the_common_spread_is_not_named():
    shares = np.array([0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.62, 0.88])
    said = funnel.on_time(points((shares * 200).round(), [200] * 12))
    assert (said["exact"] != 0).sum() >= 4
    assert (said["verdict"] == funnel.USUAL).all()
    assert (said["tau2"] > 0).all() and (said["phi"] > 5).all()


def test_too_few_cases_and_too_few_peers_say_nothing():
    said = funnel.on_time(points([50] * 11 + [0, 0], [60] * 11 + [4, 0]))
    assert said["verdict"].tolist() == [funnel.USUAL] * 11 + [funnel.TOO_FEW] * 2
    assert said["share"].iloc[-2:].isna().all()
    nine = funnel.on_time(points([50] * 8 + [10], [60] * 9))
    assert (nine["verdict"] == funnel.TOO_FEW).all()
    assert funnel.on_time(points([], [])).empty


def test_units_are_only_beside_their_peers():
    low, high = points([30] * 12, [60] * 12, level="district"), points([55] * 12, [60] * 12)
    said = funnel.on_time(pd.concat([low, high], ignore_index=True))
    assert (said["verdict"] == funnel.USUAL).all()
    assert said["base"].round(3).unique().tolist() == [0.5, 0.917]


def test_peers_of_one_level_and_zone():
    zones = ["Đồng bằng"] * 12 + ["Miền núi"] * 12
    said = funnel.on_time(points([30] * 12 + [55] * 12, [60] * 24, zone=zones), peers=["level", "zone"])
    assert said["base"].round(3).unique().tolist() == [0.5, 0.917]
    assert len(said) == 24


def test_a_unit_that_holds_over_a_third_is_marked():
    said = funnel.on_time(points([50] * 11 + [500], [60] * 11 + [600]))
    assert said["dominant"].tolist() == [False] * 11 + [True]


def test_a_withheld_count_says_nothing():
    said = funnel.on_time(points(pd.array([50] * 11 + [None], "Int64"), pd.array([60] * 11 + [None], "Int64")))
    assert said["verdict"].tolist() == [funnel.USUAL] * 11 + [funnel.TOO_FEW]


def test_backlog_beyond_what_was_expected():
    stock = pd.DataFrame({"level": "x", "matters": 100, "open_count": [20] * 12 + [60], "expected_open": [10.0] * 13})
    said = funnel.backlog(stock)
    assert said["expected"].sum() == pytest.approx(said["open_count"].sum())
    assert said["verdict"].tolist() == [funnel.USUAL] * 12 + [funnel.HIGH]
    assert said["ratio"].iloc[-1] == pytest.approx(60 / (300 / 13))


def test_lines_frame_the_points_they_judge():
    lines = funnel.share_lines(0.82, 500)
    assert (lines["low_outer"] <= lines["low"]).all() and (lines["high"] <= lines["high_outer"]).all()
    assert lines["cases"].min() == 5 and lines["cases"].max() == 500
    ratios = funnel.ratio_lines(40)
    assert (ratios.loc[ratios["side"] == 1, "ratio"] > 1).all()
    assert (ratios.loc[ratios["side"] == -1, "ratio"] < 1).all()
    assert ratios["expected"].max() <= 40
