"""A period judged: no offsetting, whole calendar months only, and what must be known before a head is blamed."""

from datetime import date

import pytest

from dashboard.views.reception import bands
from dashboard.words import ledger as words
from tests.spec.ledger import Ledger
from tests.spec.tables import rows

QUARTER = (date(2026, 6, 15), date(2026, 9, 14))


def held(*days: str, chaired: str = "in_person") -> str:
    return "scheduled_on | held_on | chaired\n" + "\n".join(f"{day} | {day} | {chaired}" for day in days)


BANDS = """
days                                                                          | credited | band
2026-06-01 2026-06-15 2026-07-06 2026-07-20 2026-08-03 2026-08-17             | 6        | kept
2026-06-01 2026-06-15 2026-07-06 2026-07-20 2026-08-03                        | 5        | near
2026-06-01 2026-06-15 2026-07-06 2026-07-20                                   | 4        | short
2026-06-01 2026-06-08 2026-06-15 2026-06-22 2026-06-29 2026-07-06             | 3        | short
2026-09-07 2026-09-21                                                         | 0        | never
"""


@pytest.mark.parametrize("case", rows(BANDS), ids=lambda case: f"{case['credited']} {case['band']}")
def test_a_quarter_of_two_days_a_month_is_six_days_and_no_day_makes_up_for_another_month(case):
    told = Ledger.reporting("X1", "2026-M06", "2026-M07", "2026-M08")
    post = Ledger(held(*case["days"].split()), submissions=told).post(start=QUARTER[0], end=QUARTER[1])
    assert (post.credited, post.band) == (case["credited"], case["band"])


def test_nobody_is_in_full_by_not_reporting_a_month():
    post = Ledger(held("2026-06-01", "2026-06-15", "2026-07-06", "2026-07-20")).post(start=QUARTER[0], end=QUARTER[1])
    assert (post.required, post.credited, post.band) == (4, 4, "unreported")
    assert post.why == "chưa báo cáo 01 tháng"


WINDOWS = """
first      | last       | months
2026-06-15 | 2026-09-14 | 6 7 8
2026-09-15 | 2026-11-22 | 9 10
2026-07-01 | 2026-09-30 | 7 8 9
2026-11-01 | 2026-11-22 | -
"""


@pytest.mark.parametrize("case", rows(WINDOWS), ids=lambda case: str(case["first"]))
def test_only_calendar_months_that_end_in_the_window_are_judged(case):
    judged = Ledger(held("2026-06-01")).ask("ledger_strip", start=case["first"], end=case["last"])
    months = [int(month) for month in str(case["months"] or "").split()]
    assert [month.month for month in judged["month_on"]] == months
    assert [month.month for month in bands.whole_months(case["first"], case["last"])] == months


def test_a_deputy_every_time_is_a_head_who_never_came():
    post = Ledger(held("2026-10-05", "2026-10-19", chaired="delegated")).post()
    assert post.band == "never"
    assert post.why == "thiếu 02 ngày; cấp phó tiếp thay 02 buổi"


HOLDERS = """
    post_code | holder_name | from_date  | to_date
    P         | Người trước | 2025-07-01 | 2026-08-31
    P         | Người sau   | 2026-10-12 | -
"""


def test_a_vacancy_is_nobody_s_fault_and_is_said():
    """September had no holder, October 20 of 31 days: two days times 20/31 is one, rounded down."""
    ledger = Ledger(
        "scheduled_on | held_on | chaired\n2026-09-07 | - | -\n2026-10-19 | 2026-10-19 | in_person",
        post_holders=HOLDERS,
    )
    window = (date(2026, 9, 1), date(2026, 10, 31))
    post = ledger.post(start=window[0], end=window[1])
    assert list(ledger.ask("ledger_strip", start=window[0], end=window[1])["state"]) == ["vacant", "kept"]
    assert (post.required, post.credited, post.band, post.holder_name) == (1, 1, "kept", "Người sau")
    assert post.why == "khuyết người giữ chức trong 02 tháng; người hiện giữ nhận chức ngày 12/10/2026"


