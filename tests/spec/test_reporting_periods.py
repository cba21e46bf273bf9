"""Reporting periods: Thông tư 03/2013 (16th to 15th), Thông tư 02/2021, 01/2024, 06/2025 (15th to 14th)."""

from datetime import date, timedelta

import pytest

from queries.periods import PeriodError, all_periods, containing, parse, straddles
from tests.spec.tables import rows

WINDOWS = """
calendar     | code     | start      | end        | why
inspectorate | 2026-Q1  | 2025-12-15 | 2026-03-14 | 15/12 to 31/12 belong to the next report year
inspectorate | 2026-Q2  | 2026-03-15 | 2026-06-14 | quarters are not calendar quarters
inspectorate | 2026-Q3  | 2026-06-15 | 2026-09-14 | and hold the day a law changed
inspectorate | 2026-Q4  | 2026-09-15 | 2026-12-14 | the year ends on 14/12
inspectorate | 2026-H1  | 2025-12-15 | 2026-06-14 | six months
inspectorate | 2026-H2  | 2026-06-15 | 2026-12-14 | the other six
inspectorate | 2026-9M  | 2025-12-15 | 2026-09-14 | nine months
inspectorate | 2026-Y   | 2025-12-15 | 2026-12-14 | the year
inspectorate | 2026-M01 | 2025-12-15 | 2026-01-14 | a month closes on the 14th
inspectorate | 2026-M05 | 2026-04-15 | 2026-05-14 | of the month it is named after
inspectorate | 2024-Q1  | 2023-12-15 | 2024-03-14 | 91 days in a leap year
inspectorate | 2020-Q1  | 2019-12-16 | 2020-03-15 | before 2021 from the 16th to the 15th
inspectorate | 2020-Q4  | 2020-09-16 | 2020-12-15 | to the end of 2020
inspectorate | 2021-Q1  | 2020-12-15 | 2021-03-14 | which shares 15/12/2020 with the year after
inspectorate | 2021-Y   | 2020-12-15 | 2021-12-14 | all of it by the newer rule
calendar     | 2026-Q1  | 2026-01-01 | 2026-03-31 | calendar quarters stand beside them
calendar     | 2024-M02 | 2024-02-01 | 2024-02-29 | a leap year
calendar     | 2026-M02 | 2026-02-01 | 2026-02-28 | and another
calendar     | 2026-9M  | 2026-01-01 | 2026-09-30 | nine calendar months
calendar     | 2026-Y   | 2026-01-01 | 2026-12-31 | the calendar year
"""


@pytest.mark.parametrize("case", rows(WINDOWS), ids=lambda case: f"{case['calendar']} {case['code']}")
def test_windows(case):
    period = parse(str(case["code"]), calendar=case["calendar"])
    assert (period.start, period.end) == (case["start"], case["end"])


SEAMS = """
day        | quarter
2026-03-14 | 2026-Q1
2026-03-15 | 2026-Q2
2025-12-14 | 2025-Q4
2025-12-15 | 2026-Q1
2020-03-15 | 2020-Q1
2020-03-16 | 2020-Q2
2020-12-15 | 2020-Q4
2020-12-16 | 2021-Q1
2024-02-29 | 2024-Q1
"""


@pytest.mark.parametrize("case", rows(SEAMS), ids=lambda case: str(case["day"]))
def test_the_quarter_of_a_day(case):
    assert containing(case["day"], "quarter").code == case["quarter"]


NEIGHBOURS = """
code                   | previous               | last_year              | year_to_date
2026-Q1                | 2025-Q4                | 2025-Q1                | 2026-Q1
2026-Q2                | 2026-Q1                | 2025-Q2                | 2026-H1
2026-Q3                | 2026-Q2                | 2025-Q3                | 2026-9M
2026-Q4                | 2026-Q3                | 2025-Q4                | 2026-Y
2026-H1                | 2025-H2                | 2025-H1                | 2026-H1
2026-9M                | 2025-9M                | 2025-9M                | 2026-9M
2026-Y                 | 2025-Y                 | 2025-Y                 | 2026-Y
2026-M01               | 2025-M12               | 2025-M01               | 2025-12-15..2026-01-14
2026-M05               | 2026-M04               | 2025-M05               | 2025-12-15..2026-05-14
2026-M06               | 2026-M05               | 2025-M06               | 2026-H1
2025-08-01..2026-07-31 | 2024-08-01..2025-07-31 | 2024-08-01..2025-07-31 | 2025-12-15..2026-07-31
2026-07-01..2026-07-10 | 2026-06-21..2026-06-30 | 2025-07-01..2025-07-10 | 2025-12-15..2026-07-10
2024-02-29..2024-02-29 | 2024-02-28..2024-02-28 | 2023-02-28..2023-02-28 | 2023-12-15..2024-02-29
2025-12-15..2025-12-20 | 2025-12-09..2025-12-14 | 2024-12-15..2024-12-20 | 2025-12-15..2025-12-20
"""


@pytest.mark.parametrize("case", rows(NEIGHBOURS), ids=lambda case: str(case["code"]))
def test_the_one_before_the_same_one_last_year_and_the_year_so_far(case):
    period = parse(case["code"])
    assert period.previous().code == case["previous"]
    assert period.last_year().code == case["last_year"]
    assert period.year_to_date().code == case["year_to_date"]


def test_a_running_quarter_is_compared_with_as_many_days_of_its_base():
    """2026-Q4 on 22/11 has run 69 days, so its base is 15/9 to 22/11/2025."""
    running = parse("2026-Q4").clip(date(2026, 11, 22))
    assert (running.start, running.end, running.days, running.is_running) == (
        date(2026, 9, 15), date(2026, 11, 22), 69, True,
    )  # fmt: skip
    last_year, previous = running.base(running.last_year()), running.base(running.previous())
    assert (last_year.start, last_year.end) == (date(2025, 9, 15), date(2025, 11, 22))
    assert (previous.start, previous.end, previous.days) == (date(2026, 6, 15), date(2026, 8, 22), 69)


