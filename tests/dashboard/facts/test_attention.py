"""Chỉ số cần chú ý (domain rule 9.8), worked by hand."""

import pandas as pd
import pytest

from dashboard.facts import attention
from dashboard.metrics.thresholds import ATTENTION_WEIGHTS

COMPONENTS = list(ATTENTION_WEIGHTS)


def areas(**columns) -> pd.DataFrame:
    base = {"area_code": list("abcd"), "matters": [20, 20, 20, 20], "population": [9_000] * 4}
    return pd.DataFrame(base | {name: [0, 0, 0, 0] for name in COMPONENTS} | columns).set_index("area_code")


def test_the_weights_are_the_rules():
    assert list(ATTENTION_WEIGHTS.values()) == [0.25, 0.20, 0.20, 0.15, 0.10, 0.10]
    assert sum(ATTENTION_WEIGHTS.values()) == pytest.approx(1)


def test_ranks_by_hand():
    """Overdue 0, 2, 2, 7 of four areas: below and half of level: 0,5/4, 2/4, 2/4, 3,5/4; all else level: 2/4 each.

    a: 100·(0,25·0,125 + 0,75·0,5) = 40,625; b and c: 50; d: 100·(0,25·0,875 + 0,75·0,5) = 59,375.
    """
    found = attention.score(areas(overdue=[0, 2, 2, 7]))
    assert found["rank_overdue"].tolist() == pytest.approx([0.125, 0.5, 0.5, 0.875])
    assert found["score"].tolist() == pytest.approx([40.625, 50, 50, 59.375])
    assert set(found["band"]) == {"normal"}


def test_the_worst_in_everything_calls_for_attention():
    worst = {name: [0, 1, 2, 3] for name in COMPONENTS}
    found = attention.score(areas(**worst))
    assert found["score"].tolist() == pytest.approx([12.5, 37.5, 62.5, 87.5])
    assert found["band"].tolist() == ["normal", "normal", "watch", "attention"]


def test_a_component_nobody_has_shares_its_weight_among_the_others_and_is_marked():
    """Without the inflow rate (0,10): overdue weighs 0,25/0,9. d: 100·(0,25·0,875 + 0,65·0,5)/0,9 = 60,417."""
    found = attention.score(areas(overdue=[0, 2, 2, 7]).drop(columns="entered_smoothed"))
    assert found.loc["d", "score"] == pytest.approx(54.375 / 0.9)
    assert set(found["missing"]) == {("entered_smoothed",)}


def test_a_component_one_area_lacks_is_reweighted_there_alone():
    """c has no population, so no rate; the others rank 1, 2, 4: 0,5/3, 1,5/3, 2,5/3."""
    found = attention.score(areas(entered_smoothed=[1, 2, None, 4], population=[9_000, 9_000, None, 9_000]))
    assert found["rank_entered_smoothed"].tolist()[:2] == pytest.approx([1 / 6, 1 / 2])
    assert found["missing"].tolist() == [(), (), ("entered_smoothed",), ()]
    assert found.loc["c", "score"] == pytest.approx(50)
    assert found.loc["d", "score"] == pytest.approx(100 * (0.9 * 0.5 + 0.1 * 5 / 6))


def test_too_little_data_has_no_score_and_ranks_nobody():
    found = attention.score(
        areas(matters=[4, 5, 20, 20], population=[9_000, 3_000, 2_999, None], overdue=[99, 1, 99, 2])
    )
    assert found["band"].tolist() == ["too_little_data", "normal", "too_little_data", "normal"]
    assert found["score"].isna().tolist() == [True, False, True, False]
    assert found.loc["b", "rank_overdue"] == pytest.approx(0.25)
    assert found.loc["d", "rank_overdue"] == pytest.approx(0.75)


def test_weights_and_bounds_can_be_set():
    only = attention.score(areas(overdue=[0, 2, 2, 7]), weights={"overdue": 2.0, "escalated": 0.0}, attention=80)
    assert only["score"].tolist() == pytest.approx([12.5, 50, 50, 87.5])
    assert only["band"].tolist() == ["normal", "normal", "normal", "attention"]
    assert attention.score(areas(), weights={})["band"].eq("too_little_data").all()


def test_without_population_the_score_still_works():
    found = attention.score(areas(overdue=[0, 2, 2, 7]).drop(columns=["population", "entered_smoothed"]))
    assert found["score"].notna().all()


def test_no_areas():
    assert attention.score(areas().head(0)).empty
