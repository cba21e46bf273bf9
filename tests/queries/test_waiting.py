"""The curves in SQL: equal to the printed ones on both engines; and rows worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import psycopg
import pytest
import sqlalchemy as sa

from dashboard.facts import waiting
from queries.ask import Scope, ask
from tests import tiny_province
from tests.case_databases import in_memory
from tests.data_loaders.statistics.printed import CURVES, EIGHTEEN_WITH_TIES, SIX_AGAINST_SAS, digits, waits
from tests.queries.two_engines import InMemory, Twin

AS_OF = date(2026, 11, 22)
BEGIN = date(2018, 1, 1)
FIELDS = dict(zip(CURVES, ("land", "policy", "civil_service", "admin_other", "corruption"), strict=True))
SIX, EIGHTEEN = "judicial", "party"
CLOSINGS = ("decision", "withdrawn", "discontinued", "to_investigation")
Asked = Callable[..., pd.DataFrame]


def dossier(number: int, field: str, days: float, closing: str | None, **more: Any) -> dict[str, Any]:
    """A complaint that waited so many days: it left on the last of them, or is still open on the day of the data."""
    begun = AS_OF - timedelta(days=int(days)) if closing is None else date(2024, 1, 8)
    closed = None if closing is None else begun + timedelta(days=int(days))
    return {
        "dossier_id": f"V{number}",
        "kind": "complaint",
        "field_code": field,
        "agency_code": "P",
        "received_on": begun,
        "accepted_on": begun,
        "instance": 1,
        "complexity": "normal",
        "remote_area": False,
        "closed_on": closed,
        "closing": closing,
    } | more


def published() -> list[dict[str, Any]]:
    """Every published data set as dossiers of a field of its own."""
    rows: list[tuple[str, float, str | None]] = []
    for name, (text, *_) in CURVES.items():
        rows += [(FIELDS[name], day, "decision" if ended else None) for day, ended in zip(*waits(text), strict=True)]
    for field, (days, ways) in ((SIX, SIX_AGAINST_SAS), (EIGHTEEN, EIGHTEEN_WITH_TIES)):
        rows += [(field, day, CLOSINGS[way - 1] if way else None) for day, way in zip(days, ways, strict=True)]
    return [dossier(number, *row) for number, row in enumerate(rows)]


def snapshot_of(dossiers: list[dict[str, Any]], **tables: list[dict[str, Any]]) -> InMemory:
    fixed = {name: tiny_province.rows(name) for name in ("units", "unit_changes", "unit_groups", "agencies", "posts")}
    return InMemory(in_memory(AS_OF, fixed | tables | {"dossiers": dossiers}))


@pytest.fixture(scope="module", params=["duckdb", "postgres"])
def asked(request: pytest.FixtureRequest, postgres_url: str) -> Any:
    """ask(name, **params) on the published data sets."""
    duck = snapshot_of(published())
    if request.param == "duckdb":
        yield lambda name, **params: ask(name, duck, Scope.everything(), start=BEGIN, as_of=AS_OF, **params)
        return
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute("create database published_curves")
    url = sa.make_url(postgres_url).set(drivername="postgresql+psycopg", database="published_curves")
    twin = Twin(url.render_as_string(hide_password=False))
    twin.take(duck)
    yield lambda name, **params: ask(name, twin.snapshot, Scope.everything(), start=BEGIN, as_of=AS_OF, **params)
    twin.close()


@pytest.mark.parametrize("name", CURVES)
def test_curves_as_printed(asked: Asked, name: str) -> None:
    _, days, printed, half = CURVES[name]
    answer = asked("waiting_curve", division="field", steps=True, least=1)
    curve = waiting.with_band(answer[answer["group_code"] == FIELDS[name]]).set_index("day")
    for column, values in printed.items():
        assert curve.loc[days, column].tolist() == pytest.approx(values, abs=digits(values)), column
    assert curve["half_on_day"].unique().tolist() == [half]


def test_ways_of_leaving_as_printed(asked: Asked) -> None:
    """lifelines after SAS, statsmodels after Stata: what they had reached by the last day, and each way's error."""
    answer = asked("ways_of_leaving", division="field", least=0).set_index(["group_code", "day", "manner"])
    six = answer.loc[(SIX, 30)]
    assert six.loc["withdrawn", "share"] == pytest.approx(0.4)
    assert six.loc["withdrawn", "error"] ** 2 == pytest.approx(0.048)
    many = answer.loc[(EIGHTEEN, 30)]
    printed = {"decided": 0.17037037, "withdrawn": 0.20740741, "discontinued": 0.26666667, "to_investigation": 0}
    assert many.loc[list(printed), "share"].tolist() == pytest.approx(list(printed.values()), abs=5e-9)
    assert many.loc["discontinued", "error"] == pytest.approx(0.12787781, abs=5e-9)
    assert many["share"].sum() == pytest.approx(1)


