"""Groups of many people by place and month: who stands first, and that nothing is lost when few are drawn."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.facts import crowds

ROWS = pd.DataFrame(
    [
        ("D1", "Hạ", "2026-10-01", 1, 30),
        ("D2", "Thượng", "2026-10-01", 2, 12),
        ("D2", "Thượng", "2026-11-01", 1, 5),
        (None, None, "2026-10-01", 9, 90),
        ("D3", "Trung", "2026-11-01", 1, 31),
    ],
    columns=["district_code", "district_name", "month_on", "mass_groups", "mass_people"],
)
NAMES = {"province": "Cấp tỉnh", "others": "Nơi khác"}


def test_most_groups_first_then_most_people_and_no_place_last():
    places = crowds.by_place(ROWS)
    assert places["district_code"].fillna("").tolist() == ["D2", "D3", "D1", ""]
    assert places[["mass_groups", "mass_people"]].to_numpy().tolist() == [[3, 17], [1, 31], [1, 30], [9, 90]]


def test_places_beyond_the_first_are_one_row_and_everything_still_sums_to_the_same():
    few = crowds.gathered(ROWS, **NAMES, most=1)
    assert few["district_code"].dropna().unique().tolist() == ["D2"]
    rest = few[few["district_code"].isna()].sort_values(["district_name", "month_on"])
    assert rest[["district_name", "month_on", "mass_groups", "mass_people"]].to_numpy().tolist() == [
        ["Cấp tỉnh", "2026-10-01", 9, 90],
        ["Nơi khác", "2026-10-01", 1, 30],
        ["Nơi khác", "2026-11-01", 1, 31],
    ]
    assert few[crowds.COUNTED].sum().tolist() == ROWS[crowds.COUNTED].sum().tolist()


def test_twelve_months_until_the_day_and_none_before_the_records():
    months = crowds.year(dt.date(2026, 11, 22), begins=None)
    assert (len(months), months[0], months[-1]) == (12, pd.Timestamp("2025-12-01"), pd.Timestamp("2026-11-01"))
    assert crowds.year(dt.date(2026, 11, 22), begins=dt.date(2026, 9, 15))[0] == pd.Timestamp("2026-09-01")
    assert crowds.year(dt.date(2026, 11, 22), begins=dt.date(2027, 1, 1)) == [pd.Timestamp("2026-11-01")]


def test_without_any_group_there_is_no_place():
    assert crowds.by_place(crowds.gathered(ROWS.iloc[:0], **NAMES)).empty
