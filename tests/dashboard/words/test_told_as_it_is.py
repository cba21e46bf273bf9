"""What a sentence may not say of its figure: no change where parts are withheld, no limit where the law has one."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from dashboard.briefing.sections import backlog as sections_backlog
from dashboard.briefing.sections import reception as sections_reception
from dashboard.facts import change as facts
from dashboard.facts import ledger as shares
from dashboard.facts.change import NOT_KEPT, Change, Figure
from dashboard.facts.running_duty import RunningMonth
from dashboard.metrics import METRICS
from dashboard.words import (
    backlog,
    canvas,
    change,
    codes,
    comparison,
    conclusions,
    figures,
    former,
    hotspots,
    ledger,
    phrases,
    share,
    windows,
)
from tests.dashboard.briefing import made

DAYS = "từ ngày 15/09/2026 đến ngày 22/11/2026"
RANKED = [("Huyện Sa Trạch (cũ)", 5), ("Huyện Liễu Khê (cũ)", 3), ("Huyện Hạc Lĩnh (cũ)", 2), ("Xã An Khuê", 2)]


def test_a_change_of_which_no_part_may_be_told_is_told_as_a_whole():
    """Denunciations are counted for the province alone: 247 → 229 is no 'không có thay đổi'."""
    none = pd.DataFrame({"part_name": [], "now": [], "base": [], "change": [], "beyond": []})
    said = {"measure": "Số vụ việc mới", "against": "so với quý trước", "metric": "entered_dossiers"}
    assert comparison.driven(none, net=-18, **said) == (
        "Số vụ việc mới so với quý trước giảm 18 vụ việc, không chia nhỏ được."
    )
    assert comparison.driven(none, net=0, **said) == "Số vụ việc mới so với quý trước: không có thay đổi."


def test_only_of_petitions_the_law_sets_no_limit():
    rows = pd.DataFrame({"kind": ["petition", "complaint", "denunciation"], "clock": "no_limit", "due_on": pd.NaT})
    assert backlog.with_limits(rows)["limit_said"].tolist() == ["không có hạn luật định", "chưa thụ lý", "chưa thụ lý"]
    assert backlog.longest_note(rows, over_a_year=2) == (
        "Xếp theo số ngày đã chờ; 01 vụ việc trong danh sách không có hạn luật định. Đủ 02 vụ việc chờ trên một năm."
    )
    assert backlog.longest_note(rows.iloc[1:], over_a_year=0) == "Xếp theo số ngày đã chờ."
    assert backlog.without_limit(None) == "không xác định được hạn"


def test_of_those_that_have_as_many_none_is_named_alone():
    assert phrases.ranked(RANKED, "lượt đoàn", of="địa bàn") == (
        "địa bàn huyện Sa Trạch (cũ) (05 lượt đoàn), địa bàn huyện Liễu Khê (cũ) (03)"
    )
    assert phrases.ranked(RANKED[:3], "lượt đoàn", of="địa bàn").endswith("địa bàn huyện Hạc Lĩnh (cũ) (02)")
    same = [(name, 1) for name, _ in RANKED]
    assert phrases.ranked(same, "lượt đoàn", of="địa bàn") == "04 địa bàn cùng 01 lượt đoàn"


def test_who_is_asked_by_name_is_named_in_the_sentence():
    """Of those that have as many as one left out nobody is asked: not who comes first by its code either."""
    late = [{"agency_code": name, "agency_name": name, "overdue": count} for name, count in RANKED]
    areas = [{"area_code": name, "name": name, "mass_groups": count} for name, count in RANKED]
    for rows, named in ((slice(None), 2), (slice(3), 3), (slice(2, None), 2)):
        briefing = made.material(now=made.figures(), tables={"overdue_by_agency": late[rows], "areas": areas[rows]})
        assert [len(section.matters(briefing)) for section in (sections_backlog, sections_reception)] == [named] * 2
    same = [row | {"overdue": 1} for row in late]
    assert sections_backlog.matters(made.material(now=made.figures(), tables={"overdue_by_agency": same})) == []


def test_that_more_places_than_are_named_is_said():
    assert phrases.first_of(["a", "b"], 2) == "a và b"
    assert phrases.first_of(["a", "b", "c"], 5) == "a, b, c và 02 nơi khác"


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Huyện Vân Mộc (cũ)", "địa bàn huyện Vân Mộc (cũ)"), ("Xã Lam Khê", "xã Lam Khê"), ("Tỉnh Mẫu", "tỉnh Mẫu")],
)
def test_a_former_district_does_nothing_itself(name, inside):
    assert former.inside(name) == codes.inside(name) == inside


def test_a_post_or_a_level_that_is_no_more_is_no_place():
    named = {*codes.DUTIES.values(), *codes.LEVELS.values()}
    assert [name for name in named if codes.inside(name).casefold() != name.casefold()] == []


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("Huyện Suối Hạc (cũ)", "14 trên 16 người đứng đầu tại địa bàn huyện Suối Hạc (cũ) chưa tiếp đủ số ngày"),
        ("Cấp xã", "14 trên 16 người đứng đầu cấp xã chưa tiếp đủ số ngày"),
        (ledger.OF_PROVINCE, "14 trên 16 người đứng đầu cơ quan cấp tỉnh chưa tiếp đủ số ngày"),
    ],
)
def test_heads_receive_citizens_and_not_a_district_or_a_level(group, told):
    said = ledger.group(
        ledger.heads_of(group), {"kept": 2, "short": 14}, credited=29, required=64, period="tháng 9/2026"
    )
    assert said.startswith(told)


def test_who_leads_the_province_is_told_by_days_over_a_year_too():
    rows = pd.DataFrame({
        "duty_code": ["province_chair", "agency_head"], "credited": [8, 125], "required": [11, 137],
        "head_sessions": [9, 125], "delegated_sessions": [3, 11],
    })  # fmt: skip
    assert share.few(rows, "compliance") == {0: "8/11"} and share.few(rows, "delegated_share") == {0: "3/12"}
    assert shares.enough(rows)["duty_code"].tolist() == ["agency_head"]
    ranked = shares.kept(rows)
    assert ranked["duty_code"].tolist() == ["agency_head", "province_chair"] and ranked["compliance"].notna().all()
    assert share.of_duty("province_chair", 8, 11) == "8/11"
    assert ledger.year_of((8, 12), (9, 12), duty="province_chair") == "8/12"
    told = {"credited": 8, "required": 11, "period": "năm 2026"}
    said = ledger.group("Chủ tịch UBND tỉnh", {"short": 1}, **told, by_days=True)
    assert said == "Chủ tịch UBND tỉnh chưa tiếp đủ số ngày năm 2026 (8/11 ngày phải tiếp)."
    assert ledger.group("Người đứng đầu cơ quan cấp tỉnh", {"short": 2}, **told).endswith(", đạt 72,7%).")
    level = rows.drop(columns="duty_code").assign(duty_level=["province", "agency"])
    assert share.few(level, "compliance") == {0: "8/11"}


def test_a_flow_is_told_over_its_days_and_people_and_matters_by_name():
    areas = pd.DataFrame({
        "name": ["Huyện Hạc Lĩnh (cũ)", "Xã Một"], "count": [117, 3], "cases": [70_399.0, 9_000.0],
        "evidence": ["high", "usual"],
    })  # fmt: skip
    said = hotspots.headline(areas, measure="per_10000", place="tỉnh Mẫu", days=DAYS)
    assert said.startswith(
        "Từ ngày 15/09/2026 đến ngày 22/11/2026, chia theo địa bàn, không kể tố cáo, tỉnh Mẫu có 120"
    )
    assert "huyện Hạc Lĩnh (cũ) (117 vụ việc trên 70.399 dân)" in said


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        ("escalated_petitions", "không có đơn nào vượt cấp trong kỳ."),
        ("over_180_share", "không có vụ việc nào đã chờ trên 180 ngày."),
        ("mass_groups", "không có lượt đoàn đông người nào trong kỳ."),
        ("bounced", "không có đơn, vụ việc nào bị chuyển về nơi đã chuyển đi trong kỳ."),
    ],
)
def test_none_of_a_noun_is_told_before_what_it_did(measure, told):
    none = pd.DataFrame({"name": ["Xã Một", "Xã Hai"], "count": [0, 0]})
    assert hotspots.headline(none, measure=measure, place="tỉnh Mẫu", days=DAYS).endswith(told)


@pytest.mark.parametrize(
    ("up", "down", "told"),
    [
        (0, 0, "không địa bàn nào tăng hay giảm vượt mức"),
        (2, 0, "02 địa bàn tăng, không địa bàn nào giảm vượt mức"),
    ],
)
def test_a_series_of_areas_says_how_many_moved(up, down, told):
    assert told in hotspots.over_periods("Quá hạn", place="tỉnh Mẫu", grown=[], up=up, down=down)


def test_in_a_month_that_runs_alone_nothing_is_more_than_before():
    running = RunningMonth(
        dt.date(2026, 11, 22), required=655, credited=266, delegated=61, missed=0, came=1, ahead=1, none_left=0
    )
    assert windows.sessions_so_far(running, more=False) == "tháng 11 đến ngày 22: 61 buổi cấp phó tiếp thay"
    assert windows.short_months([]) == ""


@pytest.mark.parametrize(
    ("first", "months", "told"),
    [
        ("2026-09", 2, "tháng 9 và 10"),
        ("2026-06", 3, "tháng 6–8"),
        ("2025-12", 2, "tháng 12/2025 và 1/2026"),
        ("2024-12", 11, "tháng 12/2024–10/2025"),
    ],
)
def test_months_of_two_years_have_their_years(first, months, told):
    found = [month.date() for month in pd.date_range(first, periods=months, freq="MS")]
    assert windows.short_months(found) == told


@pytest.mark.parametrize(
    ("wording", "told"),
    [("both_zero", "ngày 22/11/2025 cũng không phát sinh"), ("new", "phát sinh mới (ngày 22/11/2025 không có)")],
)
def test_of_nothing_before_no_comparison_is_made_up(wording, told):
    none = Figure(0, None, 0.0)
    step = Change(METRICS["open_dossiers"], none, none, wording, 5, None, "neutral")
    assert change.sentence(step, against="so với ngày 22/11/2025") == told


def test_the_legend_has_a_reason_for_every_sign_that_nothing_is_told():
    """Both shares are there and too small; of heads no whole month is over; of a share of nothing there was none; the
    figure is there and the one before it is not."""
    few, none = Figure(0, 5, 0.0), Figure(0, 0, None)
    rate, duty = METRICS["resolution_rate"], METRICS["duty_compliance"]
    assert figures.in_cell(rate, few) == "0/5"
    begun = facts.change(METRICS["open_dossiers"], Figure(12, None, 12.0), NOT_KEPT)
    told = [figures.step(facts.change(rate, few, few)), figures.in_cell(duty, none), figures.step(begun)]
    assert told == [figures.LEGEND[0]] * 3
    reasons = "không có số liệu, chưa có số liệu để so sánh, không phát sinh, chưa hết tháng nào, "
    assert figures.LEGEND[3:-1] == f"{reasons}hoặc số quá nhỏ để so sánh"


def test_a_card_of_a_share_has_not_the_name_of_a_count():
    shares_named = {label for name, label in canvas.CARD_LABELS.items() if METRICS[name].unit == "share"}
    assert not shares_named & {*codes.CLOCKS.values(), *backlog.LISTS.values()}
    assert max(map(len, canvas.CARD_LABELS.values())) < 20


def test_no_dialogue_is_none_held():
    rows = pd.DataFrame({"instance": [1, 2], "dialogues": [0, 0], "decided": [0, 0], "decided_with_dialogue": [0, 0]})
    assert ledger.dialogues(rows, within="Trong quý IV/2026") == (
        "Trong quý IV/2026 chưa tổ chức cuộc đối thoại nào khi giải quyết khiếu nại."
    )


def test_the_latest_conclusion_is_late_by_years_as_in_the_report():
    given = pd.DataFrame(
        {"fate": ["late"], "number": ["6585/UBND-TCD"], "agency_name": ["UBND xã Một"], "days_over": [2874]}
    )
    assert conclusions.unfinished_headline(given).endswith(
        "văn bản 6585/UBND-TCD giao UBND xã Một, quá hạn gần 08 năm."
    )
