"""Headlines where there is nothing to say: no share of nothing, no zero where "none" is meant."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.facts.change import Change, Figure, change
from dashboard.facts.running_duty import RunningMonth
from dashboard.metrics import METRICS
from dashboard.words import (
    backlog,
    bodies,
    comparison,
    conclusions,
    ledger,
    letterhead,
    overview,
    reception,
    waiting,
    windows,
)
from queries.periods import parse

NOTHING = Figure(0, None, 0.0)
NO_BASE = Figure(0, 0, None)
Q3 = parse("2026-Q3")
STEP = Change(METRICS["open_dossiers"], NOTHING, NOTHING, "both_zero", 0, None, "neutral")


def test_nothing_open():
    said = overview.headline(
        {"open_dossiers": NOTHING, "overdue_share": NO_BASE},
        {"open_dossiers": STEP},
        place="xã Một",
        until="22/11/2026",
        against="so với kỳ trước",
    )
    assert "không còn vụ việc nào chưa giải quyết xong" in said
    assert "0/0" not in said


def test_nothing_overdue():
    now = {"overdue_share": NO_BASE, "open_over_180_days": NOTHING, "no_limit_dossiers": NO_BASE}
    said = backlog.headline(now, place="xã Một", until="22/11/2026", worst=pd.DataFrame({"overdue": []}))
    assert said == "Đến hết ngày 22/11/2026, xã Một không có vụ việc quá hạn; không vụ việc nào chờ trên 180 ngày."


def test_half_of_the_stock_without_a_limit_is_said_and_bodies_with_as_many_stand_together():
    now = {
        "overdue_share": Figure(229, 1096, 229 / 1096),
        "no_limit_dossiers": Figure(1290, 2441, 1290 / 2441),
        "open_over_180_days": Figure(381, 2441, 381 / 2441),
    }
    held = pd.DataFrame({"agency_name": ["Sở B", "Sở A"], "overdue": [47, 47], "with_limit": [389, 400]})
    said = backlog.headline(now, place="tỉnh Mẫu", until="22/11/2026", worst=held)
    assert "229/1.096 (20,9%) vụ việc có hạn bị quá hạn" in said
    assert "1.290/2.441 (52,8%) vụ việc chưa giải quyết xong không xác định được hạn" in said
    assert said.endswith("Giữ nhiều vụ quá hạn nhất: Sở A, Sở B, mỗi nơi 47 vụ.")
    alone = backlog.headline(now, place="tỉnh Mẫu", until="22/11/2026", worst=held.head(1))
    assert alone.endswith("Giữ nhiều vụ quá hạn nhất: Sở B, 47/389 (12,1%) vụ.")


def test_no_duty_yet():
    said = reception.headline(NO_BASE, NO_BASE, months="chưa có tháng nào trọn vẹn", without=0)
    assert said.endswith("chưa có ngày tiếp công dân nào của người đứng đầu đến kỳ phải xét.")


def test_duty_without_a_session():
    said = reception.headline(Figure(0, 12, 0.0), NO_BASE, months="tháng 9 và 10/2026", without=3)
    assert "0/12" in said
    assert "cấp phó" not in said
    assert said.endswith("03 người đứng đầu chưa tiếp buổi nào.")


def test_the_month_that_runs_stands_apart_from_those_that_are_over():
    running = RunningMonth(dt.date(2026, 11, 22), 655, 266, 61, 61, 236, 78, 21)
    said = reception.headline(
        Figure(932, 1284, 932 / 1284), Figure(190, 1128, 190 / 1128), months="tháng 9 và 10/2026", without=18,
        running=running,
    )  # fmt: skip
    assert said == (
        "Tháng 9 và 10/2026: người đứng đầu trực tiếp tiếp công dân 72,6% (932/1.284) số ngày phải tiếp; cấp phó tiếp "
        "thay 16,8% (190/1.128) số buổi đã tổ chức; 18 người đứng đầu chưa tiếp buổi nào. "
        "Tháng 11 đến ngày 22: 266/655 ngày phải tiếp cả tháng."
    )


@pytest.mark.parametrize(
    ("came", "ahead", "none_left", "said"),
    [
        (
            236,
            78,
            21,
            "21 người đứng đầu chưa tiếp và không còn lịch trong tháng; 78 người khác chưa tiếp nhưng còn lịch",
        ),
        (4, 2, 0, "02 người đứng đầu chưa tiếp nhưng còn lịch trong tháng"),
        (2, 0, 0, "cả 02 người đứng đầu đã trực tiếp tiếp công dân"),
        (1, 0, 0, "người đứng đầu đã trực tiếp tiếp công dân"),
    ],
)
def test_who_can_still_come_is_told_from_who_cannot(came, ahead, none_left, said):
    running = RunningMonth(dt.date(2026, 11, 22), 9, 9, 0, 0, came, ahead, none_left)
    assert windows.not_yet(running) == f"trong tháng 11/2026, tính đến ngày 22/11/2026, {said}"


def step(metric: str, now: int, base: int) -> Change:
    return change(METRICS[metric], Figure(now, None, float(now)), Figure(base, None, float(base)))


def test_comparison_leads_with_the_same_period_last_year():
    now = {"resolved_dossiers": Figure(300, None, 300.0), "open_dossiers": Figure(120, None, 120.0)}
    last_year = {
        "resolved_dossiers": step("resolved_dossiers", 300, 200),
        "open_dossiers": step("open_dossiers", 120, 118),
    }
    said = comparison.headline(now, last_year, period="quý III/2026", window=Q3)
    assert said == (
        "Trong quý III/2026, đã giải quyết 300 vụ việc, tăng 100 vụ việc (50%) so với cùng kỳ năm trước; "
        "đến hết ngày 14/09/2026 còn 120 vụ việc chưa giải quyết xong, "
        "tăng 02 vụ việc (1,7%) so với ngày 14/09/2025, trong mức dao động bình thường."
    )
    before = comparison.since_before(last_year, window=Q3)
    assert before.startswith(
        "Số giải quyết tăng 100 vụ việc (50%) so với quý trước; "
        "số đang giải quyết tăng 02 vụ việc (1,7%) so với đầu quý, ngày 14/06/2026"
    )


def test_the_highest_of_the_months_is_said_of_the_stock_and_not_of_what_is_overdue():
    months = pd.DataFrame(
        {
            "code": ["2026-M10", "2026-M11"], "end_on": pd.to_datetime(["2026-10-31", "2026-11-30"]),
            "open_count": [40, 50], "overdue": [30, 20],
        }
    )  # fmt: skip
    now = waiting.months_headline(months, day=dt.date(2026, 11, 30))
    assert now == "Đến hết ngày 30/11/2026 còn 50 vụ việc chưa xong, cao nhất trong 2 tháng; 20 vụ quá hạn."
    before = waiting.months_headline(months, day=dt.date(2026, 10, 31))
    assert before.endswith("30 vụ quá hạn. Số chưa xong cao nhất trong 2 tháng: 50 (ngày 30/11/2026).")


def test_of_a_first_year_nothing_is_said_that_was_never_recorded():
    steps = pd.DataFrame({"step": [None], "open_count": [58], "over_90": [0], "overdue": [53]})
    assert waiting.steps_headline(steps) == waiting.NO_STEPS.format(count="58")
    assert waiting.steps_headline(steps.head(0)) == waiting.NOTHING
    given = pd.DataFrame({"fate": ["done", "done_late"], "number": "1", "agency_name": "Sở A", "days_over": [None, 3]})
    assert conclusions.unfinished_headline(given.head(0)) == conclusions.NOTHING
    assert conclusions.unfinished_headline(given) == "Mọi kết luận, chỉ đạo đã thực hiện xong."
    assert conclusions.unfinished_headline(given.assign(fate="undated")).startswith(
        "02 kết luận, chỉ đạo chưa xong, 0 "
    )
    done = [waiting.half_done(*each) for each in ((34, True), (None, True), (None, False))]
    assert done == ["34 ngày", waiting.NO_MEDIAN, waiting.FEW]
    assert [waiting.with_range(*told) for told in ((1.0, 1.0, 1.0), (0.37, 0.28, 0.46))] == ["100%", "37% (28–46%)"]


@pytest.mark.parametrize(
    ("every", "told"),
    [("MS", "tháng 03/2026: chưa đủ 6 tháng"), ("QS", "quý III/2026: chưa đủ 6 quý")],
)
def test_a_share_drawn_by_quarters_is_said_of_its_quarter(every, told):
    starts = pd.date_range("2026-01-01", periods=3, freq=every)
    chart = pd.DataFrame({"month": starts, "mean": [0.5, 0.5, None], "rule": None})
    assert told in bodies.months_headline(chart, unit="Sở A", flow="on_time")


def test_of_a_first_year_without_duties_no_share_is_told():
    years = ["11/2023–10/2024", "11/2025–10/2026"]
    rows = pd.DataFrame({"block": [2, 0], "credited": [0, 1], "required": [0, 2], "year": years})
    assert ledger.review(rows, improved=0, fell=0, throughout=0) == (
        "Người đứng đầu trực tiếp tiếp 1/2 số ngày phải tiếp trong 12 tháng 11/2025–10/2026, 12 tháng 11/2023–10/2024 "
        "chưa có số liệu; không ai tiến bộ rõ, tiếp đủ mọi tháng hay giảm rõ."
    )


@pytest.mark.parametrize(
    ("step", "kinds", "said"),
    [
        ("received", {"petition"}, "10 ngày làm việc"),
        ("received", {"complaint"}, "10 ngày"),
        ("received", {"complaint", "petition"}, "10 ngày; 10 ngày làm việc"),
        ("verification", {"complaint"}, "trong hạn giải quyết: 30–45 ngày"),
        ("verification", {"petition"}, backlog.NO_LIMIT),
        ("received", set(), backlog.NO_LIMIT),
    ],
)
def test_a_limit_of_a_step_is_told_only_where_it_is_that_of_the_matters_there(step, kinds, said):
    limits = pd.DataFrame(
        [
            ("acceptance", "complaint", 10, "calendar"), ("processing", "petition", 10, "working"),
            ("resolution", "complaint", 30, "calendar"), ("resolution", "complaint", 45, "calendar"),
            ("acceptance", "denunciation", 7, "working"),
        ],
        columns=["stage", "kind", "days", "day_unit"],
    )  # fmt: skip
    assert waiting.limit(limits, step, kinds) == said


def test_the_first_two_months_alone_bear_a_zero_in_the_date_of_a_report():
    assert [letterhead.month(each) for each in (1, 2, 3, 9, 10, 12)] == ["01", "02", "3", "9", "10", "12"]
