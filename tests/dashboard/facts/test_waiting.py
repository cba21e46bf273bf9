"""Curves of waiting from a list, against printed ones; each trap of the library is a test."""

import numpy as np
import pandas as pd
import pytest
from statsmodels.duration.survfunc import SurvfuncRight

from dashboard.facts import waiting
from dashboard.words import waiting as words
from tests.data_loaders.statistics.printed import AML_MAINTAINED, AT_ONE_HALF, CURVES, digits, waits


@pytest.mark.parametrize("name", CURVES)
def test_curves_as_printed(name):
    text, days, printed, half = CURVES[name]
    curve = waiting.with_band(waiting.curve(*waits(text), least=1)).set_index("day")
    for column, values in printed.items():
        assert curve.loc[days, column].tolist() == pytest.approx(values, abs=digits(values)), column
    assert waiting.half_day(curve.reset_index()) == half


def test_the_band_at_one_half():
    """PSI CAMIS prints (.184, .753)."""
    curve = waiting.with_band(waiting.curve(*waits(AT_ONE_HALF), least=1)).set_index("day")
    assert curve.loc[87, ["low", "high"]].astype(float).round(4).tolist() == [0.1836, 0.7532]


def test_where_r_takes_the_middle_of_the_flat_step_the_first_day_is_said():
    """PSI CAMIS, "R vs SAS survival": the median is 102.5 in R, none in SAS; S(120) is .5 in R, none in SAS."""
    days, ended = waits(AT_ONE_HALF)
    curve = waiting.curve(days, ended, least=1)
    flat_from, last_seen = waiting.half_day(curve), days.max()
    assert (flat_from + last_seen) / 2 == 102.5
    assert flat_from == 87
    assert np.isnan(SurvfuncRight(days, ended.astype(float)).quantile(0.5))
    assert curve.loc[curve["day"] > last_seen, "open_share"].isna().all()


def test_the_half_way_day_is_the_first_and_no_mean_of_two():
    """All closed at 1, 2, 3, 4: statsmodels says 3, R 2.5; half are through on day 2."""
    assert waiting.half_day(waiting.curve([1, 2, 3, 4], [True] * 4, least=1)) == 2
    assert SurvfuncRight(np.array([1, 2, 3, 4]), np.ones(4)).quantile(0.5) == 3


def test_half_not_reached_is_none():
    curve = waiting.curve([10, 400, 400, 400, 400, 400], [True] + [False] * 5)
    assert waiting.half_day(curve) is None
    assert curve.set_index("day").loc[365, "open_share"] == pytest.approx(5 / 6)


def test_a_missing_or_negative_wait_is_left_out_and_counted():
    """The library takes a missing time for one more event at the end and drives the curve to 0."""
    days, ended = [5, 10, np.nan, -3, 400, 400, 400, 400, 400], [True] * 4 + [False] * 5
    assert waiting.usable(days).tolist() == [True, True, False, False, True, True, True, True, True]
    assert (~waiting.usable(days)).sum() == 2
    assert waiting.curve(days, ended)["open_share"].iloc[-1] == pytest.approx(5 / 7)
    assert SurvfuncRight(np.array(days[:3]), np.ones(3)).surv_prob[-1] == 0


def test_nobody_has_left_yet():
    curve = waiting.with_band(waiting.curve([40] * 6, [False] * 6))
    assert curve["day"].tolist() == list(waiting.FIXED_DAYS)
    assert curve[["open_share", "error", "low", "high"]].iloc[0].tolist() == [1, 0, 1, 1]
    assert curve.loc[curve["day"] > 40, "open_share"].isna().all()  # beyond the longest wait it is unknown, not flat


def test_of_nothing_nothing_is_known():
    curve = waiting.curve([], [])
    assert curve["open_share"].isna().all() and (curve["at_risk"] == 0).all()
    assert waiting.half_day(curve) is None


def test_where_all_have_left_there_is_no_error_and_no_band():
    curve = waiting.with_band(waiting.curve([3], [True], least=1)).set_index("day")
    assert curve.loc[3, "open_share"] == 0
    assert curve.loc[3, ["error", "low", "high"]].isna().all()


def test_nothing_is_said_beyond_the_last_day_with_five_at_risk():
    days, ended = waits(AML_MAINTAINED)
    curve = waiting.curve(days, ended).set_index("day")
    assert curve.loc[31, "at_risk"] == 5 and curve.loc[31, "open_share"] == pytest.approx(0.491, abs=5e-4)
    assert curve.loc[34:, "open_share"].isna().all()


def test_what_came_in_before_the_data_began_enters_late():
    """Checked by hand: day 2: one of 2 leaves; day 5: one of 3, the late one among them."""
    curve = waiting.curve([2, 5, 9], [True, True, False], watched_from=[0, 3, 0], least=1).set_index("day")
    assert curve.loc[[2, 5], "at_risk"].tolist() == [2, 2]
    assert curve.loc[[2, 5], "open_share"].tolist() == pytest.approx([1 / 2, 1 / 4])


def test_a_wait_may_be_no_day_long():
    curve = waiting.curve([0, 3, 9], [True, True, False], watched_from=[0, 0, 0], least=1).set_index("day")
    assert curve.loc[[0, 3], "open_share"].tolist() == pytest.approx([2 / 3, 1 / 3])


def test_an_event_comes_before_a_last_sight_of_the_same_day():
    """Day 13 of the maintained group: 10 at risk, 8 on the next day of an event."""
    curve = waiting.curve(*waits(AML_MAINTAINED), least=1).set_index("day")
    assert curve.loc[[13, 18], "at_risk"].tolist() == [10, 8]


def test_weights_would_give_another_error():
    """Counts by day instead of rows: the same curve, another error; that is why rows are given."""
    rows = SurvfuncRight(np.repeat([3, 5, 8], [4, 3, 3]), np.repeat([1, 1, 0], [4, 3, 3]))
    counts = SurvfuncRight(np.array([3, 5, 8]), np.array([1, 1, 0]), freq_weights=np.array([4, 3, 3]))
    assert rows.surv_prob == pytest.approx(counts.surv_prob)
    assert rows.surv_prob_se[0] != pytest.approx(counts.surv_prob_se[0], rel=0.1)


def test_the_band_of_an_answer_keeps_its_rows():
    answer = pd.DataFrame({"day": [30, 60], "open_share": [0.4, None], "error": [0.05, None]})
    band = waiting.with_band(answer)
    assert band["low"].iloc[0] < 0.4 < band["high"].iloc[0]
    assert band.loc[1, ["low", "high"]].isna().all()


def test_a_curve_that_is_known_only_before_day_90_says_so_and_one_of_nothing_says_that():
    short = pd.DataFrame({"day": [30, 90], "open_share": [1.0, None]})
    assert words.open_headline(short) == words.TOO_FEW
    assert words.open_headline(short.head(0)) == words.NOTHING
