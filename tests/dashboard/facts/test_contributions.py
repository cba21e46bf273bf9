"""What drove a change, worked by hand; and tables of three windows side by side."""

from __future__ import annotations

import pandas as pd

from dashboard.drawing import charts, theme
from dashboard.facts.contributions import but_silent, contributions
from dashboard.views.comparison.parts import beside_shares
from dashboard.words import comparison

ANSWER = pd.DataFrame(
    {
        "part": ["area", "area", "area", "area", "kind"],
        "code": ["D1", "D2", "D3", None, "complaint"],
        "entered": pd.array([60, 10, None, 4, 74], dtype="Int64"),
        "entered_base": pd.array([30, 15, 3, 4, 49], dtype="Int64"),
        "resolved": pd.array([0, 0, 0, 0, 0], dtype="Int64"),
        "resolved_base": pd.array([0, 0, 0, 0, 0], dtype="Int64"),
        "open_count": pd.array([0, 0, 0, 0, 0], dtype="Int64"),
        "open_base": pd.array([0, 0, 0, 0, 0], dtype="Int64"),
    }
)


def test_the_largest_change_comes_first_and_chance_is_told_apart():
    """60 after 30: P = 2·P(X ≥ 60 | 90, ½) = 0,002 of three parts; 10 after 15: 0,42. A withheld count is left out."""
    found = contributions(ANSWER, part="area", measure="entered")
    assert found["code"].tolist()[:2] == ["D1", "D2"]
    assert pd.isna(found["code"].tolist()[2])
    assert found["change"].tolist() == [30, -5, 0]
    assert found["beyond"].tolist() == [True, False, False]


def test_the_sentence_names_what_moved_beyond_chance_and_nothing_else():
    rows = contributions(ANSWER, part="area", measure="entered").assign(
        part_name=["Huyện Một", "Huyện Hai", "Chưa xác định"]
    )
    assert comparison.driven(
        rows, net=25, measure="Số thụ lý", against="so với kỳ trước", metric="entered_dossiers"
    ) == ("Số thụ lý so với kỳ trước tăng 25 vụ việc; tăng vượt mức dao động bình thường: huyện Một (30 → 60).")
    quiet = rows.assign(beyond=False)
    assert comparison.driven(
        quiet, net=15, measure="Số thụ lý", against="so với kỳ trước", metric="entered_dossiers"
    ) == (
        "Số thụ lý so với kỳ trước tăng 15 vụ việc; không nơi nào vượt mức dao động bình thường, "
        "chưa có cơ sở tìm nguyên nhân ở riêng nơi nào."
    )


def test_what_chance_explains_is_grey():
    rows = contributions(ANSWER, part="area", measure="entered").assign(part_name=["Huyện Một", "Huyện Hai", "Khác"])
    bars = charts.signed(rows, name="part_name", value="change", colours=theme.LIGHT, sure="beyond").data[0]
    assert list(bars.marker.color) == [theme.LIGHT.volume, theme.LIGHT.unknown, theme.LIGHT.unknown]


def test_shares_are_said_with_their_counts_and_small_bases_as_counts_alone():
    now = pd.DataFrame({"duty_code": ["a", "b", "c"], "credited": [12, 2, 0], "required": [15, 4, 0]})
    before = pd.DataFrame({"duty_code": ["a"], "credited": [10], "required": [10]})
    table = beside_shares({"now": now, "previous": before}, by="duty_code", part="credited", base="required")
    assert table["now"].tolist() == ["12/15 (80%)", "2/4", "—"]
    assert table["previous"].tolist() == ["10/10 (100%)", "—", "—"]


def test_a_body_that_sent_nothing_is_named_as_silent_not_as_fallen():
    rows = pd.DataFrame(
        {"part_name": ["Sở A", "UBND xã B", "Sở C"], "now": [1, 0, 60], "base": [30, 25, 20],
         "change": [-29, -25, 40], "beyond": True}
    )  # fmt: skip
    told = but_silent(rows, pd.Series([False, True, True]))
    assert told["beyond"].tolist() == [True, False, True], "a fall that is none is drawn as none"
    said = comparison.driven(told, net=-14, measure="Số thụ lý", against="so với quý trước", metric="entered_dossiers")
    assert said == (
        "Số thụ lý so với quý trước giảm 14 vụ việc; giảm vượt mức dao động bình thường: Sở A (30 → 01); "
        "tăng vượt mức dao động bình thường: Sở C (20 → 60); "
        "UBND xã B không có số liệu mới quá 60 ngày nên chưa rõ tăng hay giảm."
    )
