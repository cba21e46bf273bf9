"""A second reading of the rules, day by day: plain, slow and written apart from the one the dashboard uses.

It walks through calendars one day at a time and knows the law as it is told, not as rule files; the two readings are
compared on random cases (test_two_readings.py). Calendars of days off are given as a set of working days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

ONE_DAY = timedelta(days=1)

# ---------------------------------------------------------------- periods

MONTHS_OF = {f"M{month:02d}": [month] for month in range(1, 13)} | {
    "Q1": [1, 2, 3],
    "Q2": [4, 5, 6],
    "Q3": [7, 8, 9],
    "Q4": [10, 11, 12],
    "H1": [1, 2, 3, 4, 5, 6],
    "H2": [7, 8, 9, 10, 11, 12],
    "9M": [1, 2, 3, 4, 5, 6, 7, 8, 9],
    "Y": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
}


def days_of_period(shape: str, year: int, calendar: str) -> list[date]:
    """Every day of a period in order, found by asking each day of three years whether it belongs."""
    found = []
    day = date(year - 1, 1, 1)
    while day < date(year + 2, 1, 1):
        if any(belongs(day, year, month, calendar) for month in MONTHS_OF[shape]):
            found.append(day)
        day += ONE_DAY
    return found


def belongs(day: date, year: int, month: int, calendar: str) -> bool:
    """Whether a day belongs to a month of a report year."""
    if calendar == "calendar":
        return (day.year, day.month) == (year, month)
    last_day_of_month = 15 if year < 2021 else 14
    in_the_month = (day.year, day.month) == (year, month)
    month_before = (year, month - 1) if month > 1 else (year - 1, 12)
    in_the_month_before = (day.year, day.month) == month_before
    return (in_the_month and day.day <= last_day_of_month) or (in_the_month_before and day.day > last_day_of_month)


# ---------------------------------------------------------------- limits


@dataclass(frozen=True)
class Matter:
    """A complaint or denunciation; suspensions end on the first day the clock runs again (None: not yet)."""

    kind: str
    instance: int
    complexity: str
    remote: bool
    accepted_on: date
    closed_on: date | None
    extensions: tuple[tuple[date, int], ...]
    suspensions: tuple[tuple[date, date | None], ...]


@dataclass(frozen=True)
class Clock:
    due_on: date
    late_extension: bool
    stands_still: bool


def days_allowed(matter: Matter) -> int:
    """Khiếu nại Điều 28, 37; Tố cáo 2018 Điều 30; Tố cáo 2011 Điều 21."""
    if matter.kind == "denunciation":
        if matter.accepted_on >= date(2019, 1, 1):
            return 30
        return 60 if matter.complexity == "normal" else 90
    is_complex = matter.complexity != "normal"
    if matter.instance == 1:
        return {(False, False): 30, (True, False): 45, (False, True): 45, (True, True): 60}[is_complex, matter.remote]
    return {(False, False): 45, (True, False): 60, (False, True): 60, (True, True): 70}[is_complex, matter.remote]


def is_stopped(matter: Matter, day: date) -> bool:
    """Whether the law lets this day pass uncounted. The day of acceptance is not counted in any case."""
    if day <= matter.accepted_on or (matter.closed_on and day >= matter.closed_on):
        return False
    if day < (date(2026, 7, 1) if matter.kind == "complaint" else date(2019, 1, 1)):
        return False
    return any(begun <= day and (ended is None or day < ended) for begun, ended in matter.suspensions)


def clocks(matter: Matter, until: date, working: set[date]) -> dict[date, Clock]:
    """Where the clock of a matter stands at the end of each day: walks there from the day of acceptance."""
    found = {}
    last_day = matter.accepted_on + days_allowed(matter) * ONE_DAY
    waiting = 0  # stopped days that will be given back when the clock runs again
    in_time = was_stopped = late = False
    day = matter.accepted_on
    while day <= until:
        stopped = is_stopped(matter, day)
        if stopped and not was_stopped:
            moved = first_working(last_day, working)
            in_time = day <= moved
            if last_day < day <= moved:
                last_day = moved
        if was_stopped and not stopped:
            last_day += waiting * ONE_DAY
            waiting = 0
        if stopped and in_time:
            waiting += 1
        for decided, days in matter.extensions:
            if decided == day or (day == matter.accepted_on and decided < day):
                if (stopped and in_time) or day <= first_working(last_day, working):
                    last_day += days * ONE_DAY
                else:
                    late = True
        found[day] = Clock(first_working(last_day, working), late, stopped)
        was_stopped = stopped
        day += ONE_DAY
    return found


def first_working(day: date, working: set[date]) -> date:
    while day not in working:
        day += ONE_DAY
    return day


# ---------------------------------------------------------------- duty


@dataclass(frozen=True)
class Post:
    """Last days are included; no holders at all: never vacant."""

    duty: str
    valid_from: date
    valid_to: date | None
    holders: tuple[tuple[date, date | None], ...]
    scheduled: tuple[date, ...]


def duty_on(duty: str, day: date) -> tuple[int, str] | None:
    """(how many, per month or per week) by the law in force on a day: Luật Tiếp công dân, Quy định 11, Luật 136."""
    before_districts_ended = day < date(2025, 7, 1)
    party, reception_law = day >= date(2019, 2, 18), day >= date(2014, 7, 1)
    if duty in {"province_party_secretary", "commune_party_secretary"} and party:
        return (1 if duty.startswith("province") else 2), "month"
    if duty == "district_party_secretary" and party and before_districts_ended:
        return 1, "month"
    if duty in {"province_chair", "agency_head"} and reception_law:
        return 1, "month"
    if duty == "district_chair" and reception_law and before_districts_ended:
        return 2, "month"
    if duty == "commune_chair" and reception_law:
        return (1, "week") if day < date(2026, 7, 1) else (2, "month")
    return None


def required_days(post: Post, month: date, working: set[date]) -> int | None:
    """Days owed in a calendar month: each day of service under a rule owes its share; None where no rule asks."""
    days = [month]
    while (days[-1] + ONE_DAY).month == month.month:
        days.append(days[-1] + ONE_DAY)
    owed, asked = Fraction(0), False
    for day in days:
        rule = duty_on(post.duty, day)
        if rule is None or not exists(post, day):
            continue
        asked = True
        number, per = rule
        whole_month = number if per == "month" else number * weeks_asked(post, days, working)
        owed += Fraction(whole_month, len(days)) if has_holder(post, day) else 0
    return int(owed) if asked else None


def exists(post: Post, day: date) -> bool:
    return post.valid_from <= day and (post.valid_to is None or day <= post.valid_to)


def has_holder(post: Post, day: date) -> bool:
    return not post.holders or any(came <= day and (left is None or day <= left) for came, left in post.holders)


def weeks_asked(post: Post, days: list[date], working: set[date]) -> int:
    """Weeks whose reception day is in the month, and still is when a day off moves it to the next working day."""
    reception_day = usual_weekday(post)
    return sum(1 for day in days if day.isoweekday() == reception_day and first_working(day, working) in days)


def usual_weekday(post: Post) -> int:
    """Monday 1 to Sunday 7: the most frequent, the earlier of equals; Thursday when none is known."""
    counts = {weekday: sum(day.isoweekday() == weekday for day in post.scheduled) for weekday in range(1, 8)}
    most = max(counts.values())
    return next(weekday for weekday in range(1, 8) if counts[weekday] == most) if most else 4
