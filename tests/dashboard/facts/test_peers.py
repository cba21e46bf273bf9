"""Peers are a spread without names, and none at all where a quarter would be one of them."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.facts.peers import LEAST_AREAS, Spread, spread


def areas(shares: list[int], *, base: int = 100) -> pd.DataFrame:
    return pd.DataFrame({"area_code": [f"D{n}" for n in range(len(shares))], "overdue": shares, "with_limit": base})


def test_quartiles_worked_out_by_hand():
    rows = areas([10, 20, 30, 40, 50, 60, 70, 80, 90])
    assert spread(rows, part="overdue", base="with_limit") == Spread(0.3, 0.5, 0.7, 9)


@pytest.mark.parametrize(
    "rows",
    [
        areas([10] * (LEAST_AREAS - 1)),
        areas([3] * 20, base=9),
        areas([10] * 20).assign(area_code=None),
        areas([10] * 20).assign(overdue=None),
        areas([]),
    ],
)
def test_too_few_areas_or_cases_are_no_spread(rows):
    assert spread(rows, part="overdue", base="with_limit") is None
