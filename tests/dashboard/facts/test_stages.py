"""Times at a step count who stands there still; shares in one sentence sum to 100 %."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import leaving
from dashboard.facts.stages import by_step
from dashboard.facts.waiting import curve, half_day
from dashboard.words import waiting as words
from tests.data_loaders.statistics.printed import CURVES, waits


def spells(days: list[float], ended: list[bool], *, step: str = "accepted") -> pd.DataFrame:
    rows = pd.DataFrame({"step": step, "day": days, "has_ended": ended, "watched_from": 0})
    return rows.groupby(["step", "day", "watched_from", "has_ended"], sort=False).size().reset_index(name="matters")


@pytest.mark.parametrize("name", CURVES)
def test_the_day_half_went_on_is_that_of_the_published_curve(name):
    days, ended = waits(CURVES[name][0])
    expected = half_day(curve(days, ended))
    found = by_step(spells(list(days), list(map(bool, ended))))
    assert found["matters"].tolist() == [len(days)]
    assert (None if pd.isna(found["half_on_day"].iloc[0]) else found["half_on_day"].iloc[0]) == expected


def test_a_step_at_which_all_still_stand_has_no_half():
    there = spells([200.0] * 20, [False] * 20, step="verification")
    went = spells([5.0] * 10, [True] * 10, step="received")
    found = by_step(pd.concat([went, there], ignore_index=True)).set_index("step")["half_on_day"]
    assert found["received"] == 5
    assert pd.isna(found["verification"])


def test_of_fewer_than_may_be_told_the_half_is_not_said_to_be_missing():
    assert [words.half_passed(*pair) for pair in [(6, 9), (pd.NA, 9), (pd.NA, 4), (pd.NA, pd.NA)]] == [
        "6 ngày", words.NO_MEDIAN, words.FEW, words.FEW,
    ]  # fmt: skip


@given(st.lists(st.integers(0, 5_000), min_size=2, max_size=6).filter(any))
def test_whole_percents_sum_to_a_hundred_and_none_is_off_by_one(parts):
    shares = [part / sum(parts) for part in parts]
    percents = leaving.whole_percents(shares)
    assert sum(percents) == 100
    assert all(abs(percent - 100 * share) < 1 for percent, share in zip(percents, shares, strict=True))
