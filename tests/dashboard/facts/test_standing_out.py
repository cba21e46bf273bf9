"""A place is named for its own share alone, beyond chance; the headline, the list and the map name the same ones."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from dashboard.drawing import hotspots as pictured
from dashboard.facts import grouped, standing_out
from dashboard.facts.hotspots import MEASURES
from dashboard.words import hotspots as words

PROVINCES, PLACES = 200, 160
OVERDUE = MEASURES["overdue"]


def areas(count, cases, **more) -> pd.DataFrame:
    number = len(count)
    return pd.DataFrame(
        {
            "area_code": [f"A{place:03d}" for place in range(number)],
            "name": [f"Xã {place:03d}" for place in range(number)],
            "count": count,
            "value": np.asarray(count, float),
            "with_limit": cases,
            "open_count": cases,
            "overdue": count,
            "complex_listed": 0,
        }
        | more
    )


def named(found: pd.DataFrame) -> list[str]:
    return found.loc[found["evidence"].eq(standing_out.HIGH), "name"].tolist()


def test_only_who_stands_out_by_its_own_share_is_named():
    """One place at 18 of 23, the others at 3 of 23: P(X ≥ 18 | 23, 0,22) is about one in ten billion."""
    found = standing_out.judged(areas([3] * 11 + [18], [23] * 12), measure=OVERDUE)
    assert named(found) == ["Xã 011"]
    assert found["name"].iloc[0] == "Xã 011"
    assert found["p"].iloc[0] == pytest.approx(stats.binom.sf(17, 23, 51 / 276))
    assert set(found["evidence"].iloc[1:]) == {standing_out.USUAL}


def test_a_small_base_is_neither_named_nor_cleared_and_a_withheld_count_judges_nobody():
    found = standing_out.judged(areas([9, 2, 2, 2], [9, 40, 40, 40]), measure=OVERDUE).set_index("name")["evidence"]
    assert found["Xã 000"] == standing_out.TOO_FEW
    withheld = areas(pd.array([30, None, 2, 2], "Int64"), [40] * 4, value=[30.0, np.nan, 2, 2])
    assert set(standing_out.judged(withheld, measure=OVERDUE)["evidence"]) == {standing_out.TOO_FEW}


def test_cases_per_head_are_judged_by_the_people_and_what_has_no_base_by_nothing():
    people = areas([40, 5, 5, 5], [50] * 4, population=[10_000] * 4)
    assert named(standing_out.judged(people, measure=MEASURES["per_10000"])) == ["Xã 000"]
    assert standing_out.judged(people, measure=MEASURES["bounced"])["evidence"].isna().all()


def test_random_provinces_without_any_difference_name_no_more_than_chance_allows():
    """At most 5 in 100 provinces name anybody: 18 of 200 is what 99 of 100 runs stay below."""
    rng = np.random.default_rng(2026)
    naming = 0
    for _ in range(PROVINCES):
        cases = rng.integers(1, 60, PLACES)
        found = standing_out.judged(areas(rng.binomial(cases, 0.21), cases), measure=OVERDUE)
        naming += bool(named(found))
    assert naming <= 18


def test_headline_list_and_map_name_the_same_places():
    found = standing_out.judged(areas([3] * 20 + [18, 18, 17, 16], [23] * 24), measure=OVERDUE)
    text = words.headline(found, measure="overdue", place="tỉnh Mẫu", days="đến hết ngày 22/11/2026")
    proven = frozenset(found.loc[found["evidence"].eq(standing_out.HIGH), "area_code"])
    layer = pictured.layer(found, measure=OVERDUE, proven=proven)
    assert found["name"].head(4).tolist() == ["Xã 020", "Xã 021", "Xã 022", "Xã 023"]  # equal counts by name
    assert layer.named == {"A020", "A021", "A022", "A023"} == set(found["area_code"]) - layer.unproven
    assert "04 trên 24 địa bàn đủ số liệu" in text
    assert text.endswith("ngẫu nhiên: xã 020 (18 trên 23), xã 021 (18 trên 23), xã 022 (17 trên 23) và 01 nơi khác.")


def test_that_nobody_stands_out_is_a_headline():
    found = standing_out.judged(areas([5] * 12, [23] * 12), measure=OVERDUE)
    text = words.headline(found, measure="overdue", place="tỉnh Mẫu", days="đến hết ngày 22/11/2026")
    assert text.endswith(f"{words.NONE_OUT} (xét 12 trên 12 địa bàn đủ số liệu).")


def test_where_nothing_is_judged_equal_counts_are_said_to_be_equal():
    found = standing_out.judged(areas([6, 4, 6, 4, 4], [9] * 5), measure=MEASURES["bounced"])
    text = words.headline(found, measure="bounced", place="tỉnh Mẫu", days="đến hết ngày 22/11/2026")
    assert text.endswith("nhiều nhất: xã 000, xã 002 (cùng 06 lượt), xã 001 và 02 nơi khác (cùng 04 lượt).")


def test_high_areas_that_touch_are_one_group_around_the_highest():
    found = pd.DataFrame(
        {"area_code": list("abcdx"), "gi_z": [3.0, 5.0, 4.0, 3.5, 1.0], "verdict": ["high"] * 4 + ["none"]}
    )
    near = [("a", "b"), ("b", "c"), ("c", "x"), ("x", "d")]
    both = pd.DataFrame([*near, *[(other, code) for code, other in near]], columns=["code", "neighbour"])
    rows = grouped.groups(found, both)
    assert rows.to_numpy().tolist() == [["b", ["a", "b", "c"]], ["d", ["d"]]]
    text = words.clusters([("xã B", 3), ("xã D", 1)], measure="overdue", until="22/11/2026")
    assert "cụm 3 xã quanh xã B, xã D cùng các xã quanh" in text
