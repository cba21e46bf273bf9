"""How many days each post must receive citizens in each calendar month.

Luật Tiếp công dân Điều 12, 13, 15, 18; Quy định 11-QĐi/TW Điều 4; Kết luận 215-KL/TW: the rule in force for the post's
duty. A month in which the post did not exist, had no holder or had no rule for some days asks for its share, rounded
down. A weekly rule asks for as many days as there are weeks whose reception day, or the next working day when that is
a day off, lies in the month; the reception day is the weekday on which the post's sessions are most often scheduled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache

import numpy as np
import pandas as pd

from data_loaders.law import messages as say
from data_loaders.law.months import last_of_month
from data_loaders.law.rules import RuleError
from data_loaders.law.working_days import NEVER, to_day_numbers

COLUMNS = ["post_code", "month_on", "required", "note", "rule_id"]
THURSDAY = 4
ALWAYS = (date.min - date(1970, 1, 1)).days
"""Where no first day is given; days and months are whole numbers since 1970, and both ends of a span are in it."""
Weeks = Callable[[date, int], int]


@dataclass(frozen=True)
class Rule:
    """What a duty asks for from `first` to `last`; `weekday` is for a post whose sessions do not tell."""

    rule_id: str
    minimum: int
    per: str  # month or week
    weekday: int  # 1 Monday to 7 Sunday
    first: int
    last: int


@dataclass(frozen=True)
class PostMonths:
    """Months of posts as arrays: the post's place, its usual weekday (0: not known), its span and the month's."""

    post: np.ndarray
    weekday: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    month: np.ndarray
    first: np.ndarray
    last: np.ndarray

    def where(self, chosen: np.ndarray) -> PostMonths:
        return PostMonths(*(getattr(self, each.name)[chosen] for each in fields(self)))


@dataclass(frozen=True)
class Holders:
    """The stretches with a holder of all posts in a row, joined so that no day is counted twice."""

    first: np.ndarray
    last: np.ndarray
    at: np.ndarray  # where those of each post begin
    number: np.ndarray  # how many each post has; 0: none on record, so that every day counts

    def days(self, post: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
        """How many days of each span the post of that place had a holder."""
        number = self.number[post]
        row = np.repeat(np.arange(len(post)), number)
        spell = np.repeat(self.at[post] - np.cumsum(number) + number, number) + np.arange(len(row))
        shared = np.minimum(self.last[spell], last[row]) - np.maximum(self.first[spell], first[row]) + 1
        held = np.bincount(row, weights=np.maximum(shared, 0), minlength=len(post)).astype(np.int64)
        return np.where(number == 0, np.maximum(last - first + 1, 0), held)


def duty_months(
    posts: pd.DataFrame,
    *,
    post_holders: pd.DataFrame,
    sessions: pd.DataFrame,
    rules: pd.DataFrame,
    calendar: pd.DataFrame,
    until: date,
) -> pd.DataFrame:
    """One row a post and month: post_code, month_on (its first day), required, note, rule_id.

    Months run from the post's first one to that of `until`; those without any rule are left out. `note` joins what
    touched the month, by commas: created, ended, vacancy (no holder, only for posts with holders on record; last days
    are included), rule_changed. `rule_id` is the rule in force first in the month. Tables as in the case contract,
    `rules` as rules.load, `calendar` as working_calendar.
    """
    posts = posts.reset_index(drop=True)
    by_duty = _rules_by_duty(rules)
    rows = _post_months(posts, by_duty, usual_weekdays(sessions), until)
    duty = posts["duty_code"].to_numpy(dtype=object)[rows.post]
    holders, weeks = _holders(posts, post_holders), _week_counter(calendar)
    parts = [_asked(rows.where(duty == code), known, holders, weeks) for code, known in by_duty.items()]
    found = pd.concat(parts, ignore_index=True) if parts else _asked(rows, [], holders, weeks)
    found = found.sort_values(["post", "month_on"], ignore_index=True)
    return found.assign(post_code=posts["post_code"].to_numpy(dtype=object)[found["post"]])[COLUMNS]


def usual_weekdays(sessions: pd.DataFrame) -> dict[str, int]:
    """post_code -> the weekday (1 to 7) on which most of its periodic sessions are scheduled; the earlier of equals."""
    planned = sessions[sessions["post_code"].notna() & sessions["scheduled_on"].notna()]
    if "kind" in planned:
        planned = planned[planned["kind"] == "periodic"]
    weekdays = pd.to_datetime(planned["scheduled_on"]).dt.dayofweek + 1
    counts = planned["post_code"].groupby([planned["post_code"], weekdays]).size()
    most = counts.rename_axis(["post", "weekday"]).reset_index(name="times")
    most = most.sort_values("times", ascending=False, kind="stable").drop_duplicates("post")
    return dict(zip(most["post"], most["weekday"].tolist(), strict=True))


def _post_months(
    posts: pd.DataFrame, by_duty: dict[str, list[Rule]], weekdays: dict[str, int], until: date
) -> PostMonths:
    """The months that may need a day: from the post's or the law's beginning, whichever is later, to `until`."""
    begins, ends = _spans(posts["valid_from"], posts["valid_to"])
    law = posts["duty_code"].map({code: min(rule.first for rule in rules) for code, rules in by_duty.items()})
    first = _months(np.maximum(begins, law.fillna(NEVER).to_numpy(dtype=np.int64)))
    last = _months(np.minimum(ends, (until - date(1970, 1, 1)).days))
    number = np.where(law.notna().to_numpy(dtype=bool), np.maximum(last - first + 1, 0), 0)
    post = np.repeat(np.arange(len(posts)), number)
    month = first[post] + np.arange(len(post)) - np.repeat(np.cumsum(number) - number, number)
    weekday = posts["post_code"].map(weekdays).fillna(0).to_numpy(dtype=np.int64)
    return PostMonths(
        post, weekday[post], begins[post], ends[post], month, _first_days(month), _first_days(month + 1) - 1
    )


def _asked(rows: PostMonths, rules: list[Rule], holders: Holders, weeks: Weeks) -> pd.DataFrame:
    """post, month_on, required, note, rule_id of the months of posts of one duty in which a rule is in force."""
    owed, in_force, ruled = (np.zeros(len(rows.post), dtype=np.int64) for _ in range(3))
    rule_id = np.full(len(rows.post), None, dtype=object)
    for rule in rules:
        first, last = np.maximum(rule.first, rows.first), np.minimum(rule.last, rows.last)
        touched = np.maximum(first, rows.begins) <= np.minimum(last, rows.ends)
        some, start, end = rows.where(touched), first[touched], last[touched]
        present = holders.days(some.post, np.maximum(some.begins, start), np.minimum(some.ends, end))
        owed[touched] += _full(rule, some, weeks) * present
        rule_id[touched & (in_force == 0)] = rule.rule_id
        in_force[touched] += 1
        ruled[touched] += end - start + 1
    length = rows.last - rows.first + 1
    found = {
        "post": rows.post,
        "month_on": _dates(rows.first),
        "required": owed // length,
        "note": _notes(rows, holders, changed=(in_force > 1) | (ruled < length)),
        "rule_id": rule_id,
    }
    return pd.DataFrame(found)[in_force > 0]


def _full(rule: Rule, rows: PostMonths, weeks: Weeks) -> np.ndarray:
    """What the rule asks of a post that is there all month."""
    if rule.per != "week":
        return np.full(len(rows.post), rule.minimum)
    weekday = np.where(rows.weekday == 0, rule.weekday, rows.weekday)
    different, place = np.unique(np.stack([rows.first, weekday]), axis=1, return_inverse=True)
    counts = [weeks(_date(first), weekday) for first, weekday in different.T.tolist()]
    return rule.minimum * np.array(counts, dtype=np.int64)[place.reshape(-1)]


def _notes(rows: PostMonths, holders: Holders, *, changed: np.ndarray) -> np.ndarray:
    """What touched each month, by commas; None where nothing did."""
    first, last = np.maximum(rows.begins, rows.first), np.minimum(rows.ends, rows.last)
    touched = {
        "created": rows.begins > rows.first,
        "ended": rows.ends < rows.last,
        "vacancy": holders.days(rows.post, first, last) < last - first + 1,
        "rule_changed": changed,
    }
    kinds = sum(is_so.astype(np.int64) << bit for bit, is_so in enumerate(touched.values()))
    words = [",".join(name for bit, name in enumerate(touched) if kind >> bit & 1) or None for kind in range(16)]
    return np.array(words, dtype=object)[kinds]


def _week_counter(calendar: pd.DataFrame) -> Weeks:
    """(first day of a month, weekday) -> its weeks whose reception day is still in it after moving off days off."""
    day, following = (pd.to_datetime(calendar[name]).dt.date for name in ("day", "next_working"))
    next_working: dict[date, date] = dict(zip(day, following, strict=True))

    def moved(on: date) -> date:
        if on not in next_working:
            ends = {"first": f"{min(next_working):%d/%m/%Y}", "last": f"{max(next_working):%d/%m/%Y}"}
            raise RuleError(say.OUTSIDE_CALENDAR.format(day=f"{on:%d/%m/%Y}", **ends))
        return next_working[on]

    @cache
    def count(month: date, weekday: int) -> int:
        last = last_of_month(month)
        first = month + timedelta(days=(weekday - month.isoweekday()) % 7)
        planned = [first + timedelta(days=7 * week) for week in range(5)]
        return sum(1 for on in planned if on <= last and moved(on) <= last)

    return count


def _rules_by_duty(rules: pd.DataFrame) -> dict[str, list[Rule]]:
    """duty_code -> its rules in order of time."""
    found: dict[str, list[Rule]] = {}
    rules = rules.sort_values("valid_from")
    for row, first, last in zip(rules.to_dict("records"), *_spans(rules["valid_from"], rules["valid_to"]), strict=True):
        weekday = THURSDAY if pd.isna(row["weekday"]) else int(row["weekday"])
        rule = Rule(row["rule_id"], int(row["minimum"]), row["per"], weekday, int(first), int(last))
        found.setdefault(row["duty_code"], []).append(rule)
    return found


def _holders(posts: pd.DataFrame, post_holders: pd.DataFrame) -> Holders:
    """The holders of each post by its place in `posts`."""
    spells = post_holders.sort_values("from_date")
    joined: dict[str, list[tuple[int, int]]] = {}
    first, last = _spans(spells["from_date"], spells["to_date"])
    for post, begins, ends in zip(spells["post_code"], first.tolist(), last.tolist(), strict=True):
        known = joined.setdefault(post, [])
        if known and begins <= known[-1][1]:
            known[-1] = (known[-1][0], max(ends, known[-1][1]))
        else:
            known.append((begins, ends))
    of_posts = [joined.get(post, []) for post in posts["post_code"]]
    number = np.array([len(known) for known in of_posts], dtype=np.int64)
    flat = np.array([spell for known in of_posts for spell in known], dtype=np.int64).reshape(-1, 2)
    return Holders(flat[:, 0], flat[:, 1], np.cumsum(number) - number, number)


def _spans(first: pd.Series, last: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """First and last days; where none is given, always."""
    begins = to_day_numbers(first)
    return np.where(begins == NEVER, ALWAYS, begins), to_day_numbers(last)


def _months(days: np.ndarray) -> np.ndarray:
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)


def _first_days(months: np.ndarray) -> np.ndarray:
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _dates(days: np.ndarray) -> np.ndarray:
    return days.astype("datetime64[D]").astype("datetime64[us]")


def _date(day: int) -> date:
    return date(1970, 1, 1) + timedelta(days=day)
