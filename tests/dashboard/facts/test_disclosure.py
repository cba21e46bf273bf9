"""No denouncer is found by counting: what says more than the province as a whole is counted without denunciations."""

import pandas as pd
import pytest

from dashboard.facts import small_cells as disclosure
from queries import question

MATTERS = pd.DataFrame(
    {
        "dossier_id": ["V1", "V2", "V3"],
        "kind": ["complaint", "denunciation", "petition"],
        "label": ["a", "b", "c"],
        "agency_name": ["A", "B", "C"],
        "district_name": ["D1", None, "D3"],
        "field_group": ["land", "corruption", "other"],
        "age_days": [4, 5, 6],
    }
)


@pytest.mark.parametrize(
    ("key", "division", "cut"),
    [
        (("kind",), None, False),
        (("figure",), None, False),
        (("band", "kind"), None, False),
        (("dossier_id",), None, False),
        (("area_code",), None, True),
        (("agency_code", "kind"), None, True),
        (("field_group",), None, True),
        (("kind", "instance", "manner", "result"), None, True),
        (("part", "code"), None, True),
        (("group_code", "day"), "kind", False),
        (("agency_code", "step"), "all", False),
        (("agency_code", "step"), "agency", True),
        (("forwarded_by", "agency_code"), "sender", True),
        (("group_code", "day"), "instance", False),
        (("group_code", "day"), "field", True),
        (("group_code", "day"), "commune", True),
        (("unit_code", "start_on"), None, True),
        (("unit_code", "start_on"), "all", False),
    ],
)
def test_rows_of_places_bodies_fields_and_results_are_cuts(key, division, cut):
    assert disclosure.is_cut(key, division=division) is cut


PROVINCE = {
    "acceptance", "backlog_by_month", "balance", "complex_cases", "complex_progress", "dialogues", "dossier",
    "dossier_clock", "due_ahead", "escalated_listed", "figures", "form_misfits", "forwarded_papers", "heard_often",
    "late_entries", "long_not_listed", "longest_waiting", "matters_behind", "most_bounced", "moves_of_matters",
    "open_dossiers_by_age", "open_dossiers_by_clock", "petitions_processing", "quarterly_series", "stage_days",
    "stuck_at_step", "taken_up", "taken_up_papers", "window_dossiers",
}  # fmt: skip


def test_the_questions_that_count_denunciations_are_known_by_name():
    asked = [question.load(name) for name in question.names()]
    takes = {each.name for each in asked if "kind" in each.accepts and not each.is_of_visits}
    assert {name for name in takes if not disclosure.is_cut(question.load(name).key)} == PROVINCE
    assert all("apart" in question.load(name).accepts for name in takes)


def test_of_denunciations_nothing_is_left_but_the_names_of_the_rows():
    frame = pd.DataFrame(
        {
            "area_code": ["a", "b"],
            "open_count": pd.array([2, 50], "Int64"),
            "share": [0.1, 0.9],
            "population": pd.array([9, 9], "Int64"),
        }
    )
    shown = disclosure.without(frame, kind="denunciation")
    assert shown[["open_count", "share"]].isna().all(axis=None)
    assert shown["population"].tolist() == [9, 9]
    assert disclosure.few(shown) == {"open_count": {0, 1}}
    assert disclosure.without(frame, kind="complaint").equals(frame)


def test_no_rows_of_denunciations_still_say_that_they_are_withheld():
    none = pd.DataFrame({"agency_code": pd.Series(dtype=str), "open_count": pd.Series(dtype="Int64")})
    assert disclosure.few(disclosure.without(none, kind="denunciation"))
    assert not disclosure.few(disclosure.without(none, kind=None))


@pytest.mark.parametrize("column", ["kind", "code", "group_code"])
def test_a_row_of_denunciations_that_were_not_counted_does_not_stand_as_nothing(column):
    frame = pd.DataFrame({column: ["all", "complaint", "denunciation"], "entered": pd.array([4, 4, 0], "Int64")})
    assert disclosure.without(frame, kind=None)[column].tolist() == ["all", "complaint"]


def test_the_figure_of_denunciations_is_missing_where_they_are_not_counted():
    figures = pd.DataFrame(
        {
            "figure": ["petitions_received", disclosure.SECRET_FIGURES[0]],
            "numerator": pd.array([20, 0], dtype="Int64"),
            "denominator": pd.array([None, None], dtype="Int64"),
            "value": [20.0, 0.0],
        }
    )
    shown = disclosure.without(figures, kind=None)
    assert shown["numerator"].isna().tolist() == [False, True]
    assert shown["value"].isna().tolist() == [False, True]


def test_a_denunciation_is_listed_without_place_body_and_field():
    shown = disclosure.whole(MATTERS)
    assert shown["kind"].tolist() == MATTERS["kind"].tolist()
    for name in ("label", "agency_name", "district_name", "field_group"):
        assert shown[name].isna().tolist() == [False, True, False]
    assert shown["age_days"].tolist() == [4, 5, 6]


def test_an_area_cannot_be_singled_out_for_denunciations():
    assert disclosure.area_allowed("d1", kind="denunciation") is None
    assert disclosure.area_allowed("d1", kind="complaint") == "d1"