# The hand-made province: complaints that entered on 01/01/2026 (325 days before the day of the data) or another day.
def complaint(
    number: int, begun: str, closed: str | None = None, closing: str | None = None, **more: Any
) -> dict[str, Any]:
    row = dossier(number, "land", 0, closing, **more)
    begun_on = date.fromisoformat(begun)
    return row | {
        "received_on": begun_on,
        "accepted_on": begun_on,
        "closed_on": date.fromisoformat(closed) if closed else None,
    }


HAND = [
    complaint(0, "2026-01-01", "2026-01-21", "decision"),  # after 20 days
    complaint(1, "2026-01-01", "2026-02-10", "withdrawn"),  # after 40 days
    complaint(2, "2026-01-01", agency_code="X1"),  # passed on by P on 2026-03-01
    complaint(3, "2026-10-03"),  # 50 days old
    complaint(4, "2025-11-22", "2026-02-01", "discontinued"),  # 71 days; from 2026-01-01 on watched since day 40
    complaint(5, "2026-01-01", "2026-01-11", "merged", merged_into="V2"),  # went on in V2
    complaint(6, "2025-01-01", "2025-03-01", "decision"),  # over before the window
    complaint(7, "2026-01-01", "2026-01-11", None, duplicate_of="V2"),  # does not count
]


@pytest.fixture(scope="module")
def hand() -> Asked:
    snapshot = snapshot_of(
        HAND,
        transfers=[
            {
                "dossier_id": "V2",
                "from_agency_code": "P",
                "to_agency_code": "X1",
                "moved_on": date(2026, 3, 1),
                "kind": "transfer",
            }
        ],
    )

    def asked(name: str, **params: Any) -> pd.DataFrame:
        given = {"start": "2026-01-01", "as_of": AS_OF} | params
        return ask(name, snapshot, Scope.everything(), **{key: each for key, each in given.items() if each is not None})

    return asked


def test_rows_by_hand(hand: Asked) -> None:
    """At risk on day 20: V0 V1 V2 V3; on day 40: V1 V2 V3 and V4, first watched that day; on day 71: V2 V4."""
    curve = hand("waiting_curve", steps=True, least=1)
    rows = [
        [20, 4, 1, 3 / 4],
        [30, 3, 1, 3 / 4],
        [40, 4, 2, 9 / 16],
        [45, 3, 2, 9 / 16],
        [60, 2, 2, 9 / 16],
        [71, 2, 3, 9 / 32],
        [90, 1, 3, 9 / 32],
        [180, 1, 3, 9 / 32],
    ]
    found = curve[["day", "at_risk", "ended_by", "open_share"]].head(8).to_numpy(float)
    assert found == pytest.approx(np.array(rows))
    assert curve["day"].iloc[8] == 365 and len(curve) == 9
    assert pd.isna(curve["open_share"].iloc[-1])  # nobody has been watched that long
    assert curve["half_on_day"].unique().tolist() == [71]
    assert curve[["matters", "still_open"]].drop_duplicates().to_numpy().tolist() == [[5, 2]]