def test_each_holder_of_a_post_has_the_days_of_their_own_time():
    ledger = Ledger(held("2026-08-03", "2026-08-17", "2026-10-19"), post_holders=HOLDERS)
    kept = ledger.ask("post_holders_kept", start="2026-07-01", end="2026-10-31", post="P")
    assert list(kept[["holder_name", "in_person"]].itertuples(index=False, name=None)) == [
        ("Người sau", 1),
        ("Người trước", 2),
    ]


DISTRICT = """
    post_code | title          | duty_code      | agency_code | valid_from | valid_to
    P         | Chủ tịch huyện | district_chair | H1          | 2021-01-01 | 2025-06-30
"""


def test_a_post_that_ended_with_its_district_is_judged_until_then_and_not_after():
    ledger = Ledger(held("2025-06-02", "2025-06-16"), posts=DISTRICT)
    post = ledger.post(start=date(2025, 6, 1), end=date(2025, 8, 31))
    assert (post.months, post.required, post.band) == (1, 2, "kept")
    assert post.why == "chức danh kết thúc ngày 30/06/2025"
    assert ledger.post(start=date(2025, 7, 1), end=date(2025, 8, 31)) is None


CHAIR = """
    post_code | title       | duty_code     | agency_code | valid_from | valid_to
    P         | Chủ tịch xã | commune_chair | X2          | 2025-07-01 | -
"""


def test_a_rule_that_changes_within_the_period_is_applied_by_month_and_noted():
    """Four Thursdays in June under Điều 15 as it was; two days in July and in August as amended from 1/7/2026."""
    days = ["2026-06-04", "2026-06-11", "2026-06-18", "2026-06-25", "2026-07-02", "2026-07-16", "2026-08-06"]
    post = Ledger(held(*days), posts=CHAIR).post(start=QUARTER[0], end=QUARTER[1])
    assert (post.required, post.credited, post.band, post.rule_changed) == (8, 7, "near", True)


def test_a_post_created_in_the_period_owes_its_share_and_says_when_it_began():
    posts = CHAIR.replace("2025-07-01", "2026-07-17")
    ledger = Ledger(held("2026-08-03", "2026-08-17"), posts=posts, submissions=Ledger.reporting("X2", "2026-M07"))
    post = ledger.post(start=QUARTER[0], end=QUARTER[1])
    assert (post.required, post.credited, post.band) == (2, 2, "kept")
    assert post.why == "chức danh lập ngày 17/07/2026"


def test_the_sentence_of_a_group():
    counts = {"kept": 118, "near": 20, "short": 17, "never": 11, "unreported": 4}
    said = words.group("Chủ tịch UBND cấp xã", counts, credited=900, required=1200, period="quý III/2026")
    assert said == (
        "48 trên 166 chủ tịch UBND cấp xã chưa tiếp đủ số ngày quý III/2026; 11 người chưa tiếp buổi nào; "
        "118 người tiếp đủ (900/1.200 ngày phải tiếp, đạt 75%); 04 người thuộc đơn vị chưa báo cáo đủ."
    )
    one = words.group("Chủ tịch UBND tỉnh", {"kept": 1}, credited=3, required=3, period="quý III/2026")
    assert one == "Chủ tịch UBND tỉnh tiếp đủ số ngày quý III/2026 (3/3 ngày phải tiếp)."


def test_who_did_well_is_as_easy_to_put_first():
    drawn = Ledger(
        "post_code | scheduled_on | held_on | chaired\n"
        "P | 2026-10-05 | 2026-10-05 | in_person\nP | 2026-10-19 | 2026-10-19 | in_person\n"
        "Q | 2026-10-08 | - | -",
        posts="""
            post_code | title    | duty_code               | agency_code | valid_from | valid_to
            P         | Bí thư   | commune_party_secretary | X1          | 2025-07-01 | -
            Q         | Chủ tịch | commune_chair           | X2          | 2025-07-01 | -
        """,
    )
    posts = bands.judged(drawn.ask("ledger_by_post", start="2026-10-01", end="2026-10-31"))
    assert list(bands.ordered(posts)["post_code"]) == ["Q", "P"]
    assert list(bands.ordered(posts, best_first=True)["post_code"]) == ["P", "Q"]
