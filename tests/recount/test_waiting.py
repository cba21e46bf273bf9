"""Curves, funnel points and months of the demo province equal statsmodels and plain pandas to 1e-9."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from dashboard.facts import leaving, waiting
from queries.ask import Scope, ask
from tests.recount.matters import MANNERS

pytestmark = pytest.mark.xdist_group("recount")

AS_OF = pd.Timestamp("2026-11-22")
ALWAYS, LAST_YEAR = pd.Timestamp("2010-01-01"), pd.Timestamp("2025-11-23")
GROUPS = {"kind": "kind", "field": "field", "instance": "instance", "district": "district", "agency": "holder"}
EXACT = {"rel": 1e-9, "abs": 1e-9}


def watched(demo: SimpleNamespace, start: pd.Timestamp) -> pd.DataFrame:
    """Every matter open on some day from `start` on, merged ones left out: days, since, manner, holder."""
    rows = demo.matters.rows
    rows = rows[(rows["entered_on"] <= AS_OF) & ~(rows["closed_on"] < start) & ~rows["merged"]].copy()
    until = rows["closed_on"].fillna(AS_OF)
    begun = demo.matters._oldest(rows, AS_OF)
    rows["days"] = (until - begun).dt.days
    rows["since"] = (start - begun).dt.days.clip(lower=0)
    rows["manner"] = rows["closing"].replace(MANNERS).where(rows["closing"].notna(), "decided")
    rows["manner"] = rows["manner"].where(rows["closed_on"].notna(), leaving.OPEN)
    rows["holder"] = demo.matters.holders(rows, until)
    return rows


def asked(demo: SimpleNamespace, name: str, **params: object) -> pd.DataFrame:
    return ask(name, demo.snapshot, Scope.everything(), **params)


def of_group(answer: pd.DataFrame, group: object) -> pd.DataFrame:
    code = answer["group_code"]
    return answer[code.isna() if pd.isna(group) else code == str(group)]


@pytest.mark.parametrize("start", [ALWAYS, LAST_YEAR], ids=["always", "last_year"])
@pytest.mark.parametrize("division", GROUPS)
def test_curves_equal_statsmodels(demo: SimpleNamespace, division: str, start: pd.Timestamp) -> None:
    answer = asked(demo, "waiting_curve", division=division, start=start, as_of=AS_OF, steps=True, least=0)
    seen = 0
    for group, rows in watched(demo, start).groupby(GROUPS[division], dropna=False):
        curve = of_group(answer, group)
        ended = (rows["manner"] != leaving.OPEN).to_numpy(int)
        steps = curve[curve["ended_by"].diff().fillna(curve["ended_by"]) > 0]
        assert curve[["matters", "still_open"]].iloc[0].tolist() == [len(rows), len(rows) - ended.sum()]
        if not ended.any():
            assert steps.empty
            continue
        found = SurvfuncRight(rows["days"].to_numpy(), ended, entry=rows["since"].to_numpy() - 1)
        assert steps["day"].tolist() == found.surv_times.tolist()
        assert steps["at_risk"].tolist() == found.n_risk.tolist()
        alive = found.surv_prob > 1e-12
        assert steps["open_share"].to_numpy(float) == pytest.approx(np.where(alive, found.surv_prob, 0), **EXACT)
        assert steps["error"].to_numpy(float)[alive] == pytest.approx(found.surv_prob_se[alive], **EXACT)
        seen += 1
    assert seen > 1


@pytest.mark.parametrize("start", [ALWAYS, LAST_YEAR], ids=["always", "last_year"])
def test_a_list_gives_the_curve_of_the_question(demo: SimpleNamespace, start: pd.Timestamp) -> None:
    answer = asked(demo, "waiting_curve", division="kind", start=start, as_of=AS_OF, steps=True)
    for kind, rows in watched(demo, start).groupby("kind"):
        theirs = of_group(answer, kind)
        ours = waiting.curve(rows["days"], rows["manner"] != leaving.OPEN, watched_from=rows["since"])
        for column in ours:
            assert theirs[column].to_numpy(float) == pytest.approx(ours[column].to_numpy(float), nan_ok=True, **EXACT)
        assert theirs["half_on_day"].iloc[0] == waiting.half_day(ours)


@pytest.mark.parametrize("division", ["kind", "district"])
def test_ways_of_leaving_equal_statsmodels(demo: SimpleNamespace, division: str) -> None:
    answer = asked(demo, "ways_of_leaving", division=division, start=ALWAYS, as_of=AS_OF, least=0)
    for group, rows in watched(demo, ALWAYS).groupby(GROUPS[division], dropna=False):
        theirs = of_group(answer, group).set_index(["manner", "day"])
        ours = leaving.ways(rows["days"], rows["manner"].tolist()).set_index(["manner", "day"])
        shares = theirs["share"].astype(float)
        assert shares.reindex(ours.index).tolist() == pytest.approx(ours["share"].tolist(), **EXACT)
        assert shares.groupby("day").sum().tolist() == pytest.approx([1.0] * 6, **EXACT)
        status = rows["manner"].map({way: 1 + k for k, way in enumerate(leaving.WAYS)}).fillna(0).astype(int)
        found = CumIncidenceRight(rows["days"].to_numpy(), status.to_numpy())
        at = np.searchsorted(found.times, 60, side="right") - 1
        assert theirs.loc[("decided", 60), "error"] == pytest.approx(found.cinc_se[0][at], **EXACT)


def test_points_of_the_funnel(demo: SimpleNamespace) -> None:
    start = LAST_YEAR
    answer = asked(demo, "funnel_points", division="district", start=start, end=AS_OF).set_index("unit_code")
    rows = watched(demo, start)
    age = (AS_OF - rows["entered_on"]).dt.days
    rows["step"] = np.where(age < 360, age // 30, 11 + age // 360)
    rows["open"] = rows["manner"] == leaving.OPEN
    placed = rows[rows["district"].notna()].copy()
    placed["odds"] = placed.groupby(["kind", "step"])["open"].transform("mean")
    mine = placed.groupby("district").agg(
        matters=("open", "size"), open_count=("open", "sum"), expected=("odds", "sum")
    )
    assert answer["matters"].to_dict() == mine["matters"].to_dict()
    assert answer["open_count"].to_dict() == mine["open_count"].to_dict()
    assert answer["expected_open"].to_dict() == pytest.approx(mine["expected"].to_dict(), **EXACT)
    assert answer["expected_open"].sum() == pytest.approx(answer["open_count"].sum(), **EXACT)
    closed = demo.matters.closed(start, AS_OF)
    assert answer["judged"].to_dict() == closed[closed["judged"]].groupby("district").size().to_dict()
    assert answer["on_time"].to_dict() == closed[closed["on_time"]].groupby("district").size().to_dict()


@pytest.mark.parametrize("division", ["agency", "district"])
def test_expected_and_observed_sum_to_the_same_over_each_level(demo: SimpleNamespace, division: str) -> None:
    answer = asked(demo, "funnel_points", division=division, start=LAST_YEAR, end=AS_OF)
    sums = answer.groupby("level")[["open_count", "expected_open"]].sum().astype(float)
    assert sums["expected_open"].tolist() == pytest.approx(sums["open_count"].tolist(), **EXACT)


@pytest.mark.parametrize("month", ["2025-06", "2025-07", "2026-10"])
@pytest.mark.parametrize("division", ["district", "agency"])
def test_months(demo: SimpleNamespace, division: str, month: str) -> None:
    start = pd.Timestamp(f"{month}-01")
    end = start + pd.offsets.MonthEnd(0)
    answer = asked(demo, "unit_months", division=division, as_of=AS_OF)
    answer = answer[answer["start_on"] == start].set_index("unit_code")
    entered = demo.matters.entered(start, end)
    entered = entered.assign(holder=demo.matters.holders(entered, entered["entered_on"]))
    closed, opened = demo.matters.closed(start, end), demo.matters.open_at(end)
    unit = GROUPS[division]
    counts = {
        "entered": entered,
        "resolved": closed[~closed["merged"]],
        "on_time": closed[closed["on_time"]],
        "judged": closed[closed["judged"]],
        "open_count": opened,
        "overdue": opened[opened["overdue"]],
    }
    for column, rows in counts.items():
        mine = rows.groupby(unit).size()
        mine = mine[mine.index.isin(answer.index)]
        theirs = answer[column][answer[column] > 0]
        assert theirs.to_dict() == mine.to_dict(), column
        assert not theirs.empty
