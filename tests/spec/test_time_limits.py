"""Time limits: Luật Khiếu nại Điều 11a, 28, 37; Luật Tố cáo Điều 30, 34; Bộ luật Dân sự Điều 147, 148."""

from datetime import date

import pytest

from tests.spec.law import due, late_extension, timeline
from tests.spec.tables import rows

MARCH = date(2026, 3, 2)  # a Monday; 30 days end on Wednesday 1/4/2026

LIMITS = """
kind         | instance | complexity   | remote_area | accepted_on | due_on     | article
complaint    | 1        | normal       | no          | 2026-03-02  | 2026-04-01 | Khiếu nại Điều 28: 30 ngày
complaint    | 1        | complex      | no          | 2026-03-02  | 2026-04-16 | Khiếu nại Điều 28: 45 ngày
complaint    | 1        | normal       | yes         | 2026-03-02  | 2026-04-16 | Khiếu nại Điều 28: vùng sâu 45 ngày
complaint    | 1        | complex      | yes         | 2026-03-03  | 2026-05-04 | Khiếu nại Điều 28: 60 ngày, 2/5 nghỉ
complaint    | 2        | normal       | no          | 2026-03-02  | 2026-04-16 | Khiếu nại Điều 37: 45 ngày
complaint    | 2        | complex      | no          | 2026-03-05  | 2026-05-04 | Khiếu nại Điều 37: 60 ngày
complaint    | 2        | normal       | yes         | 2026-03-05  | 2026-05-04 | Khiếu nại Điều 37: 60 ngày
complaint    | 2        | complex      | yes         | 2026-03-02  | 2026-05-11 | Khiếu nại Điều 37: 70 ngày
denunciation | 1        | normal       | no          | 2026-03-02  | 2026-04-01 | Tố cáo Điều 30: 30 ngày
denunciation | 1        | complex      | no          | 2026-03-02  | 2026-04-01 | Tố cáo Điều 30: chờ gia hạn
denunciation | 1        | very_complex | yes         | 2026-03-02  | 2026-04-01 | Tố cáo Điều 30: chờ gia hạn
"""


@pytest.mark.parametrize("case", rows(LIMITS), ids=lambda case: f"{case['article']} ({case['accepted_on']})")
def test_days_to_resolve(case):
    assert due({name: case[name] for name in list(case)[:5]}) == case["due_on"]


COUNTING = """
accepted_on | due_on     | why
2026-03-01  | 2026-03-31 | the day of acceptance is not counted
2024-01-31  | 2024-03-01 | a leap year has 29/2
2023-01-31  | 2023-03-02 | and another year has not
2026-04-02  | 2026-05-04 | a Saturday moves to Monday
2026-01-18  | 2026-02-23 | Tết: 17/2 moves past the holiday and the weekend
2026-01-14  | 2026-02-13 | the last working day before Tết stays
2026-07-23  | 2026-08-22 | a Saturday worked in place of 31/8 stays
2026-08-01  | 2026-09-03 | 31/8 (exchanged), 1/9 and 2/9 are days off
2025-12-03  | 2026-01-05 | 2/1/2026 is a day off, exchanged for 10/1
2025-12-11  | 2026-01-10 | which is a working Saturday
2026-10-25  | 2026-11-25 | Ngày Văn hóa Việt Nam, 24/11
2012-07-02  | 2012-08-01 | the first days of the 2011 law
"""


@pytest.mark.parametrize("case", rows(COUNTING), ids=lambda case: case["why"])
def test_the_last_day(case):
    assert due({"accepted_on": case["accepted_on"]}) == case["due_on"]


def test_a_matter_accepted_under_an_older_law_keeps_its_limit():
    """Luật Tố cáo 2011 Điều 21 (60 ngày) until 31/12/2018; Luật Tố cáo 2018 Điều 30 (30 ngày) since 1/1/2019."""
    assert due({"kind": "denunciation", "accepted_on": date(2018, 12, 31)}) == date(2019, 3, 1)
    assert due({"kind": "denunciation", "accepted_on": date(2019, 1, 1)}) == date(2019, 1, 31)


def test_petitions_have_no_limit_by_law_but_may_have_the_sources_own():
    petition = {"kind": "petition", "received_on": date(2026, 3, 2)}
    assert due(petition) is None
    given = timeline({**petition, "due_on": date(2026, 3, 8)})
    assert given[["basis", "rule_id"]].iloc[0].isna().tolist() == [False, True]
    assert (given["basis"][0], given["due_on"][0].date()) == ("source", date(2026, 3, 8))  # a Sunday, kept as given


def test_without_a_day_of_acceptance_there_is_no_limit():
    assert due({"received_on": MARCH}) is None
    assert due({"accepted_on": date(2012, 6, 30)}) is None  # before the law of 2011 was in force


EXTENSIONS = """
decided_on | days | due_on     | late | why
2026-04-01 | 30   | 2026-05-04 | no   | on the last day: in time (1/5 is a day off)
2026-04-02 | 30   | 2026-04-01 | yes  | a day later: it cures nothing
2026-03-10 | 10   | 2026-04-13 | no   | days are added first, then 11/4 (Saturday) moves
2026-03-01 | 5    | 2026-04-06 | no   | decided even before acceptance
"""


