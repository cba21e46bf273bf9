"""Counts by recorded unit on the shapes of their day: nothing is moved into a unit it was not recorded in."""

from __future__ import annotations

import pandas as pd

from dashboard.facts.recorded import on_map

ROWS = pd.DataFrame(
    {
        "area_code": ["O1", "O2", "C1", "C1"],
        "commune_code": ["C1", "C1", "C1", "C1"],
        "district_code": ["D1", "D2", "D1", "D1"],
        "still_there": [False, False, True, True],
        "overdue": [4, 2, 1, 3],
    }
)


def test_before_the_reform_a_district_holds_what_was_recorded_in_it():
    assert on_map(ROWS, column="overdue", division="district") == ({"D1": 8.0, "D2": 2.0}, 0)


def test_since_the_reform_a_commune_holds_only_its_own():
    assert on_map(ROWS, column="overdue", division="commune") == ({"C1": 4.0}, 6)
