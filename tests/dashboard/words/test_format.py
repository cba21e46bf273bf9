"""Numbers, dates and periods as Vietnamese text, and never a text that says more than its number."""

from __future__ import annotations

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts.change import Figure, change
from dashboard.metrics import METRICS
from dashboard.words import change as words
from dashboard.words import numbers as vi
from queries.periods import parse

COUNTS = st.integers(0, 10_000_000)
OPEN = METRICS["open_dossiers"]
SHARE = METRICS["overdue_share"]


def back(text: str) -> float:
    """The number a Vietnamese text names."""
    return float(text.rstrip("%").replace(".", "").replace(",", "."))


def counted(amount: int) -> Figure:
    return Figure(amount, None, float(amount))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (1234, "1.234"), (1234.5, "1.234,5"), (1234.56, "1.234,6"), (-7.25, "−7,3"), (8.0, "8"),
     (0.04, "0"), (-0.04, "0"), (None, "—"), (pd.NA, "—"), (float("nan"), "—")],
)  # fmt: skip
def test_numbers(value, text):
    assert vi.number(value) == text


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (3.0, "+3"),
        (-1234, "−1.234"),
        (2.4, "+2,4"),
        (-2.4, "−2,4"),
        (0.04, "0"),
        (-0.04, "0"),
        (0, "0"),
        (float("nan"), "—"),
    ],
)
def test_a_step_has_the_digits_of_a_number_and_no_sign_where_it_is_written_nought(step, text):
    assert vi.signed(step) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (238, 316, "75,3%"),
        (1336, 1990, "67,1%"),
        (1, 1, "100%"),
        (0, 9, "0%"),
        (1, 0, "—"),
        (None, 5, "—"),
        (1, 8, "12,5%"),
    ],
)
def test_shares_are_recomputed_from_their_counts(numerator, denominator, text):
    assert vi.share(numerator, denominator) == text


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (5, "05"), (9, "09"), (10, "10"), (1999, "1.999"), (None, "—")])
def test_counts_in_prose_are_padded_under_ten(value, text):
    assert vi.prose_count(value) == text


@given(COUNTS)
def test_a_count_reads_back(amount):
    assert back(vi.count(amount)) == amount


@given(st.integers(0, 100_000), st.integers(1, 100_000))
def test_a_percentage_is_the_nearest_tenth(numerator, denominator):
    assert abs(back(vi.share(numerator, denominator)) - 100 * numerator / denominator) <= 0.05 + 1e-9


@pytest.mark.parametrize(
    ("days", "text"),
    [(5, "05 ngày"), (412, "412 ngày"), (730, "02 năm"), (800, "hơn 02 năm"), (2874, "gần 08 năm"), (4015, "11 năm")],
)
def test_a_long_time_is_said_in_years(days, text):
    assert vi.duration(days) == text


@given(st.integers(1, 20_000))
def test_a_long_time_never_says_more_than_it_is_unless_nearly(days):
    said = vi.duration(days)
    assert not said.startswith("hơn") or days > 365 * back(said.split()[1])
    assert not said.startswith("gần") or 365 * back(said.split()[1]) - 92 <= days < 365 * back(said.split()[1])


@pytest.mark.parametrize(
    ("code", "calendar", "text"),
    [("2026-Q3", "inspectorate", "quý III/2026"), ("2026-H1", "calendar", "6 tháng đầu năm 2026"),
     ("2025-9M", "inspectorate", "9 tháng đầu năm 2025"), ("2026-Y", "calendar", "năm 2026"),
     ("2026-M05", "calendar", "tháng 5/2026"),
     ("2025-08-01..2026-07-31", "inspectorate", "từ ngày 01/08/2025 đến ngày 31/07/2026")],
)  # fmt: skip
def test_periods(code, calendar, text):
    assert vi.period(parse(code, calendar=calendar)) == text


def test_dates_and_moments():
    assert vi.date(dt.date(2026, 11, 2)) == "02/11/2026"
    assert vi.date(pd.NaT) == "—"
    assert vi.moment(dt.datetime(2026, 11, 22, 7, 30)) == "07:30 ngày 22/11/2026"  # noqa: DTZ001
    assert vi.window(dt.date(2026, 6, 15), dt.date(2026, 9, 14)) == "từ ngày 15/06/2026 đến ngày 14/09/2026"


@pytest.mark.parametrize(
    ("name", "text"), [("Tỉnh Hoa Lam", "tỉnh Hoa Lam"), ("Hoa Lam", "Hoa Lam"), ("Xã An", "xã An")]
)
def test_a_place_inside_a_sentence(name, text):
    assert vi.place(name) == text


@pytest.mark.parametrize(
    ("now", "base", "text"),
    [(0, 0, "không phát sinh"), (3, 0, "phát sinh mới"), (12, 9, "tăng 03 vụ việc"), (2, 9, "giảm 07 vụ việc"),
     (115, 100, "tăng 15%"),
     (848, 1000, "giảm 15,2%"), (20, 20, "không thay đổi"), (100_001, 100_000, "tăng 01 vụ việc"),
     (539, 350, "tăng 54%")],
)  # fmt: skip
def test_changes_of_counts(now, base, text):
    assert words.brief(change(OPEN, counted(now), counted(base))) == text


@pytest.mark.parametrize(
    ("now", "base", "text"),
    [((50, 100), (40, 100), "tăng 10 điểm phần trăm"), ((402, 1000), (425, 1000), "giảm 2,3 điểm phần trăm"),
     ((1, 3), (1, 4), ""), ((5000, 10_000), (50_001, 100_000), "không thay đổi"),
     ((2374, 10_000), (2326, 10_000), "tăng 0,4 điểm phần trăm"),
     ((2376, 10_000), (2374, 10_000), "tăng 0,1 điểm phần trăm"),
     ((2374, 10_000), (2366, 10_000), "không thay đổi")],
)  # fmt: skip
def test_changes_of_shares_are_points(now, base, text):
    first, second = (Figure(a, b, a / b) for a, b in (now, base))
    assert words.brief(change(SHARE, first, second)) == text


@given(COUNTS, COUNTS)
def test_a_change_never_contradicts_its_counts(now, base):
    text = words.brief(change(OPEN, counted(now), counted(base)))
    assert text.startswith("tăng") == (now > base and base > 0)
    assert text.startswith("giảm") == (now < base)
    assert ("%" in text) <= (base >= 10)
    if "%" in text:
        size = back(text.split()[1])
        assert math.isclose(size, 100 * abs(now - base) / base, abs_tol=0.0501)


@pytest.mark.parametrize(
    ("code", "axis", "short"),
    [("2026-Q3", "III/2026", "III/26"), ("2026-M11", "11/2026", "11/26"), ("2026-Y", "2026", "2026")],
)
def test_a_period_on_an_axis_is_written_month_before_year(code, axis, short):
    assert (vi.axis_period(code), vi.short_period(code)) == (axis, short)
