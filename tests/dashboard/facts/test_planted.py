"""What the demo province has planted is found by the pages' own questions: its slowest district, the wave of a project,
the epidemic, the growth, the two bodies that send matters back and forth, the step at which a body blocks."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from dashboard.facts import funnel, months, waiting
from dashboard.words import bodies
from data_loaders.demo import cases, movement, places
from data_loaders.snapshot import current
from queries.ask import Scope, ask, open_snapshot
from tests import shown

pytestmark = pytest.mark.slow
SEED = 1
LAST_YEAR = {"start": date(2025, 11, 23), "as_of": date(2026, 11, 22)}
PROJECT, PROJECT_BEGAN = "978", "2024-08"  # the industrial park of Liễu Khê


@pytest.fixture(scope="module")
def asked():
    snapshot = open_snapshot(current(shown.full()).path)
    return lambda name, **params: ask(name, snapshot, Scope.everything(), **params)


@pytest.fixture(scope="module")
def slowness() -> pd.Series:
    """By how much each district runs late more often, as planted: three slow, two quick, the others near 1."""
    province = places.invent(SEED)
    factor = cases.district_slowness(np.random.default_rng([SEED, 4]), province)
    return pd.Series(factor, index=province.district_code).sort_values()


def test_the_slowest_district_is_named_for_its_on_time_share_and_nobody_else(asked, slowness):
    said = funnel.on_time(asked("funnel_points", start=LAST_YEAR["start"], end=LAST_YEAR["as_of"]))
    assert said.loc[said["verdict"] != funnel.USUAL, ["unit_code", "verdict"]].to_numpy().tolist() == [
        [slowness.index[-1], funnel.LOW]
    ]
    assert (said["tau2"] > 0).all()  # districts differ: that is planted too


def test_without_its_lateness_the_slowest_district_is_not_named(asked, slowness):
    points = asked("funnel_points", start=LAST_YEAR["start"], end=LAST_YEAR["as_of"])
    its = points["unit_code"] == slowness.index[-1]
    others = points.loc[~its, ["on_time", "judged"]].sum()
    as_others = (points["judged"] * others["on_time"] / others["judged"]).round().astype(int)
    said = funnel.on_time(points.assign(on_time=points["on_time"].mask(its, as_others)))
    assert (said["verdict"] == funnel.USUAL).all()


def test_the_slowest_district_keeps_more_open_after_ninety_days(asked, slowness):
    by_district, everywhere = (
        waiting.with_band(asked("waiting_curve", division=division, **LAST_YEAR)).set_index(["group_code", "day"])
        for division in ("district", "all")
    )
    assert by_district.loc[(slowness.index[-1], 90), "low"] > everywhere.loc[("all", 90), "high"]
    middling = slowness.index[len(slowness) // 2]  # without its lateness a district is not found so
    assert by_district.loc[(middling, 90), "low"] <= everywhere.loc[("all", 90), "high"]
    shares = by_district.xs(90, level="day")["open_share"].reindex(slowness.index).astype(float)
    assert shares.corr(slowness, method="spearman") > 0.6


def test_the_wave_of_a_project_is_beyond_what_its_district_was_used_to(asked):
    rows = asked("unit_months", as_of=LAST_YEAR["as_of"], months=96)
    chart = months.counts(rows[rows["unit_code"] == PROJECT], "entered").set_index("month")
    assert (chart.loc[PROJECT_BEGAN:"2026-01", "rule"] == "beyond").all()
    assert (chart.loc[PROJECT_BEGAN:, "direction"] == 1).all()
    assert (chart.loc[:"2024-07", "direction"] <= 0).all()


def test_the_epidemic_and_the_growth_since_the_reform(asked):
    rows = asked("unit_months", as_of=LAST_YEAR["as_of"], months=96, division="all")
    chart = months.counts(rows, "entered").set_index("month")
    epidemic = chart.loc["2021-07":"2021-09"]
    assert epidemic[["rule", "direction"]].drop_duplicates().to_numpy().tolist() == [["beyond", -1]]
    assert (chart.loc["2026-03":"2026-10", "direction"] == 1).sum() >= 5


def test_months_like_those_before_show_no_wave_no_epidemic_and_no_growth(asked):
    """The months of each effect as the district, the province, had them before: nothing is found any more."""
    asked_of = {"as_of": LAST_YEAR["as_of"], "months": 96}
    rows = asked("unit_months", **asked_of)
    district = rows[rows["unit_code"] == PROJECT]
    everywhere = asked("unit_months", **asked_of, division="all")
    wave = as_before(district, PROJECT_BEGAN, "2026-10", years=3)
    assert (wave["direction"] == 1).mean() < 0.5
    epidemic = as_before(everywhere, "2021-07", "2021-09", years=1)
    assert not ((epidemic["rule"] == "beyond") & (epidemic["direction"] == -1)).any()
    assert (as_before(everywhere, "2026-03", "2026-10", years=2)["direction"] == 1).sum() < 5


def as_before(rows: pd.DataFrame, first: str, last: str, *, years: int) -> pd.DataFrame:
    """The chart of what entered from `first` to `last`, had it been what it was so many years earlier."""
    entered = rows.set_index(pd.PeriodIndex(rows["start_on"], freq="M"))["entered"]
    months_of = pd.period_range(first, last, freq="M")
    entered.loc[months_of] = entered.reindex(months_of - 12 * years).to_numpy()
    chart = months.counts(rows.assign(entered=entered.to_numpy()), "entered").set_index("month")
    return chart.loc[first:last]


def test_the_two_bodies_that_send_matters_back_and_forth(asked):
    pairs = asked("passed_between", start=LAST_YEAR["start"], end=LAST_YEAR["as_of"])
    first = pairs.sort_values(["circular", "transfers"], ascending=False).iloc[0]
    assert (first["to_agency_code"], first["agency_code"]) == movement.BACK_AND_FORTH
    others = pairs.drop(first.name)["circular"]
    assert first["circular"] > 10 * others.max()  # no other pair comes near
    second, *rest = others.sort_values(ascending=False)
    assert second <= 10 * max(rest)  # without it none is found so
    said = bodies.bouncing_headline(asked("moves_of_matters", start=LAST_YEAR["start"], end=LAST_YEAR["as_of"]), pairs)
    assert first["agency_name"] in said
    assert first["to_agency_name"] in said


def test_the_step_at_which_a_body_blocks(asked):
    """What it accepts stands there unverified, while other bodies' complaints go on at once."""
    of_complaints = asked("open_by_step", as_of=LAST_YEAR["as_of"], division="agency", kind="complaint")
    held = of_complaints.pivot_table(
        index="agency_code", columns="step", values="open_count", aggfunc="sum", fill_value=0
    )
    held_back = held[
        (held["accepted"] >= 10) & (held["accepted"] > 0.95 * held[["accepted", "verification"]].sum(axis=1))
    ]
    assert held_back.index.tolist() == [movement.BLOCKED]  # without it none is found so
    blocked, others = held.loc[movement.BLOCKED], held.drop(movement.BLOCKED).sum()
    assert blocked["accepted"] > 0.95 * (blocked["accepted"] + blocked["verification"])
    assert others["accepted"] < 0.05 * (others["accepted"] + others["verification"])
    steps = asked("open_by_step", as_of=LAST_YEAR["as_of"], division="agency")
    there = steps[steps["step"] == "accepted"].sort_values("open_count", ascending=False)
    assert there.iloc[0]["agency_code"] == movement.BLOCKED  # the first row of the page's table of that step
