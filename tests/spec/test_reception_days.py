"""Days on which heads must receive citizens: Luật Tiếp công dân Điều 12, 13, 15, 18; Quy định 11-QĐi/TW Điều 4."""

from datetime import date

import pytest

from tests.spec.law import required
from tests.spec.tables import rows

FULL_MONTHS = """
duty_code                | month      | days | article
province_chair           | 2026-05-01 | 1    | Luật Tiếp công dân Điều 12
province_party_secretary | 2026-05-01 | 1    | Quy định 11-QĐi/TW Điều 4
agency_head              | 2026-05-01 | 1    | Luật Tiếp công dân Điều 18
commune_party_secretary  | 2026-05-01 | 2    | Kết luận 215-KL/TW
district_chair           | 2025-06-01 | 2    | Luật Tiếp công dân Điều 13, until 30/6/2025
district_chair           | 2025-07-01 | -    | there is no district level any more
district_party_secretary | 2025-06-01 | 1    | Quy định 11-QĐi/TW Điều 4, until 30/6/2025
district_party_secretary | 2025-07-01 | -    | there is no district level any more
commune_chair            | 2026-06-01 | 4    | Luật Tiếp công dân Điều 15: one day a week until 30/6/2026
commune_chair            | 2026-07-01 | 2    | as amended by Luật 136/2025: two days a month from 1/7/2026
commune_chair            | 2026-11-01 | 2    | and so on
province_party_secretary | 2019-01-01 | -    | Quy định 11 is in force from 18/2/2019
province_party_secretary | 2019-03-01 | 1    | its first whole month
province_chair           | 2014-06-01 | -    | Luật Tiếp công dân is in force from 1/7/2014
province_chair           | 2014-07-01 | 1    | its first month
"""


@pytest.mark.parametrize("case", rows(FULL_MONTHS), ids=lambda case: f"{case['duty_code']} {case['month']}")
def test_a_post_that_is_there_all_month(case):
    months = required(f"duty_code | valid_from | valid_to\n{case['duty_code']} | 2010-01-01 | -")
    assert months.get(case["month"], (None, None))[0] == case["days"]


WEEKS = """
weekday   | month      | days | why
Thursday  | 2026-01-01 | 5    | 1/1 is a day off, moved to 5/1; with 8, 15, 22, 29 five
Thursday  | 2026-02-01 | 4    | 19/2 is Tết, moved to 23/2
Thursday  | 2026-04-01 | 4    | 30/4 is a day off, moved to 4/5: neither month may be blamed for it
Thursday  | 2026-05-01 | 4    | 7, 14, 21, 28
Monday    | 2026-03-01 | 5    | 2, 9, 16, 23, 30
Monday    | 2026-04-01 | 4    | 27/4 (day off for Giỗ Tổ on a Sunday) moved to 28/4
Friday    | 2026-01-01 | 5    | 2/1 is exchanged for 10/1, moved to 5/1
Saturday  | 2026-05-01 | 4    | 30/5 moves to 1/6; the other four stay in the month
"""
DAY_OF = {"Monday": "2026-06-01", "Thursday": "2026-06-04", "Friday": "2026-06-05", "Saturday": "2026-06-06"}


@pytest.mark.parametrize("case", rows(WEEKS), ids=lambda case: f"{case['weekday']} {case['month']}")
def test_one_day_a_week_counts_the_weeks_whose_reception_day_is_in_the_month(case):
    """Luật Tiếp công dân Điều 15, until 30/6/2026; a reception day that is a day off moves to the next working day."""
    months = required(
        "duty_code | valid_from | valid_to\ncommune_chair | 2025-07-01 | -",
        sessions=f"scheduled_on\n{DAY_OF[case['weekday']]}",
    )
    assert months[case["month"]][0] == case["days"]


