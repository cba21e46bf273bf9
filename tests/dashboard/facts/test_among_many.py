"""Random provinces in which nothing changed: lists of who moved name nobody, but for 5 in 100 provinces.

Communes, former districts, bodies (comparison, map, series of areas) and heads with a duty (the years of the ledger).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dashboard.facts import among_many, contributions, moves
from dashboard.facts.areas import worse
from dashboard.facts.hotspots import MEASURES
from dashboard.views.reception import years

PROVINCES, MOST = 200, 18
"""Of 200 provinces 99 of 100 runs name somebody in at most 18, where each does so once in 20."""
UNITS = {"districts": 24, "communes": 160, "bodies": 337}


def pairs(units: int):
    """Counts of the same law on two days, another law in each place."""
    dice = np.random.default_rng([2032, units])
    usual = dice.gamma(1.5, 12.0, units)
    for _ in range(PROVINCES):
        yield tuple(pd.Series(dice.poisson(usual), index=[f"A{n:03d}" for n in range(units)]) for _ in range(2))


def area(counts: pd.Series) -> pd.DataFrame:
    """As the map and its series have it: the count, and of 100 matters each."""
    columns = {"value": counts.astype(float), "overdue": counts, "with_limit": 100, "open_count": 100, "over_180": 0}
    return pd.DataFrame(columns)


@pytest.mark.parametrize("units", UNITS.values(), ids=UNITS)
def test_parts_that_did_not_change_are_no_cause(units):
    naming = sum(bool(contributions.steps(now, base)["beyond"].any()) for now, base in pairs(units))
    assert naming <= MOST


@pytest.mark.parametrize("units", UNITS.values(), ids=UNITS)
def test_a_series_of_areas_names_none_that_did_not_change(units):
    measure = MEASURES["overdue"]
    naming = sum(len(moves.beyond_chance(area(now), area(base), measure=measure)) > 0 for now, base in pairs(units))
    assert naming <= MOST


@pytest.mark.parametrize("units", UNITS.values(), ids=UNITS)
def test_no_area_that_did_not_change_is_told_to_have_got_worse(units):
    frames = ([counts.rename("overdue").rename_axis("area_code").reset_index().assign(name="Xã") for counts in pair]
              for pair in pairs(units))  # fmt: skip
    assert sum(len(worse(now, base)) > 0 for now, base in frames) <= MOST


def test_a_share_that_did_not_change_moves_no_area():
    dice, naming, measure = np.random.default_rng(2033), 0, MEASURES["overdue_share"]
    for _ in range(PROVINCES):
        cases = dice.integers(30, 120, 160)
        pair = []
        for _ in range(2):
            counts = dice.binomial(cases, 0.25)
            pair.append(pd.DataFrame({"value": counts / cases, "overdue": counts, "with_limit": cases}))
        naming += len(moves.beyond_chance(*pair, measure=measure)) > 0
    assert naming <= 1.5 * MOST  # the normal law is a little wide of shares of few


def test_no_head_that_kept_as_many_days_is_told_to_have_improved_or_fallen_back():
    """328 heads, each with a share of its own in both halves of three years."""
    dice, naming = np.random.default_rng(2034), 0
    for _ in range(PROVINCES):
        asked, share = dice.integers(18, 37, 328), dice.beta(6, 3, 328)
        first, last = dice.binomial(asked, share), dice.binomial(asked, share)
        rows = pd.DataFrame(
            {
                "first_required": asked, "last_required": asked, "first_credited": first, "last_credited": last,
                "months_short": 1, "months": 36, "ended_on": pd.NaT,
            }
        )  # fmt: skip
        naming += bool(years.moved(rows)["move"].ne("steady").any())
    assert naming <= 1.5 * MOST


def test_what_did_change_is_named():
    now, base = next(pairs(160))
    grown = contributions.steps(now.mask(now.index == "A007", 90), base.mask(base.index == "A007", 40))
    assert grown.loc[grown["beyond"], "code"].tolist() == ["A007"]


def test_a_withheld_count_judges_nobody():
    p = among_many.chance_of_counts(pd.Series([90, np.nan, 5]), pd.Series([30, 4, 5]))
    assert among_many.stand(p).tolist() == [True, False, False]
    assert among_many.chance_of_shares(pd.Series([0.1]), pd.Series([0.0])).isna().all()
