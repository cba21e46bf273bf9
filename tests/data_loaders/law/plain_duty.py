"""duty_month read plainly, month by month of each post with whole dates and fractions: the second reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

import pandas as pd

from data_loaders.law.duty import COLUMNS, THURSDAY, usual_weekdays
from data_loaders.law.months import last_of_month

ONE_DAY = timedelta(days=1)
Span = tuple[date, date]  # first and last day, both included


@dataclass(frozen=True)
class Rule:
    rule_id: str
    minimum: int
    per: str  # month or week
    weekday: int  # 1 Monday to 7 Sunday, for a post whose sessions do not tell
    span: Span


def duty_months(
    posts: pd.DataFrame,
    *,
    post_holders: pd.DataFrame,
    sessions: pd.DataFrame,
    rules: pd.DataFrame,
    calendar: pd.DataFrame,
    until: date,
) -> pd.DataFrame:
    weeks = _week_counter(calendar)
    by_duty = _rules_by_duty(rules)
    holders = _spans_by_post(post_holders)
    weekday = usual_weekdays(sessions)
    rows = [
        (post["post_code"], *month)
        for post in posts.to_dict("records")
        for month in _months_of_post(
            (_day(post["valid_from"]) or date.min, _day(post["valid_to"]) or date.max),
            rules=by_duty.get(post["duty_code"], []),
            holders=holders.get(post["post_code"]),
            weekday=weekday.get(post["post_code"]),
            weeks=weeks,
            until=until,
        )
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    return frame.astype({"month_on": "datetime64[us]", "required": "int64"})


def _months_of_post(
    post: Span, *, rules: list[Rule], holders: list[Span] | None, weekday: int | None, weeks: Any, until: date
) -> Iterator[tuple[date, int, str | None, str]]:
    """(month, required, note, rule_id) of each month in which the post exists and a rule is in force."""
    for month in _months(post, rules, until):
        in_force = [rule for rule in rules if _overlap(rule.span, post, month)]
        if not in_force:
            continue
        length = _days(month)
        required = sum(
            Fraction(_full(rule, month[0], weekday, weeks) * _present(_cut(rule.span, post, month), holders), length)
            for rule in in_force
        )
        note = _note(post, month, in_force, holders)
        yield month[0], int(required), note, in_force[0].rule_id


def _months(post: Span, rules: list[Rule], until: date) -> Iterator[Span]:
    """The months that may need a day: from the post's or the law's beginning, whichever is later."""
    if not rules:
        return
    month = max(post[0], min(rule.span[0] for rule in rules)).replace(day=1)
    while month <= min(until, post[1]):
        last = last_of_month(month)
        yield month, last
        month = last + ONE_DAY


def _full(rule: Rule, month: date, weekday: int | None, weeks: Any) -> int:
    """What the rule asks of a post that is there all month."""
    return rule.minimum * (weeks(month, weekday or rule.weekday) if rule.per == "week" else 1)


def _week_counter(calendar: pd.DataFrame) -> Any:
    """(month, weekday) -> the weeks whose reception day is in the month, and still is after moving off days off."""
    day, following = (pd.to_datetime(calendar[name]).dt.date for name in ("day", "next_working"))
    next_working: dict[date, date] = dict(zip(day, following, strict=True))

    @cache
    def count(month: date, weekday: int) -> int:
        last = last_of_month(month)
        first = month + timedelta(days=(weekday - month.isoweekday()) % 7)
        planned = [first + timedelta(days=7 * week) for week in range(5)]
        return sum(1 for on in planned if on <= last and next_working[on] <= last)

    return count


def _present(span: Span | None, holders: list[Span] | None) -> int:
    """Days of `span` on which the post had a holder (no holders on record at all: every day)."""
    if span is None:
        return 0
    if holders is None:
        return _days(span)
    cuts = [cut for holder in holders if (cut := _cut(holder, span))]
    return sum(_days(cut) for cut in cuts)


def _note(post: Span, month: Span, rules: list[Rule], holders: list[Span] | None) -> str | None:
    whole = _cut(post, month)
    ruled = sum(_days(cut) for rule in rules if (cut := _cut(rule.span, month)))
    touched = {
        "created": post[0] > month[0],
        "ended": post[1] < month[1],
        "vacancy": holders is not None and whole is not None and _present(whole, holders) < _days(whole),
        "rule_changed": len(rules) > 1 or ruled < _days(month),
    }
    return ",".join(name for name, is_so in touched.items() if is_so) or None


def _rules_by_duty(rules: pd.DataFrame) -> dict[str, list[Rule]]:
    """duty_code -> its rules in order of time."""
    found: dict[str, list[Rule]] = {}
    for row in rules.sort_values("valid_from").to_dict("records"):
        weekday = THURSDAY if pd.isna(row["weekday"]) else int(row["weekday"])
        span = (_day(row["valid_from"]) or date.min, _day(row["valid_to"]) or date.max)
        rule = Rule(row["rule_id"], int(row["minimum"]), row["per"], weekday, span)
        found.setdefault(row["duty_code"], []).append(rule)
    return found


def _spans_by_post(holders: pd.DataFrame) -> dict[str, list[Span]]:
    """post_code -> the stretches with a holder, joined so that no day is counted twice."""
    found: dict[str, list[Span]] = {}
    for row in holders.sort_values("from_date").to_dict("records"):
        spans = found.setdefault(row["post_code"], [])
        first, last = _day(row["from_date"]) or date.min, _day(row["to_date"]) or date.max
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return found


def _cut(*spans: Span) -> Span | None:
    """The days that all have in common."""
    first, last = max(span[0] for span in spans), min(span[1] for span in spans)
    return (first, last) if first <= last else None


def _overlap(*spans: Span) -> bool:
    return _cut(*spans) is not None


def _days(span: Span) -> int:
    return (span[1] - span[0]).days + 1


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()
