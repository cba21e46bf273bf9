"""The legal clock of one dossier: how extensions and suspensions move its last day.

- an extension decided while the limit still runs adds its days to the limit, a later one adds nothing and is flagged;
- a suspension begun while the limit still runs adds its days once it has ended, a later one adds nothing; a dossier
  closed while suspended ends the suspension;
- days are added to the limit itself and its last day is then moved off a day off; only a suspension begun between the
  two, on the days the move has given, adds to the day moved to, so that no clock starts again already run out.
Luật Khiếu nại Điều 11a; Luật Tố cáo Điều 30, 34; Bộ luật Dân sự 2015 Điều 148.
"""

from __future__ import annotations

from typing import NamedTuple

from data_loaders.law.working_days import NEVER, WorkingDays

_END, _BEGIN, _EXTEND = range(3)  # the order of what happens on one day


class Limit(NamedTuple):
    """A dossier's limit by law; days as numbers since 1970."""

    start: int  # the day of acceptance
    last: int  # the last day of the limit, before it is moved off a day off
    rule_id: str
    roll_forward: bool
    closed: int  # NEVER while open


class Due(NamedTuple):
    """The due day in force from `start` on."""

    start: int
    due: int
    late_extension: bool


def timeline(
    limit: Limit, extensions: list[tuple[int, int]], suspensions: list[tuple[int, int]], days: WorkingDays
) -> list[Due]:
    """The due days of one dossier in order of time.

    `extensions`: (day decided, days granted); `suspensions`: (first day, first day after), NEVER while it lasts.
    """
    last, late, in_suspension = limit.last, False, False

    def due_now() -> int:
        return days.roll_one(last) if limit.roll_forward else min(last, NEVER)

    dues = [Due(limit.start, due_now(), late)]
    for day, what, number in _happenings(limit, extensions, suspensions):
        if what == _BEGIN:
            in_suspension = day <= due_now()
            last = due_now() if last < day <= due_now() else last
        elif what == _END:
            last += number if in_suspension else 0
            in_suspension = False
        elif in_suspension or day <= due_now():
            last += number
        else:
            late = True
        _record(dues, Due(day, due_now(), late))
    return dues


def _record(dues: list[Due], now: Due) -> None:
    """Add what is in force from a day on, if it is anything new."""
    if now[1:] == dues[-1][1:]:
        return
    if dues[-1].start == now.start:
        dues.pop()
    dues.append(now)


def _happenings(
    limit: Limit, extensions: list[tuple[int, int]], suspensions: list[tuple[int, int]]
) -> list[tuple[int, int, int]]:
    """(day, what, days) in order: on one day a suspension's end comes first, an extension last."""
    found = [(max(day, limit.start), _EXTEND, number) for day, number in extensions]
    for first, after in _apart(limit, suspensions):
        found.append((first, _BEGIN, 0))
        if after != NEVER:
            found.append((after, _END, after - first))
    return sorted(found)


def _apart(limit: Limit, suspensions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The suspensions as stretches that do not overlap, from the first counted day to the day of closing at most."""
    stretches: list[tuple[int, int]] = []
    reached = limit.start + 1
    for first, after in suspensions:
        first, after = max(first, reached), min(after, limit.closed)
        if first < after:
            stretches.append((first, after))
            reached = after
    return stretches