def test_the_reception_day_is_the_weekday_most_often_scheduled():
    """Two Mondays against one Thursday: March 2026 has five Mondays and four Thursdays."""
    drawn = """
        scheduled_on
        2026-01-05
        2026-01-12
        2026-01-22
    """
    chair = "duty_code | valid_from | valid_to\ncommune_chair | 2025-07-01 | -"
    assert required(chair, sessions=drawn)[date(2026, 3, 1)] == (5, None)
    assert required(chair)[date(2026, 3, 1)] == (4, None)  # none scheduled: Thursday


PART_MONTHS = """
duty_code               | valid_from | valid_to   | month      | days | note    | why
commune_chair           | 2026-06-01 | -          | 2026-06-01 | 4    | -       | from the first day
commune_chair           | 2026-06-02 | -          | 2026-06-01 | 3    | created | 29 of 30 days: 3,87 rounded down
commune_chair           | 2026-06-16 | -          | 2026-06-01 | 2    | created | half the month
commune_party_secretary | 2026-11-16 | -          | 2026-11-01 | 1    | created | half of two
commune_party_secretary | 2026-11-17 | -          | 2026-11-01 | 0    | created | 14 of 30 days
district_chair          | 2020-01-01 | 2025-06-30 | 2025-06-01 | 2    | -       | the last day is included
district_chair          | 2020-01-01 | 2025-06-29 | 2025-06-01 | 1    | ended   | 29 of 30 days
province_chair          | 2020-01-01 | 2026-11-29 | 2026-11-01 | 0    | ended   | less than the month asks for none
"""


@pytest.mark.parametrize("case", rows(PART_MONTHS), ids=lambda case: f"{case['duty_code']}: {case['why']}")
def test_a_post_created_or_ended_within_the_month_owes_its_share(case):
    post = f"duty_code | valid_from | valid_to\n{case['duty_code']} | {case['valid_from']} | {case['valid_to'] or '-'}"
    months = required(post)
    assert months[case["month"]] == (case["days"], case["note"])
    assert min(months) == max(case["valid_from"].replace(day=1), date(2014, 7, 1))
    assert case["valid_to"] is None or max(months) == case["month"]


VACANCIES = """
left_on    | came_on    | days | note    | why
2026-05-31 | 2026-06-01 | 4    | -       | one hands over to the next
2026-06-15 | 2026-06-15 | 4    | -       | both on one day
2026-06-14 | 2026-06-16 | 3    | vacancy | one day without a holder
2026-05-31 | 2026-06-16 | 2    | vacancy | half a month without
2026-05-31 | 2026-07-01 | 0    | vacancy | a whole month without
"""


@pytest.mark.parametrize("case", rows(VACANCIES), ids=lambda case: case["why"])
def test_nobody_is_blamed_for_a_vacant_post(case):
    months = required(
        "duty_code | valid_from | valid_to\ncommune_chair | 2025-07-01 | -",
        holders=f"from_date | to_date\n2025-07-01 | {case['left_on']}\n{case['came_on']} | -",
    )
    assert months[date(2026, 6, 1)] == (case["days"], case["note"])


def test_a_post_without_any_holder_on_record_is_not_taken_as_vacant():
    assert required("duty_code | valid_from | valid_to\nprovince_chair | 2026-01-01 | -")[date(2026, 6, 1)] == (1, None)


def test_a_rule_that_begins_within_a_month_asks_for_its_share():
    """Quy định 11-QĐi/TW, 18/2/2019: 11 of 28 days of a rule of two days a month."""
    months = required("duty_code | valid_from | valid_to\ncommune_party_secretary | 2018-01-01 | -")
    assert min(months) == date(2019, 2, 1)
    assert months[date(2019, 2, 1)] == (0, "rule_changed")
    assert months[date(2019, 3, 1)] == (2, None)


def test_months_run_to_the_one_asked_for():
    months = required("duty_code | valid_from | valid_to\nprovince_chair | 2026-01-01 | -", until=date(2027, 1, 22))
    assert (min(months), max(months), len(months)) == (date(2026, 1, 1), date(2027, 1, 1), 13)
