"""Titles of figures: a true finding, nothing, a tie, all alike, a small base; a place is named only beyond chance."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.facts.change import Figure, change
from dashboard.metrics import METRICS
from dashboard.words import findings

STOCKS = {"open_count": "đang giải quyết", "overdue": "quá hạn"}
SIDES = {"low": "thấp hơn", "high": "cao hơn"}


@pytest.mark.parametrize(
    ("open_count", "overdue", "said"),
    [
        ([5, 7, 9], [4, 3, 2], "Đang giải quyết cao nhất, quá hạn thấp nhất trong 3 quý"),
        ([5, 7, 9], [1, 2, 3], "Đang giải quyết và quá hạn đều cao nhất trong 3 quý"),
        ([9, 7, 9], [2, 3, 2], "Đang giải quyết bằng mức cao nhất, quá hạn bằng mức thấp nhất trong 3 quý"),
        ([4, 4, 4], [1, 9, 5], "Đang giải quyết không đổi, quá hạn cao thứ 2 trong 3 quý"),
        ([4, 4, 4], [0, 0, 0], "Đang giải quyết và quá hạn đều không đổi trong 3 quý"),
        ([4, 5], [1, 2], ""),
        ([], [], ""),
        ([4, None, 5], [1, 2, 3], ""),
    ],
)
def test_the_last_of_a_row_of_periods_beside_those_before(open_count, overdue, said):
    series = pd.DataFrame({"open_count": open_count, "overdue": overdue}, dtype="Int64")
    assert findings.through_time(series, STOCKS, unit="quý") == said


@pytest.mark.parametrize(
    ("entered", "resolved", "said"),
    [
        (3331, 3038, "Vụ việc mới nhiều hơn số đã giải quyết 293"),
        (3, 5, "Số đã giải quyết nhiều hơn vụ việc mới 2"),
        (4, 4, "Số đã giải quyết vừa bằng số vụ việc mới (4)"),
        (0, 0, "Không có vụ việc mới, không giải quyết vụ việc nào"),
    ],
)
def test_what_came_in_beside_what_was_resolved(entered, resolved, said):
    assert findings.balance({"entered": entered, "resolved": resolved}) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"0-30": 60, "31-60": 20, "366+": 20}, "60% chờ đến 30 ngày, 20 vụ trên một năm"),
        ({"0-30": 50, "31-60": 50}, "50% chờ đến 30 ngày"),
        ({"0-30": 10, "61-90": 10, "91-180": 30}, "100% chờ đến 180 ngày"),
        ({"0-30": 1, "366+": 2}, "2/3 chờ trên một năm"),
        ({"31-60": 2, "366+": 1}, "2/3 chờ đến 60 ngày, 1 vụ trên một năm"),
        ({"0-30": 0}, ""),
        ({}, ""),
    ],
)
def test_the_wait_that_half_of_the_matters_keep_to(counts, said):
    assert findings.ages(pd.DataFrame({"band": list(counts), "open_count": list(counts.values())})) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"overdue": 9, "in_time": 21, "no_limit": 70}, "70% không xác định được hạn, 9% quá hạn"),
        ({"overdue": 60, "in_time": 40}, "60% quá hạn"),
        ({"in_time": 50, "no_limit": 50}, "50% chưa đến hạn, 50% không xác định được hạn"),
        ({"overdue": 1, "in_time": 2}, "2/3 chưa đến hạn, 1/3 quá hạn"),
        ({}, ""),
    ],
)
def test_the_state_of_the_limit_that_most_are_in(counts, said):
    assert findings.clocks(pd.DataFrame({"clock": list(counts), "open_count": list(counts.values())})) == said


@pytest.mark.parametrize(
    ("overdue", "with_limit", "said"),
    [
        (
            [30, 4, 3, 3],
            [40, 40, 40, 40],
            "1 trên 4 cơ quan chiếm một nửa số quá hạn; vượt mức dao động bình thường: Sở A",
        ),
        (
            [20, 11, 10, 9],
            [40, 22, 20, 18],
            "2 trên 4 cơ quan chiếm một nửa số quá hạn; không cơ quan nào vượt mức dao động bình thường",
        ),
        (
            [5, 5, 5],
            [20, 20, 20],
            "3 cơ quan, mỗi nơi 5 vụ việc quá hạn; không cơ quan nào vượt mức dao động bình thường",
        ),
        ([6, 5, 5], [9, 9, 9], "2 trên 3 cơ quan chiếm một nửa số quá hạn"),
        ([2, 1, 0], [20, 20, 20], "3 vụ việc quá hạn, ở 2 cơ quan"),
        ([34], [50], "34 vụ việc quá hạn, ở 1 cơ quan"),
        ([0, 0, 0], [20, 20, 20], ""),
        ([None, 20, 30], [20, 20, 30], ""),
        ([], [], ""),
    ],
)
def test_how_few_hold_half_of_what_is_overdue_and_whose_share_chance_does_not_explain(overdue, with_limit, said):
    rows = pd.DataFrame(
        {"overdue": overdue, "with_limit": with_limit, "agency": [f"Sở {c}" for c in "ABCD"][: len(overdue)]}
    )
    assert findings.late(rows, name="agency", noun="cơ quan") == said


def _steps(*pairs: tuple[int, int]):
    names = ("entered_dossiers", "resolved_dossiers", "open_dossiers")
    for name, (now, base) in zip(names, pairs, strict=False):
        yield change(METRICS[name], Figure(now, None, now), Figure(base, None, base))


def test_counts_beside_the_period_before():
    said = findings.compared(_steps((3331, 3235), (3038, 3189), (2441, 2218)))
    assert said == "So với kỳ trước, đang giải quyết tăng; 2 số khác trong mức dao động bình thường"
    assert findings.compared(_steps((5, 4), (5, 5))) == "So với kỳ trước, cả 2 số đều trong mức dao động bình thường"
    assert (
        findings.compared(_steps((900, 500), (100, 400)))
        == "So với kỳ trước, vụ việc mới trong kỳ tăng, đã giải quyết giảm"
    )
    assert findings.compared([]) == ""


def test_rises_and_falls_name_no_place():
    moved = pd.DataFrame({"change": [5, 3, -2, 0], "beyond": [False] * 4})
    assert findings.ways(moved, noun="địa bàn") == (
        "Tăng ở 2 địa bàn, giảm ở 1 địa bàn; không địa bàn nào vượt mức dao động bình thường"
    )
    sure = moved.assign(beyond=[True, False, False, False])
    assert findings.ways(sure, noun="địa bàn").endswith("1 địa bàn vượt mức dao động bình thường")
    assert findings.ways(moved.iloc[3:], noun="địa bàn") == ""
    quiet = moved.assign(silent=[False, False, True, False], part_name="UBND xã Một")
    assert findings.ways(quiet, noun="cơ quan") == (
        "Tăng ở 2 cơ quan; không cơ quan nào vượt mức dao động bình thường; "
        "UBND xã Một không có số liệu mới quá 60 ngày nên chưa rõ tăng hay giảm"
    )


def test_parts_beside_the_period_before():
    table = pd.DataFrame({"part": ["Xã Một", "Xã Hai"], "now": [90, 11], "previous": [20, 10]})
    said = findings.beside_before(table, name="part", noun="địa bàn", against="so với kỳ trước")
    assert said == "So với kỳ trước, xã Một tăng vượt mức dao động bình thường"
    silent = table.assign(now=[0, 90], silent=[True, False])
    said = findings.beside_before(silent, name="part", noun="cơ quan", against="so với kỳ trước")
    assert said == (
        "So với kỳ trước, xã Hai tăng vượt mức dao động bình thường; "
        "xã Một không có số liệu mới quá 60 ngày nên chưa rõ tăng hay giảm"
    )
    calm = table.assign(now=[22, 11])
    said = findings.beside_before(calm, name="part", noun="địa bàn", against="so với đầu quý, ngày 14/09/2026")
    assert said == "So với đầu quý, ngày 14/09/2026, không địa bàn nào thay đổi vượt mức dao động bình thường"
    assert findings.beside_before(table.assign(previous=pd.NA), name="part", noun="địa bàn", against="") == ""


def test_periods_in_which_more_came_in_than_was_resolved():
    series = pd.DataFrame({"entered": [5, 6, 7, 4], "resolved": [4, 6, 5, 5]})
    assert findings.flows(series, unit="kỳ") == "Vụ việc mới nhiều hơn số đã giải quyết ở 2 trên 4 kỳ"
    assert findings.flows(series.iloc[[1, 1, 3]], unit="kỳ") == "Không kỳ nào số vụ việc mới nhiều hơn số đã giải quyết"
    assert findings.flows(series.head(2), unit="kỳ") == ""


def test_units_outside_the_limits():
    verdicts = pd.Series(["low", "usual", "usual", "high", "too_few"])
    assert findings.outside(verdicts, of=SIDES) == "2 trên 4 đơn vị nằm ngoài giới hạn: 1 thấp hơn, 1 cao hơn"
    assert findings.outside(verdicts[:3], of=SIDES) == "1 trên 3 đơn vị thấp hơn giới hạn"
    assert findings.outside(verdicts[1:3], of=SIDES) == "Cả 2 đơn vị nằm trong giới hạn"
    assert findings.outside(verdicts[4:], of=SIDES) == findings.outside(verdicts[:0], of=SIDES) == ""


def test_signals_of_the_latest_months():
    months = pd.date_range("2025-01-01", periods=14, freq="MS")
    points = pd.DataFrame({"month": months, "mean": 5.0, "rule": [None] * 14})
    assert findings.signals(points) == "12 tháng gần nhất: không có dấu hiệu thay đổi"
    marked = points.assign(rule=["beyond", *[None] * 11, "side", "side"])
    assert findings.signals(marked) == "12 tháng gần nhất: 2 tháng có dấu hiệu thay đổi"
    assert findings.signals(points.assign(mean=None)) == ""
    begun_anew = points.assign(mean=[5.0] * 10 + [None] * 4)
    assert findings.signals(begun_anew) == "8 tháng xét được gần nhất: không có dấu hiệu thay đổi"


def test_what_is_open_later_on():
    curve = pd.DataFrame({"group": "Tất cả", "day": [90, 180, 365], "open_share": [0.4, 0.21, 0.1]})
    assert findings.still_open(curve, after=90) == "Còn chưa xong: sau 180 ngày 21%, sau 365 ngày 10%"
    assert findings.still_open(curve.head(1), after=90) == ""
    assert findings.still_open(pd.concat([curve, curve.assign(group="Khác")]), after=90) == ""
