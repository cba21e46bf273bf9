"""No denouncer is found by counting: small cells are withheld, and so is what would give them away."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import small_cells as disclosure


def by_area(counts, **more):
    return pd.DataFrame(
        {"area_code": [f"d{i}" for i in range(len(counts))], "open_count": pd.array(counts, dtype="Int64"), **more}
    )


def test_one_to_four_are_withheld_and_five_is_shown():
    shown = disclosure.protect(by_area([1, 4, 5, 0, 30]), kind="denunciation")["open_count"]
    assert shown.isna().tolist() == [True, True, False, False, False]


def test_a_single_withheld_cell_takes_the_next_smallest_with_it():
    shown = disclosure.protect(by_area([3, 40, 9, 0]), kind="denunciation")
    assert shown["open_count"].isna().tolist() == [True, False, True, False]
    assert disclosure.few(shown) == {"open_count": {0, 2}}


def test_other_kinds_and_the_whole_province_are_shown():
    assert disclosure.protect(by_area([1, 2]), kind="complaint")["open_count"].tolist() == [1, 2]
    whole = pd.DataFrame({"figure": ["open_dossiers"], "numerator": pd.array([3], dtype="Int64")})
    assert disclosure.protect(whole, kind="denunciation")["numerator"].tolist() == [3]


def test_rows_of_several_kinds_withhold_only_denunciations():
    frame = pd.DataFrame(
        {
            "kind": ["complaint", "denunciation", "denunciation"],
            "result": ["right", "right", "wrong"],
            "closed": pd.array([2, 2, 3], dtype="Int64"),
        }
    )
    assert disclosure.protect(frame, kind=None)["closed"].isna().tolist() == [False, True, True]


def test_a_median_of_few_is_withheld_too_and_population_is_not():
    frame = by_area([2, 3, 50], median_age=[400.0, 10.0, 90.0], population=pd.array([9, 9, 9], dtype="Int64"))
    shown = disclosure.protect(frame, kind="denunciation")
    assert shown["median_age"].isna().tolist() == [True, True, False]
    assert shown["population"].tolist() == [9, 9, 9]


def test_an_area_cannot_be_singled_out_for_denunciations():
    assert disclosure.area_allowed("d1", kind="denunciation") is None
    assert disclosure.area_allowed("d1", kind="complaint") == "d1"


@given(st.lists(st.integers(0, 12), min_size=2, max_size=12))
def test_nothing_small_is_shown_and_no_total_gives_a_cell_away(counts):
    shown = disclosure.protect(by_area(counts), kind="denunciation")["open_count"]
    assert not shown.between(1, 4).fillna(False).any()
    hidden = shown.isna().sum()
    assert hidden != 1


@given(st.lists(st.tuples(*[st.integers(0, 40)] * 4), min_size=2, max_size=6))
def test_no_balance_can_be_solved_for_a_withheld_part(rows):
    frame = pd.DataFrame(rows, columns=["opening", "entered", "resolved", "merged"]).astype("Int64")
    frame["closing"] = frame["opening"] + frame["entered"] - frame["resolved"] - frame["merged"]
    frame.insert(0, "area_code", [f"d{i}" for i in range(len(frame))])
    shown = disclosure.protect(frame, kind="denunciation")
    missing = shown[list(disclosure.BALANCE)].isna().sum(axis=1)
    assert (missing != 1).all()


BALANCE = pd.DataFrame(
    {
        "kind": ["all", "complaint", "denunciation", "petition"],
        "opening": pd.array([14, 1, 1, 12], dtype="Int64"),
        "closing": pd.array([9, 4, 1, 4], dtype="Int64"),
    }
)


def test_of_one_area_denunciations_stand_together_with_proposals_and_sums_stay_whole():
    shown = disclosure.protect(BALANCE, kind=None, narrowed=True)
    assert shown["kind"].tolist() == ["all", "complaint", disclosure.SHARED]
    assert shown["opening"].tolist() == [14, 1, 13]
    assert shown["closing"].tolist() == [9, 4, 5]
    assert disclosure.protect(BALANCE, kind=None)["kind"].tolist() == BALANCE["kind"].tolist()


def test_of_one_area_a_small_figure_of_denunciations_is_missing():
    figures = pd.DataFrame(
        {
            "figure": ["petitions_received", disclosure.SECRET_FIGURE],
            "numerator": pd.array([20, 3], dtype="Int64"),
            "denominator": pd.array([None, None], dtype="Int64"),
            "value": [20.0, 3.0],
        }
    )
    shown = disclosure.protect(figures, kind=None, narrowed=True)
    assert shown["numerator"].isna().tolist() == [False, True]
    assert shown["value"].isna().tolist() == [False, True]


PARTS = pd.DataFrame(
    {
        "part": ["area", "area", "area", "kind", "kind", "kind"],
        "code": ["d1", "d2", "d3", "complaint", "denunciation", "petition"],
        "entered": pd.array([2, 30, 9, 30, 2, 9], dtype="Int64"),
    }
)


def test_every_part_of_a_change_is_a_table_of_its_own():
    secret = PARTS[PARTS["part"] == "area"]
    shown = disclosure.protect(secret, kind="denunciation")
    assert shown["entered"].isna().tolist() == [True, False, True]


def test_kinds_of_a_change_stand_together_in_one_area():
    shown = disclosure.protect(PARTS, kind=None, narrowed=True)
    assert shown["code"].tolist() == ["d1", "d2", "d3", "complaint", disclosure.SHARED]
    assert shown["entered"].tolist() == [2, 30, 9, 30, 11]


MATTERS = pd.DataFrame(
    {
        "dossier_id": ["V1", "V2", "V3"],
        "kind": ["complaint", "denunciation", "petition"],
        "label": ["a", "b", "c"],
        "agency_name": ["A", "B", "C"],
        "district_name": ["D1", None, "D3"],
    }
)


def test_a_denunciation_is_listed_without_place_and_body():
    shown = disclosure.protect(MATTERS, kind=None)
    assert shown["kind"].tolist() == MATTERS["kind"].tolist()
    for name in ("label", "agency_name", "district_name"):
        assert shown[name].isna().tolist() == [False, True, False]


def test_in_the_list_of_one_area_or_body_no_row_tells_that_it_is_a_denunciation():
    shown = disclosure.protect(MATTERS, kind=None, narrowed=True)
    assert shown["kind"].tolist() == ["complaint", "other", "other"]
    assert shown["agency_name"].tolist() == ["A", "B", "C"]
    assert shown["district_name"].isna().tolist() == shown["label"].isna().tolist() == [False, True, True]


def test_the_denunciations_of_one_body_are_not_listed():
    secret = MATTERS[MATTERS["kind"] == "denunciation"]
    shown = disclosure.protect(secret, kind="denunciation", narrowed=True)
    assert shown.empty and disclosure.few(shown)
    assert len(disclosure.protect(secret, kind="denunciation")) == 1


def test_a_curve_of_denunciations_by_area_withholds_small_groups_and_their_shares():
    days, counted = [30, 60], pd.array([40, 30, 3, 2, 20, 10], "Int64")
    curve = pd.DataFrame(
        {
            "group_code": ["D1"] * 2 + ["D2"] * 2 + ["D3"] * 2,
            "day": pd.array(days * 3, "Int64"),
            "at_risk": counted,
            "open_share": [0.9, 0.7, 0.8, 0.5, 0.7, 0.4],
        }
    )
    shown = disclosure.protect(curve, kind="denunciation")
    assert shown.loc[shown["group_code"] == "D2", ["at_risk", "open_share"]].isna().all(axis=None)
    assert shown["day"].tolist() == days * 3  # a day counts nobody
    assert disclosure.protect(curve, kind="complaint").equals(curve)