def test_nothing_is_said_from_the_day_on_which_fewer_than_five_were_at_risk(hand: Asked) -> None:
    curve = hand("waiting_curve")
    assert curve["day"].tolist() == list(waiting.FIXED_DAYS)
    assert curve["open_share"].isna().all() and curve["half_on_day"].isna().all()
    shares = hand("ways_of_leaving")
    assert shares["share"].isna().all()


def test_being_passed_on_is_no_leaving_and_the_last_holder_answers(hand: Asked) -> None:
    curve = hand("waiting_curve", division="agency", least=1).set_index(["group_code", "day"])
    assert curve.loc[("X1", 180), ["matters", "still_open", "at_risk"]].tolist() == [1, 1, 1]
    assert curve.loc[("X1", 180), "group_name"] == "UBND xã Nhất"
    assert curve.loc[("P", 30), "matters"] == 4


def test_a_past_day_knows_nothing_of_what_came_after(hand: Asked) -> None:
    """On 15/01/2026 nobody had left in the window, V4 was 54 days old, and V5, merged on the 11th, was gone already."""
    curve = hand("waiting_curve", as_of="2026-01-15", least=1, steps=True)
    assert curve["ended_by"].max() == 0
    assert curve["matters"].unique().tolist() == [4]
    before = hand("waiting_curve", as_of="2026-01-10", least=1)
    assert before["matters"].unique().tolist() == [5]  # V5 still went by itself


def test_of_one_area_kinds_are_groups_and_denunciations_only_where_they_may_be_told_apart() -> None:
    rows = [
        complaint(number, "2026-10-01", kind=kind, place_unit_code="C1")
        for number, kind in enumerate(("complaint", "denunciation", "petition"))
    ]
    snapshot = snapshot_of(rows)
    given = {"start": "2026-01-01", "as_of": AS_OF}
    whole = ask("waiting_curve", snapshot, Scope.everything(), **given)
    assert set(whole["group_code"]) == {"complaint", "denunciation", "petition"}
    one = ask("waiting_curve", snapshot, Scope.everything(), **given, area="C1", apart=False)
    assert one.groupby("group_code")["matters"].first().to_dict() == {"complaint": 1, "petition": 1}


def test_ways_by_hand(hand: Asked) -> None:
    """Day 20: 1/4 decided; day 40: 3/4 · 1/4 withdrawn; day 71: 9/16 · 1/2 discontinued; the rest is open."""
    shares = hand("ways_of_leaving", least=1).set_index(["day", "manner"])["share"]
    assert shares.loc[90].to_dict() == pytest.approx(
        {"decided": 1 / 4, "withdrawn": 3 / 16, "discontinued": 9 / 32, "to_investigation": 0, "open": 9 / 32}
    )


def test_months_of_a_unit_by_hand(hand: Asked) -> None:
    """Thirty days: V0 by 02/02/2026 (31/01 is a Saturday), as V1 and V2; V4 by 22/12/2025; V3 by 02/11/2026."""
    answer = hand("unit_months", start=None, division="all", months=11)
    columns = ["entered", "resolved", "on_time", "judged", "open_count", "overdue"]
    table = answer.set_index(answer["start_on"].dt.strftime("%Y-%m"))[columns]
    assert table.T.to_dict("list") == {
        "2025-12": [0, 0, 0, 0, 1, 1],  # V4
        "2026-01": [4, 1, 1, 1, 3, 1],  # V5 came in and was merged: resolved nowhere
        "2026-02": [0, 2, 0, 2, 1, 1],
        **{f"2026-{month:02}": [0, 0, 0, 0, 1, 1] for month in range(3, 10)},
        "2026-10": [1, 0, 0, 0, 2, 1],
    }  # November is not over


