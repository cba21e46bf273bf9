"""Areas got worse only beyond chance; a rate needs its base."""

import numpy as np
import pandas as pd

from dashboard.facts.areas import add_rates, worse


def areas(rows, columns=("area_code", "name", "overdue")):
    return pd.DataFrame(rows, columns=list(columns))


def test_only_a_rise_beyond_chance_is_worse():
    now = areas([("1", "Một", 30), ("2", "Hai", 24), ("3", "Ba", 8), (None, None, 99)])
    base = areas([("1", "Một", 10), ("2", "Hai", 15), ("3", "Ba", 8), (None, None, 1)])
    found = worse(now, base)  # P(X ≥ 30 | 40, ½) = 0,001; P(X ≥ 24 | 39, ½) = 0,10
    assert found[["name", "before", "after", "rise"]].values.tolist() == [["Một", 10, 30, 20]]


def test_provinces_in_which_nothing_changed_name_no_more_than_chance_allows():
    """At most 5 in 100 provinces name anybody: 18 of 200 is what 99 of 100 runs stay below."""
    rng = np.random.default_rng(2026)
    codes, naming = [f"A{place}" for place in range(26)], 0
    for _ in range(200):
        level = rng.gamma(2, 6, 26)
        days = [
            pd.DataFrame({"area_code": codes, "name": codes, "overdue": rng.poisson(level)}) for _ in ("now", "before")
        ]
        naming += not worse(*days).empty
    assert naming <= 18


def test_an_area_without_a_past_starts_from_zero():
    assert worse(areas([("1", "Một", 5)]), areas([])).loc[0, "before"] == 0


def test_a_withheld_count_is_neither_zero_nor_an_error():
    now = areas([("1", "Một", pd.NA), ("2", "Hai", 40), ("3", "Ba", 40)]).astype({"overdue": "Int64"})
    base = areas([("1", "Một", 9), ("2", "Hai", pd.NA), ("3", "Ba", 9)]).astype({"overdue": "Int64"})
    assert worse(now, base)["name"].tolist() == ["Ba"]


def test_rates_need_a_base():
    frame = pd.DataFrame(
        {
            "overdue": [5, 5],
            "with_limit": [20, 9],
            "open_count": [20, 9],
            "over_180": [2, 2],
            "entered": [30, 30],
            "population": pd.array([15_000, None], "Int64"),
        }
    )
    rates = add_rates(frame)
    assert rates["overdue_share"].tolist()[0] == 0.25
    assert rates["per_10000"].tolist()[0] == 20.0
    assert rates[["overdue_share", "per_10000"]].iloc[1].isna().all()
