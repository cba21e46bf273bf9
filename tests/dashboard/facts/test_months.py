"""A unit's months: by month or by quarter, and which units signal."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.facts import months


def rows(unit="A", first="2024-01-01", **columns):
    length = len(next(iter(columns.values())))
    return pd.DataFrame({"unit_code": unit, "start_on": pd.date_range(first, periods=length, freq="MS")} | columns)


def test_a_count_never_has_a_limit_below_nothing():
    chart = months.counts(rows(entered=[0, 4, 1, 0, 5, 0, 2, 0, 4, 1, 0, 3]), "entered")
    assert (chart["low"] == 0).all() and (chart["high"] > 5).all()
    assert not chart["provisional"].any()


def test_a_change_of_law_begins_anew():
    counted = rows(entered=[10, 12] * 6 + [30, 32] * 6)
    chart = months.counts(counted, "entered", rebased_on=[date(2025, 1, 1)])
    assert chart.groupby("stretch")["mean"].first().tolist() == [11, 31]
    assert chart["rule"].isna().all()
    assert months.counts(counted, "entered")["rule"].eq("beyond").all()  # without, every month is out of the ordinary


def test_shares_of_many_are_by_month_and_of_few_by_quarter():
    many = months.on_time(rows(on_time=[20] * 24, judged=[25] * 24))
    assert many[1] == "month" and len(many[0]) == 24
    chart, span = months.on_time(rows(on_time=[4] * 25, judged=[5] * 25))
    assert span == "quarter"
    assert len(chart) == 8  # the twenty-fifth month is no quarter
    assert chart["value"].tolist() == pytest.approx([0.8] * 8)


def test_a_month_in_which_nothing_was_judged_is_missing():
    chart, _ = months.on_time(rows(on_time=[20] * 11 + [0], judged=[25] * 11 + [0]))
    assert np.isnan(chart["value"].iloc[-1])


def test_units_whose_newest_month_signals():
    calm = [10, 12] * 15
    both = pd.concat([rows("A", entered=[*calm, 11]), rows("B", entered=[*calm, 40])])
    assert months.newest(both, "entered").to_numpy().tolist() == [["B", 40, "beyond", 1]]
    assert months.newest(both[both["unit_code"] == "A"], "entered").empty


def test_how_many_signals_chance_alone_would_give():
    assert months.expected_by_chance(26) == pytest.approx(1.04)