def test_months_of_a_body_follow_who_held_the_matter(hand: Asked) -> None:
    """V2 came in at P and was passed on to X1 on 01/03/2026; X1 is there since 01/07/2025."""
    answer = hand("unit_months", start=None, division="agency", months=24)
    months = answer.assign(month=answer["start_on"].dt.strftime("%Y-%m")).set_index(["unit_code", "month"])
    assert months.loc[("P", "2026-01"), ["entered", "open_count"]].tolist() == [4, 3]
    assert months.loc[("P", "2026-03"), ["entered", "open_count"]].tolist() == [0, 0]
    assert months.loc[("X1", "2026-02"), "open_count"] == 0
    assert months.loc[("X1", "2026-03"), ["entered", "open_count", "overdue"]].tolist() == [0, 1, 1]
    assert min(month for unit, month in months.index if unit == "X1") == "2025-07"


def test_points_of_a_funnel_by_hand() -> None:
    """Three complaints of 40 days in D1, one open, and one of 40 days in D2, open: half of that age are open."""
    at = {"place_unit_code": "C1"}
    rows = [
        complaint(0, "2026-10-13", "2026-11-01", "decision", **at),  # 19 days: on time
        complaint(1, "2026-10-13", "2026-11-20", "decision", **at),  # 38 days: late
        complaint(2, "2026-10-13", **at),
        complaint(3, "2026-10-13", "2026-11-02", "merged", merged_into="V2", **at),
        complaint(4, "2026-10-13", place_unit_code="C3"),
        complaint(5, "2026-10-13"),  # nowhere: no unit
    ]
    given = {"start": "2026-10-15", "end": AS_OF}
    answer = ask("funnel_points", snapshot_of(rows), Scope.everything(), **given).set_index("unit_code")
    columns = ["on_time", "judged", "matters", "open_count", "expected_open"]
    assert answer.loc["D1", columns].tolist() == [1, 2, 3, 1, 1.5]
    assert answer.loc["D2", columns].tolist() == [0, 0, 1, 1, 0.5]
    assert answer.index.tolist() == ["D1", "D2"]


def test_what_a_body_that_has_ended_left_stands_with_the_one_that_took_over() -> None:
    """V0 ended at H1, which is judged of nobody; V2, left there, is X1's to answer for from the day after the end."""
    rows = [
        complaint(0, "2025-03-01", "2025-06-01", "decision", agency_code="H1"),
        complaint(1, "2026-10-13", agency_code="X1"),
        complaint(2, "2025-03-01", agency_code="H1"),
    ]
    moved = {"dossier_id": "V0", "from_agency_code": "H1", "to_agency_code": "X1", "kind": "handover"}
    left = snapshot_of(rows, transfers=[{"transfer_id": "1", "moved_on": "2025-07-01", "petition_id": None} | moved])
    nobody = snapshot_of(rows)
    given = {"start": "2025-01-01", "end": AS_OF, "division": "agency"}
    (answer,) = ask("funnel_points", left, Scope.everything(), **given).to_dict("records")
    assert (answer["unit_code"], answer["matters"], answer["open_count"], answer["judged"]) == ("X1", 3, 2, 0)
    (answer,) = ask("funnel_points", nobody, Scope.everything(), **given).to_dict("records")
    assert (answer["unit_code"], answer["matters"]) == ("X1", 1)
    months = ask("unit_months", left, Scope.everything(), division="agency", as_of=AS_OF, months=24)
    months = months.assign(month=months["start_on"].dt.strftime("%Y-%m")).set_index(["unit_code", "month"])
    assert months.loc[("H1", "2025-06"), ["resolved", "open_count"]].tolist() == [1, 1]
    assert months.loc[("X1", "2025-07"), ["entered", "open_count"]].tolist() == [0, 1]
    assert ("H1", "2025-07") not in months.index
    months = ask("unit_months", nobody, Scope.everything(), division="agency", as_of=AS_OF, months=24)
    assert months[months["unit_code"] == "X1"]["open_count"].tolist()[:-1] == [0] * 15
    balance = ask("balance_by_agency", left, Scope.everything(), start="2025-06-15", end="2025-09-14")
    columns = ["agency_code", "opening", "moved_in", "moved_out", "closing", "residual"]
    assert sorted(balance[columns].itertuples(index=False, name=None)) == [
        ("H1", 1, 0, 1, 0, 0),
        ("X1", 0, 1, 0, 1, 0),
    ]
