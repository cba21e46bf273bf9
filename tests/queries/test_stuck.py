"""What is stuck, bounced, concluded and passed on, worked out by hand on the tiny province and on a few more rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from queries.ask import Scope, ask
from tests import tiny_province
from tests.case_databases import in_memory
from tests.queries.two_engines import InMemory

AS_OF = date(2026, 11, 22)
WINDOW = {"start": "2026-09-15", "end": "2026-11-22"}


def rows(frame: pd.DataFrame, columns: str) -> list[tuple[Any, ...]]:
    wanted = frame[columns.split()]
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in wanted.itertuples(index=False)]


def changed(**tables: list[dict[str, Any]]) -> Any:
    """ask(name, **params) of the tiny province with these rows in place of its own."""
    names = ("units", "unit_changes", "unit_groups", "agencies", "posts", "dossiers", "petitions")
    snapshot = InMemory(in_memory(AS_OF, {name: tiny_province.rows(name) for name in names} | tables))
    return lambda name, **params: ask(name, snapshot, Scope.everything(), **params)


def moved(dossier: str, source: str, target: str, day: str, kind: str = "transfer") -> dict[str, Any]:
    return {
        "dossier_id": dossier,
        "from_agency_code": source,
        "to_agency_code": target,
        "moved_on": date.fromisoformat(day),
        "kind": kind,
    }


def concluded(number: int, body: str, **more: Any) -> dict[str, Any]:
    given = {"directive_id": f"K{number}", "number": str(number), "issued_by": "TT", "summary": "x"}
    return given | {"agency_code": body, "issued_on": date(2025, 6, 2)} | more


def test_the_stock_of_each_month_is_counted_anew(tiny):
    months = tiny("backlog_by_month", as_of=AS_OF).set_index("code")
    counts = {code: rows(months.loc[[code]], "open_count overdue over_180 is_running")[0] for code in months.index}
    assert counts["2026-M07"] == (2, 1, 0, False)  # V08 (due 27/7) V09
    assert counts["2026-M08"] == (3, 1, 0, False)  # and V01, due on 4/9
    assert counts["2026-M09"] == (3, 1, 0, False)  # V01 V05 V09
    assert counts["2026-M10"] == (5, 1, 0, False)
    assert counts["2026-M11"] == (5, 1, 0, True)  # as it stands on the day of the data
    assert not months.index.duplicated().any()
    assert list(tiny("backlog_by_month", as_of=AS_OF, months=3)["code"]) == ["2026-M09", "2026-M10", "2026-M11"]


def test_due_within_thirty_days(tiny):
    assert rows(tiny("due_ahead", as_of=AS_OF), "dossier_id days_left") == [("V12", 1)]  # V03 only on 25/12
    assert rows(tiny("due_ahead", as_of=AS_OF, days=33), "dossier_id days_left") == [("V12", 1), ("V03", 33)]
    assert rows(tiny("due_ahead_by_agency", as_of=AS_OF), "agency_code due_7 due_30") == [("P", 1, 1)]


def test_the_last_step_of_an_open_matter_is_where_it_stands(tiny):
    steps = tiny("open_by_step", as_of=AS_OF)
    assert rows(steps, "step open_count overdue over_90") == [("verification", 1, 1, 1), (None, 4, 0, 0)]
    assert rows(tiny("stuck_at_step", as_of=AS_OF, step="verification"), "dossier_id step_days") == [("V01", 94)]
    spells = tiny("stage_days", **WINDOW)
    assert rows(spells, "step day watched_from has_ended matters") == [("verification", 94, 26, False, 1)]
    august = tiny("stage_days", start="2026-08-01", end="2026-08-31")
    assert rows(august, "step day has_ended") == [
        ("received", 4, True), ("accepted", 15, True), ("verification", 11, False),
    ]  # fmt: skip


def test_what_became_of_complaints_handed_in(tiny):
    columns = "kind fate papers_count papers_in_time papers_late"
    assert rows(tiny("taken_up", **WINDOW), columns) == [("denunciation", "accepted", 1, 1, 0)]
    waiting = [r | {"processed_on": None, "processing": None} for r in tiny_province.rows("petitions")]
    asked = changed(petitions=[r for r in waiting if r["petition_id"] == "T1"])
    late = asked("taken_up", start="2026-09-15", end=AS_OF)
    assert rows(late, f"{columns} papers_late_30") == [("complaint", "unanswered", 1, 0, 1, 1)]  # due on 11/8
    window = {"start": "2026-09-15", "end": AS_OF}
    assert rows(asked("taken_up_papers", **window, only_late=True), "dossier_id fate days_over") == [
        ("T1", "unanswered", 103)
    ]
    assert asked("taken_up_papers", **window, fate="accepted").empty


def test_who_passes_on_to_whom(tiny):
    pairs = tiny("passed_between", **WINDOW)
    assert rows(pairs, "agency_code to_agency_code transfers circular half_held_days") == [("X1", "S", 1, 0, 5)]
    assert rows(tiny("moves_of_matters", **WINDOW), "times matters returned_matters") == [(1, 1, 0)]
    assert rows(tiny("most_bounced", **WINDOW, times=1), "dossier_id transfers circular") == [("T4", 1, 0)]


def test_a_matter_that_goes_round_is_found_and_guidance_urging_and_handing_over_are_no_bouncing():
    asked = changed(
        transfers=[
            moved("V01", "P", "X1", "2026-09-16"),
            moved("V01", "X1", "S", "2026-09-26"),
            moved("V01", "S", "X1", "2026-10-20"),
            moved("V09", "P", "X1", "2026-10-01", "guidance"),
            moved("V09", "P", "X1", "2026-10-02", "urge"),
            moved("V11", "H1", "X1", "2025-07-01", "handover"),
        ]
    )
    bounced = asked("most_bounced", **WINDOW)
    assert rows(bounced, "dossier_id transfers circular longest_held_days") == [("V01", 3, 1, 46)]
    assert rows(asked("moves_of_matters", **WINDOW), "times matters returned_matters") == [(3, 1, 1)]
    pairs = asked("passed_between", **WINDOW)
    assert set(rows(pairs, "agency_code to_agency_code transfers circular half_held_days")) == {
        ("P", "X1", 1, 0, 46), ("X1", "S", 1, 0, 10), ("S", "X1", 1, 1, 24),
    }  # fmt: skip


def test_what_became_of_a_conclusion(tiny):
    assert rows(tiny("directives", as_of=AS_OF), "directive_id fate days_over") == [("CD1", "late", 43)]
    assert rows(tiny("directives", as_of="2026-09-30"), "fate days_over agency_code") == [("open", None, "X1")]
    assert tiny("directives", as_of=AS_OF, start="2026-09-15").empty
    bodies = tiny("directives_by_agency", as_of=AS_OF, start="2026-09-15")
    assert rows(bodies, "agency_code directives_given directives_late longest_over") == [("X1", 1, 1, 43)]


def test_a_body_that_ended_hands_its_open_conclusions_to_its_successor():
    day = date(2025, 6, 20)
    asked = changed(
        transfers=[moved("V11", "H1", "X1", "2025-07-01", "handover")],
        directives=[
            concluded(1, "H1", due_on=day),
            concluded(2, "H1", due_on=day, done_on=date(2025, 6, 25)),
            concluded(3, "H1", due_on=day, dossier_id="V09"),
            concluded(4, "S"),
        ],
    )
    now = asked("directives", as_of=AS_OF).sort_values("directive_id")
    assert rows(now, "directive_id agency_code ended_agency_name fate") == [
        ("K1", "X1", "UBND huyện Hạ", "late"),
        ("K2", "H1", None, "done_late"),
        ("K3", "X1", "UBND huyện Hạ", "late"),
        ("K4", "S", None, "undated"),
    ]
    bodies = asked("directives_by_agency", as_of=AS_OF, start="2025-06-01", division="all")
    assert rows(bodies, "directives_given directives_undated directives_late directives_done_late") == [(4, 1, 2, 1)]
    before = asked("directives", as_of="2025-06-30").sort_values("directive_id")
    assert rows(before, "agency_code fate")[:2] == [("H1", "late"), ("H1", "done_late")]


def test_papers_passed_on_by_others(tiny):
    columns = "forwarded_by papers_count papers_answered papers_in_time papers_unanswered"
    assert rows(tiny("forwarded", **WINDOW), columns) == [("Mặt trận", 1, 1, 1, 0)]
    bodies = tiny("forwarded", **WINDOW, division="agency")
    assert rows(bodies, "agency_code papers_count") == [("P", 1)]
    assert rows(tiny("forwarded_papers", **WINDOW), "dossier_id age_days") == [("T3", 6)]
    waits = "forwarded_by day watched_from has_ended papers_count"
    assert rows(tiny("forwarded_waits", **WINDOW), waits) == [("Mặt trận", 6, 0, True, 1)]
    assert rows(tiny("forwarded_waits", start="2026-10-22", end="2026-10-24"), waits) == [("Mặt trận", 4, 2, False, 1)]
    assert tiny("forwarded_papers", **WINDOW, only_unanswered=True).empty


def test_listed_crowded_and_escalated(tiny):
    listed = tiny("complex_progress", as_of=AS_OF)
    assert rows(listed, "dossier_id last_step next_step dialogues sessions age_days") == [
        ("V01", "verification", "dialogue", 0, 2, 109)
    ]
    assert rows(tiny("long_not_listed", as_of=AS_OF, days=60), "dossier_id age_days") == [("V09", 139), ("V05", 63)]
    assert rows(tiny("mass_group_visits", **WINDOW), "visit_id people is_first") == [("L5", 5, 1)]
    months = tiny("mass_groups_by_month", **WINDOW)
    assert rows(months, "district_code month_on mass_groups mass_people") == [("D1", pd.Timestamp("2026-10-01"), 1, 5)]
    assert rows(tiny("escalated_papers", **WINDOW), "area_code escalated_petitions papers_answered") == [("D2", 1, 1)]


LISTS = {
    "due_ahead_by_agency": ("due_30", lambda ask: len(ask("due_ahead", as_of=AS_OF))),
    "moves_of_matters": ("matters", lambda ask: len(ask("most_bounced", **WINDOW, times=1))),
    "directives_by_agency": (
        "directives_given",
        lambda ask: (
            len(ask("directives", as_of=AS_OF, fate="unfinished"))
            + len(ask("directives", as_of=AS_OF, done_since=WINDOW["start"]))
        ),
    ),
    "forwarded": ("papers_count", lambda ask: len(ask("forwarded_papers", **WINDOW))),
    "escalated_papers": ("escalated_petitions", lambda ask: len(ask("escalated_listed", **WINDOW))),
    "taken_up": ("papers_count", lambda ask: len(ask("taken_up_papers", **WINDOW))),
    "forwarded_waits": ("papers_count", lambda ask: len(ask("forwarded_papers", **WINDOW))),
    "mass_groups_by_month": ("mass_groups", lambda ask: len(ask("mass_group_visits", **WINDOW))),
    "open_by_step": (
        "open_count",
        lambda ask: (
            sum(len(ask("stuck_at_step", as_of=AS_OF, step=step)) for step in STEPS)
            + int(ask("open_by_step", as_of=AS_OF).query("step.isna()")["open_count"].sum())
        ),
    ),
}
STEPS = ("received", "accepted", "verification", "dialogue")


@pytest.mark.parametrize("name", LISTS)
def test_a_figure_equals_the_length_of_its_list(tiny, name):
    column, listed = LISTS[name]
    given = {"as_of": AS_OF} if "by_step" in name or "due" in name else WINDOW
    given = {"as_of": AS_OF, "start": WINDOW["start"]} if name == "directives_by_agency" else given
    assert tiny(name, **given)[column].sum() == listed(tiny) > 0
