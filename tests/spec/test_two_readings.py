"""The dashboard's reading of periods, limits and duty against a second, slow one, on random cases."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_loaders.law.duty import duty_months
from data_loaders.law.limits import due_timeline
from data_loaders.law.rule_columns import DUTIES
from queries.periods import parse
from tests.spec import law, slow_reading
from tests.spec.slow_reading import Matter, Post

MANY = settings(max_examples=150, deadline=None)
DAY = timedelta(days=1)


@cache
def working() -> set[date]:
    days = law.calendar()
    return {day.date() for day in days.loc[days["is_working"], "day"]}


@pytest.mark.parametrize("calendar", ["inspectorate", "calendar"])
@pytest.mark.parametrize("year", [2016, 2019, 2020, 2021, 2022, 2024, 2025, 2026, 2028])
def test_periods(calendar, year):
    for shape in slow_reading.MONTHS_OF:
        days = slow_reading.days_of_period(shape, year, calendar)
        period = parse(f"{year}-{shape}", calendar=calendar)
        assert (period.start, period.end, period.days) == (days[0], days[-1], len(days)), period.code


@st.composite
def matters(draw: st.DrawFn) -> Matter:
    """Around the dates on which something changes: a new law, Tết, the day suspensions begin to count."""
    around = draw(st.sampled_from([date(2018, 12, 1), date(2026, 1, 10), date(2026, 6, 1), date(2024, 2, 1)]))
    accepted_on = around + draw(st.integers(-40, 60)) * DAY

    def later(low: int, high: int) -> date:
        return accepted_on + draw(st.integers(low, high)) * DAY

    extensions = [(later(-2, 110), draw(st.sampled_from([1, 10, 30]))) for _ in range(draw(st.integers(0, 3)))]
    begun = [later(-5, 100) for _ in range(draw(st.integers(0, 3)))]
    lengths = [draw(st.none() | st.integers(0, 50)) for _ in begun]
    return Matter(
        kind=draw(st.sampled_from(["complaint", "denunciation"])),
        instance=draw(st.sampled_from([1, 2])),
        complexity=draw(st.sampled_from(["normal", "complex", "very_complex"])),
        remote=draw(st.booleans()),
        accepted_on=accepted_on,
        closed_on=draw(st.none() | st.integers(0, 150).map(lambda days: accepted_on + days * DAY)),
        extensions=tuple(sorted(extensions)),
        suspensions=tuple(
            sorted(
                (
                    (day, None if length is None else day + length * DAY)
                    for day, length in zip(begun, lengths, strict=True)
                ),
                key=lambda spell: spell[0],
            )
        ),
    )


@MANY
@given(st.lists(matters(), min_size=1, max_size=6))
def test_limits(cases):
    """On every day of 260; a clock that stands still has no due date."""
    for matter, dues in zip(cases, _timelines(cases), strict=True):
        moments = slow_reading.clocks(matter, matter.accepted_on + 260 * DAY, working())
        in_force = _by_day(dues, moments)
        for day, expected in moments.items():
            if not expected.stands_still:
                assert in_force[day] == (expected.due_on, expected.late_extension), (matter, day)


def _by_day(dues: pd.DataFrame, days: Iterable[date]) -> dict[date, tuple[date, bool]]:
    """day -> (due date, late extension) in force; every day has one row."""
    days, found = list(days), {}
    for row in dues.itertuples():
        last = days[-1] if pd.isna(row.to_date) else row.to_date.date() - DAY
        for day in days:
            if row.from_date.date() <= day <= last:
                assert day not in found
                found[day] = (row.due_on.date(), bool(row.late_extension))
    return found


def _timelines(cases: list[Matter]) -> list[pd.DataFrame]:
    dossiers = pd.DataFrame(
        {
            "dossier_id": [str(number) for number in range(len(cases))],
            "kind": [matter.kind for matter in cases],
            "received_on": pd.to_datetime([matter.accepted_on for matter in cases]),
            "accepted_on": pd.to_datetime([matter.accepted_on for matter in cases]),
            "instance": [matter.instance for matter in cases],
            "complexity": [matter.complexity for matter in cases],
            "remote_area": [matter.remote for matter in cases],
            "due_on": pd.Series([None] * len(cases), dtype="datetime64[us]"),
            "closed_on": pd.to_datetime(pd.Series([matter.closed_on for matter in cases], dtype=object)),
        }
    )
    extensions = [(str(number), *row) for number, matter in enumerate(cases) for row in matter.extensions]
    suspensions = [(str(number), *row) for number, matter in enumerate(cases) for row in matter.suspensions]
    dues = due_timeline(
        dossiers,
        extensions=pd.DataFrame(extensions, columns=["dossier_id", "decided_on", "days"]),
        suspensions=pd.DataFrame(suspensions, columns=["dossier_id", "from_date", "to_date"], dtype=object),
        deadline_rules=law.rules("deadlines"),
        suspension_rules=law.rules("suspensions"),
        calendar=law.calendar(),
    )
    return [dues[dues["dossier_id"] == str(number)] for number in range(len(cases))]


@MANY
@given(st.lists(matters(), min_size=1, max_size=6))
def test_due_dates_never_move_back(cases):
    for dues in _timelines(cases):
        assert dues["due_on"].is_monotonic_increasing
        assert dues["from_date"].is_monotonic_increasing
        assert dues["from_date"].is_unique
        assert dues["to_date"].iloc[:-1].tolist() == dues["from_date"].iloc[1:].tolist()


TURNS = [date(2014, 7, 1), date(2019, 2, 1), date(2025, 6, 1), date(2026, 2, 1), date(2026, 6, 1)]


@st.composite
def posts(draw: st.DrawFn, around: date) -> Post:
    def near(low: int, high: int) -> date:
        return around + draw(st.integers(low, high)) * DAY

    valid_from = near(-70, 40)
    came = [near(-70, 60) for _ in range(draw(st.integers(0, 3)))]
    return Post(
        duty=draw(st.sampled_from(DUTIES)),
        valid_from=valid_from,
        valid_to=draw(st.none() | st.integers(0, 120).map(lambda days: valid_from + days * DAY)),
        holders=tuple(
            (day, draw(st.none() | st.integers(0, 60).map(lambda n, day=day: day + n * DAY))) for day in came
        ),
        scheduled=tuple(near(-10, 10) for _ in range(draw(st.integers(0, 6)))),
    )


@MANY
@given(st.sampled_from(TURNS).flatmap(lambda around: st.lists(posts(around), min_size=1, max_size=4)))
def test_duty(cases):
    until = max(post.valid_from for post in cases) + 150 * DAY
    months = duty_months(
        pd.DataFrame(
            {
                "post_code": [str(number) for number in range(len(cases))],
                "duty_code": [post.duty for post in cases],
                "valid_from": pd.to_datetime([post.valid_from for post in cases]),
                "valid_to": pd.to_datetime(pd.Series([post.valid_to for post in cases], dtype=object)),
            }
        ),
        post_holders=_rows(
            [(str(number), *row) for number, post in enumerate(cases) for row in post.holders],
            ["post_code", "from_date", "to_date"],
        ),
        sessions=_rows(
            [(str(number), day, "periodic") for number, post in enumerate(cases) for day in post.scheduled],
            ["post_code", "scheduled_on", "kind"],
        ),
        rules=law.rules("reception_duty"),
        calendar=law.calendar(),
        until=until,
    )
    fast = {(row.post_code, row.month_on.date()): row.required for row in months.itertuples()}
    assert len(fast) == len(months)
    for number, post in enumerate(cases):
        month = post.valid_from.replace(day=1)
        while month <= until:
            expected = slow_reading.required_days(post, month, working())
            assert fast.pop((str(number), month), None) == expected, (post, month)
            month = (month + 31 * DAY).replace(day=1)
    assert not fast


def _rows(rows: list[tuple], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=columns, dtype=object)
