"""Every figure is compared over days of its own kind: flows like for like, stocks with the start, duty by months."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.facts import windows
from dashboard.facts.change import Figure
from dashboard.words import windows as words
from queries.periods import Period, PeriodError, parse

CODES = [f"{year}-{part}" for year in (2022, 2024, 2026) for part in ("Q1", "Q4", "M02", "H1", "9M", "Y")]


def period(code: str, until: str | None = None) -> Period:
    whole = parse(code)
    return whole.clip(dt.date.fromisoformat(until)) if until else whole


RUNNING = period("2026-Q4", "2026-11-22")


@pytest.mark.parametrize(
    ("now", "which", "span", "said"),
    [
        (RUNNING, "previous", "flow", "69 ngày đầu quý III/2026"),
        (RUNNING, "previous", "stock", "đầu quý, ngày 14/09/2026"),
        (RUNNING, "previous", "duty", "tháng 6 và 7/2026"),
        (RUNNING, "last_year", "flow", "cùng 69 ngày năm trước"),
        (RUNNING, "last_year", "stock", "ngày 22/11/2025"),
        (period("2026-Q3"), "previous", "flow", "quý trước"),
        (period("2026-Q3"), "previous", "stock", "đầu quý, ngày 14/06/2026"),
        (period("2026-Q1"), "previous", "duty", "tháng 9, 10 và 11/2025"),
        (period("2026-9M"), "previous", "stock", "đầu kỳ, ngày 14/12/2025"),
        (period("2026-H1"), "previous", "flow", "6 tháng cuối năm 2025"),
        (period("2026-9M"), "previous", "flow", "9 tháng đầu năm 2025"),
        (period("2026-08-01..2026-08-31"), "previous", "flow", "kỳ từ ngày 01/07/2026 đến ngày 31/07/2026"),
        (
            period("2026-11-01..2026-11-30", "2026-11-22"),
            "previous",
            "flow",
            "kỳ từ ngày 02/10/2026 đến ngày 23/10/2026",
        ),
    ],
)
def test_a_base_names_its_days(now, which, span, said):
    assert words.base_name(now, which, span) == said


@pytest.mark.parametrize(
    ("now", "which", "span", "said"),
    [
        (RUNNING, "previous", "flow", "69 ngày quý III"),
        (RUNNING, "previous", "stock", "14/09"),
        (RUNNING, "previous", "duty", "T6–7"),
        (RUNNING, "last_year", "flow", "69 ngày năm trước"),
        (RUNNING, "last_year", "stock", "22/11/2025"),
        (period("2026-Q3"), "previous", "flow", "quý trước"),
        (period("2026-Q1"), "previous", "duty", "T9–11/2025"),
        (period("2026-Q1"), "previous", "stock", "14/12/2025"),
        (period("2026-H1"), "previous", "flow", "6 tháng cuối năm 2025"),
        (period("2026-08-01..2026-08-31"), "previous", "flow", "01/07–31/07"),
        (period("2026-01-01..2026-01-31"), "previous", "flow", "01/12–31/12/2025"),
    ],
)
def test_a_base_on_a_card_says_its_year_only_where_it_is_another(now, which, span, said):
    assert words.brief_base(now, which, span) == said


@given(st.sampled_from(CODES), st.integers(0, 400))
def test_a_stock_is_compared_with_the_day_before_and_a_flow_with_as_many_days(code, ahead):
    whole = parse(code)
    try:
        now = whole.clip(whole.start + dt.timedelta(days=ahead))
        before = windows.base(now, "previous", "flow")
    except PeriodError:
        return
    assert windows.base(now, "previous", "stock").end == now.start - dt.timedelta(days=1)
    assert not now.is_running or before.days == min(now.days, (before.full_end - before.start).days + 1)
    assert before.end < now.start


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (RUNNING, dt.date(2026, 11, 1)),
        (period("2026-Q4", "2026-11-30"), None),  # November is judged that day
        (period("2026-Q4", "2026-12-10"), None),  # December is judged in the quarter to come
        (period("2026-Q4"), None),
    ],
)
def test_the_month_that_still_runs_stands_apart(now, month):
    assert windows.running_month(now) == month
    assert month is None or month not in now.months()


def test_one_base_takes_its_stocks_of_its_own_day():
    flows = {"visits": Figure(10, None, 10.0), "open_dossiers": Figure(1, None, 1.0)}
    stocks = {"visits": Figure(99, None, 99.0), "open_dossiers": Figure(2218, None, 2218.0)}
    assert windows.merged(flows, stocks) == {"visits": flows["visits"], "open_dossiers": stocks["open_dossiers"]}