@pytest.mark.parametrize("case", rows(EXTENSIONS), ids=lambda case: case["why"])
def test_extensions(case):
    """Luật Tố cáo Điều 30."""
    drawn = f"decided_on | days\n{case['decided_on']} | {case['days']}"
    denunciation = {"kind": "denunciation", "accepted_on": MARCH}
    assert due(denunciation, extensions=drawn) == case["due_on"]
    assert late_extension(denunciation, extensions=drawn) is case["late"]


def test_a_second_extension_counts_from_the_limit_not_from_the_day_it_moved_to():
    """30 + 30 days end on Friday 1/5, a day off, so on 4/5; the third 30 days end on Sunday 31/5, so on 1/6."""
    drawn = """
        decided_on | days
        2026-04-01 | 30
        2026-05-04 | 30
    """
    assert due({"kind": "denunciation", "accepted_on": MARCH}, extensions=drawn) == date(2026, 6, 1)


def test_an_extension_does_not_reach_back_in_time():
    drawn = "decided_on | days\n2026-03-20 | 30"
    denunciation = {"kind": "denunciation", "accepted_on": MARCH}
    assert due(denunciation, extensions=drawn, on=date(2026, 3, 19)) == date(2026, 4, 1)
    assert due(denunciation, extensions=drawn, on=date(2026, 3, 20)) == date(2026, 5, 4)


# to_date is the first day the clock runs again
SUSPENSIONS = """
kind         | accepted_on | from_date  | to_date    | due_on     | why
denunciation | 2026-03-02  | 2026-03-10 | 2026-03-18 | 2026-04-09 | Tố cáo Điều 34: 8 days do not count
denunciation | 2026-03-02  | 2026-04-01 | 2026-04-09 | 2026-04-09 | begun on the last day, which is still left
denunciation | 2026-03-02  | 2026-04-02 | 2026-04-10 | 2026-04-01 | begun when the limit had run out: it cures nothing
denunciation | 2026-03-02  | 2026-03-02 | 2026-03-04 | 2026-04-02 | the day of acceptance did not count anyway
denunciation | 2026-03-02  | 2026-03-10 | -          | 2026-04-01 | still suspended: nothing to add yet
complaint    | 2026-03-02  | 2026-03-10 | 2026-03-18 | 2026-04-01 | complaints could not be suspended before 1/7/2026
complaint    | 2026-06-08  | 2026-06-20 | 2026-07-01 | 2026-07-08 | 30/6 is the last day that does not stop the clock
complaint    | 2026-06-08  | 2026-06-20 | 2026-07-02 | 2026-07-09 | 1/7 is the first that does (Khiếu nại Điều 11a)
complaint    | 2026-06-08  | 2026-06-20 | 2026-07-10 | 2026-07-17 | 9 of the 20 days count
complaint    | 2026-08-03  | 2026-08-10 | 2026-08-12 | 2026-09-04 | 2/9 and two days
denunciation | 2018-12-03  | 2018-12-20 | 2019-01-11 | 2019-02-11 | 60 days of the 2011 law; ten days of the 2018 one
"""


@pytest.mark.parametrize("case", rows(SUSPENSIONS), ids=lambda case: f"{case['kind']}: {case['why']}")
def test_suspensions(case):
    drawn = f"from_date | to_date\n{case['from_date']} | {case['to_date'] or '-'}"
    assert due({"kind": case["kind"], "accepted_on": case["accepted_on"]}, suspensions=drawn) == case["due_on"]


def test_an_extension_decided_while_the_clock_stands_still_is_in_time():
    assert due(
        {"kind": "denunciation", "accepted_on": MARCH},
        suspensions="from_date | to_date\n2026-03-30 | 2026-05-01",
        extensions="decided_on | days\n2026-04-15 | 30",
    ) == date(2026, 6, 2)  # 1/4 + 32 + 30


def test_a_matter_closed_while_suspended_ends_the_suspension():
    """Suspended on the 10th day of 30, closed 60 days later: 20 days were left."""
    suspended = "from_date | to_date\n2026-03-12 | -"
    denunciation = {"kind": "denunciation", "accepted_on": MARCH, "closed_on": date(2026, 5, 11)}
    assert due(denunciation, suspensions=suspended, on=date(2026, 5, 11)) == date(2026, 6, 1)  # 31/5 is a Sunday
    assert due(denunciation, suspensions=suspended, on=date(2026, 5, 10)) == date(2026, 4, 1)


def test_a_clock_stopped_on_the_day_the_limit_moved_to_does_not_start_again_run_out():
    """30 days end on Saturday 2/5, so on Monday 4/5; stopped that day for ten, the day itself is left."""
    drawn = "from_date | to_date\n2026-05-04 | 2026-05-14"
    assert due({"kind": "denunciation", "accepted_on": date(2026, 4, 2)}, suspensions=drawn) == date(2026, 5, 14)
