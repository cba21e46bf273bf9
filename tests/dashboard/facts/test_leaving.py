"""Ways of leaving from a list, against lifelines (SAS), statsmodels (Stata) and R."""

import numpy as np
import pytest
from statsmodels.duration.survfunc import SurvfuncRight

from dashboard.facts import leaving
from tests.data_loaders.statistics.printed import EIGHTEEN_WITH_TIES, SIX_AGAINST_SAS

WAYS = ("one", "two", "three")


def shares(data, at, codes=WAYS):
    days, ways = data
    names = [leaving.OPEN if way == 0 else codes[way - 1] for way in ways]
    return leaving.with_band(leaving.ways(days, names, codes=codes, at=at)).set_index(["manner", "day"])


def test_six_against_sas():
    found = shares(SIX_AGAINST_SAS, [1, 2, 3, 4, 5, 6], codes=("one", "two")).loc["two"]
    assert found["share"].tolist() == pytest.approx([0, 0, 0, 0.2, 0.4, 0.4])
    assert (found["error"] ** 2).tolist() == pytest.approx([0, 0, 0, 0.032, 0.048, 0.048])
    printed = [(0.00836904, 0.58185303), (0.05197575, 0.75281579), (0.05197575, 0.75281579)]
    assert found.loc[[4, 5, 6], ["low", "high"]].to_numpy() == pytest.approx(np.array(printed), abs=5e-9)


def test_eighteen_with_ties():
    found = shares(EIGHTEEN_WITH_TIES, [1, 2, 4, 6, 7])
    expected = {
        ("one", 1): (0.11111111, 0.07407407),
        ("one", 2): (0.17037037, 0.08976251),
        ("two", 4): (0.20740741, 0.10610391),
        ("three", 6): (0.17777778, 0.11196147),
        ("three", 7): (0.26666667, 0.12787781),
    }
    for at, printed in expected.items():
        assert found.loc[at, ["share", "error"]].tolist() == pytest.approx(printed, abs=5e-9), at


def test_the_error_is_not_that_of_aalen_1978():
    """cmprsk and the default of SAS print another, larger one."""
    printed = {("one", 1): 0.076221593, ("one", 2): 0.092588235, ("two", 4): 0.110760654}
    printed |= {("three", 6): 0.120499330, ("three", 7): 0.139175385}
    found = shares(EIGHTEEN_WITH_TIES, [1, 2, 4, 6, 7])["error"]
    assert all(found[at] < theirs - 1e-4 for at, theirs in printed.items())


def test_shares_sum_to_one_on_every_day():
    found = shares(EIGHTEEN_WITH_TIES, range(12))
    assert found["share"].groupby("day").sum().tolist() == pytest.approx([1.0] * 12)


def test_taking_the_other_ways_as_open_says_too_much():
    """One minus the curve of the third way alone: .4286 against .2667."""
    days, ways = EIGHTEEN_WITH_TIES
    alone = SurvfuncRight(np.array(days), (np.array(ways) == 3).astype(int))
    assert 1 - alone.surv_prob[-1] == pytest.approx(0.4286, abs=5e-5)
    assert shares(EIGHTEEN_WITH_TIES, [7]).loc[("three", 7), "share"] == pytest.approx(0.2667, abs=5e-5)


def test_a_way_that_nobody_took_is_there_with_nothing():
    found = shares(([3, 5, 9], [1, 1, 0]), [9])
    assert found["share"].to_dict() == pytest.approx(
        {("one", 9): 2 / 3, ("two", 9): 0, ("three", 9): 0, (leaving.OPEN, 9): 1 / 3}
    )


@pytest.mark.parametrize("data", [([], []), ([4, 7], [0, 0]), ([np.nan, 7], [1, 0])])
def test_nobody_has_left(data):
    found = shares(data, [30])
    assert found.loc[(leaving.OPEN, 30), "share"] == 1