def test_like_for_like_counts_days_across_29_february():
    """15/12/2023 to 10/3/2024 are 87 days; 87 days from 15/12/2022 end on 11/3/2023."""
    running = parse("2024-Q1").clip(date(2024, 3, 10))
    assert running.base(running.last_year()).end == date(2023, 3, 11)


def test_like_for_like_never_runs_past_the_end_of_the_base():
    running = parse("2024-Q1").clip(date(2024, 3, 13))  # 90 days; the base has 90
    assert running.base(running.last_year()).end == date(2023, 3, 14)


def test_a_period_that_is_over_is_compared_with_the_whole_base():
    over = parse("2026-Q3").clip(date(2026, 11, 22))
    assert not over.is_running
    assert over.base(over.last_year()) == parse("2025-Q3")


def test_the_year_so_far_of_a_running_quarter_runs_too():
    so_far = parse("2026-Q4").clip(date(2026, 11, 22)).year_to_date()
    assert (so_far.code, so_far.end, so_far.is_running) == ("2026-Y", date(2026, 11, 22), True)
    assert so_far.base(so_far.last_year()).end == date(2025, 11, 22)


CHANGES = """
code                   | changes
2025-Q2                | -
2025-Q3                | 2025-07-01
2026-Q2                | -
2026-Q3                | 2026-07-01
2026-Y                 | 2026-07-01
2025-07-01..2026-06-30 | -
2025-06-30..2025-07-01 | 2025-07-01
"""


@pytest.mark.parametrize("case", rows(CHANGES), ids=lambda case: str(case["code"]))
def test_a_window_with_a_change_of_law_inside_says_so(case):
    """1/7/2025: no more districts; 1/7/2026: Luật 136/2025. A window that begins on the day does not straddle."""
    assert straddles(parse(case["code"])) == ([case["changes"]] if case["changes"] else [])


def test_a_window_may_straddle_both_changes():
    assert straddles(parse("2025-01-01..2026-12-31")) == [date(2025, 7, 1), date(2026, 7, 1)]


def test_a_calendar_month_belongs_to_the_window_that_holds_its_last_day():
    """The duty of March, 31/3, belongs to Q2 (15/3 to 14/6)."""
    assert parse("2026-Q2").months() == [date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)]
    assert parse("2026-Q1").months() == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert parse("2026-M01").months() == [date(2025, 12, 1)]
    running = parse("2026-Q4").clip(date(2026, 11, 22))
    assert running.months() == [date(2026, 9, 1), date(2026, 10, 1)]  # November is not over


@pytest.mark.parametrize("calendar", ["inspectorate", "calendar"])
@pytest.mark.parametrize("kind", ["month", "quarter", "half", "year"])
def test_every_day_belongs_to_one_period_of_each_kind(calendar, kind):
    """Windows follow each other without a gap; the only day shared is 15/12/2020."""
    known = all_periods(2015, 2030)
    mine = known[(known["calendar"] == calendar) & (known["kind"] == kind)].sort_values("start_on")
    gaps = (mine["start_on"].iloc[1:].reset_index(drop=True) - mine["end_on"].iloc[:-1].reset_index(drop=True)).dt.days
    seam = date(2020, 12, 15) if calendar == "inspectorate" else None
    shared = [end.date() for end, gap in zip(mine["end_on"], gaps, strict=False) if gap == 0]
    assert set(gaps) <= {0, 1}
    assert shared == ([seam] if seam else [])


def test_the_table_of_periods_names_neighbours_that_exist():
    known = all_periods(2018, 2027)
    inner = known[known["start_on"] >= "2019-12-31"]
    codes = set(known["code"])
    assert set(inner["previous_code"]) <= codes
    assert set(inner["last_year_code"]) <= codes
    one = known[(known["calendar"] == "inspectorate") & (known["code"] == "2026-Q3")].iloc[0]
    assert (one["kind"], one["previous_code"], one["last_year_code"]) == ("quarter", "2026-Q2", "2025-Q3")
    assert one["end_on"] - one["start_on"] == timedelta(days=91)


BROKEN = [
    *("", "2026", "2026-Q5", "2026-M13", "2026-M00", "2026-M5", "26-Q1", "2026-H3", "1999-Q1", "Q3-2026"),
    *("2026-02-30..2026-03-01", "2026-03-01..", "..", "2026-1-1..2026-2-1", "2026-01-01..2026-01-02..2026-01-03"),
    *("2026-Q3; drop table", "２０２６-Q3", "quý III"),
]


@pytest.mark.parametrize("code", BROKEN)
def test_a_code_that_is_not_understood_is_answered_with_one_sentence(code):
    with pytest.raises(PeriodError, match=r"^Không hiểu mã kỳ '.*2026-Q3.*\.$"):
        parse(code)


def test_other_refusals_say_what_is_wrong():
    with pytest.raises(PeriodError, match="kết thúc trước"):
        parse("2026-03-02..2026-03-01")
    with pytest.raises(PeriodError, match="Không có lịch kỳ báo cáo 'lunar'"):
        parse("2026-Q3", calendar="lunar")
    with pytest.raises(PeriodError, match="bắt đầu ngày 15/12/2026, sau ngày số liệu 22/11/2026"):
        parse("2027-Q1").clip(date(2026, 11, 22))


def test_codes_are_read_in_either_case_and_with_spaces_around():
    assert parse(" 2026-q3 ") == parse("2026-Q3")
