"""The table calendar_day (the days themselves: tests/spec/test_days_off.py)."""

from datetime import date

import pandas as pd

from data_loaders.law import rules
from data_loaders.law.working_calendar import working_calendar


def test_one_row_a_day_in_the_shape_of_the_snapshot():
    days = working_calendar(date(2026, 1, 1), date(2026, 12, 31), overrides=rules.load("holidays"))
    assert list(days) == ["day", "is_working", "holiday_name", "next_working", "working_index"]
    assert len(days) == 365
    assert days["day"].is_unique
    assert days["working_index"].iloc[-1] == days["is_working"].sum() == 249
    assert (days["next_working"] >= days["day"]).all()
    assert (days["next_working"] == days["day"]).equals(days["is_working"])


def test_the_next_working_day_may_lie_after_the_last_row():
    """It ends in the Tết of 2026."""
    days = working_calendar(date(2026, 2, 16), date(2026, 2, 19))
    assert set(days["next_working"]) == {pd.Timestamp(2026, 2, 23)}
    assert days["working_index"].tolist() == [0, 0, 0, 0]


def test_days_off_are_named_in_vietnamese():
    days = working_calendar(date(2026, 2, 13), date(2026, 2, 17)).set_index("day")["holiday_name"]
    assert days[pd.Timestamp(2026, 2, 17)] == "Tết Nguyên Đán"
    assert pd.isna(days[pd.Timestamp(2026, 2, 13)])


def test_without_overrides_the_library_alone_decides():
    plain = working_calendar(date(2026, 1, 1), date(2026, 1, 31)).set_index("day")["is_working"]
    assert plain[pd.Timestamp(2026, 1, 2)]  # exchanged for 10/1 only by the notice in holidays.csv
    assert not plain[pd.Timestamp(2026, 1, 10)]
