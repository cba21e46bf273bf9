"""What the page of locked periods shows, in words: the locks, the figures side by side, the matters behind them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.answers.beside import Beside
from dashboard.facts import lock_difference
from dashboard.facts.change import change
from dashboard.facts.since import FIGURE_OF
from dashboard.metrics import METRICS
from dashboard.words import change as change_words
from dashboard.words import locks
from dashboard.words import numbers as vi
from dashboard.words.figures import value
from data_loaders.law.rulebook import built_in
from data_loaders.snapshot.locks import Lock
from queries.periods import RANGE, PeriodError, parse

LEAD = ("open_count", "overdue", "resolved", "entered", "opening", "merged")


def named(lock: Lock) -> str:
    """'quý III/2026', in the calendar year 'quý III/2026 (dương lịch)'; a code that is none stays as it is."""
    try:
        period = parse(lock.code, calendar=lock.calendar, rules=built_in())  # its name alone: no day is judged
    except PeriodError:
        return lock.code or lock.folder.name
    words = vi.period(period)
    return locks.CALENDAR.format(period=words) if lock.calendar == "calendar" and period.kind != RANGE else words


def list_table(found: Sequence[Lock]) -> pd.DataFrame:
    """One row a lock: period, window in exact dates, when, by whom, state."""
    return pd.DataFrame(
        {
            "locked_period": vi.sentence_case(named(lock)),
            "locked_window": vi.MISSING if _unknown(lock) else vi.window(lock.start_on, lock.end_on),
            "locked_at": vi.MISSING if _unknown(lock) else vi.moment(lock.locked_at),
            "locked_by": vi.MISSING if _unknown(lock) else lock.locked_by,
            "lock_state": locks.BROKEN if lock.damaged else locks.WHOLE,
        }
        for lock in found
    )


def _unknown(lock: Lock) -> bool:
    return lock.snapshot_id == "?"


def figure_table(both: Beside, names: Sequence[str]) -> pd.DataFrame:
    """One row a figure, in words: label, locked, current, difference."""
    rows = [_figure_row(METRICS[name].label, name, both) for name in names if name in both.then and name in both.now]
    return pd.DataFrame(rows, columns=["label", "locked", "current", "lock_difference"])


def _figure_row(label: str, name: str, both: Beside) -> dict[str, str]:
    metric, then, now = METRICS[name], both.then[name], both.now[name]
    return {
        "label": label,
        "locked": value(metric, then),
        "current": value(metric, now),
        "lock_difference": _step(name, both),
    }


def _step(name: str, both: Beside) -> str:
    """Counts by number (a lock is off by so many matters, never by a percentage), shares in points."""
    metric, then, now = METRICS[name], both.then[name], both.now[name]
    if then == now:
        return locks.SAME
    if metric.unit == "count":
        return change_words.signed((now.numerator or 0) - (then.numerator or 0))
    return vi.sentence_case(change_words.brief(change(metric, now, then))) or vi.MISSING


def without_rows(both: Beside, names: Sequence[str]) -> list[str]:
    """What changed of the figures that no matter in the list makes: visits, petitions, duty."""
    of_matters = {*FIGURE_OF.values(), "resolution_rate", "on_time_rate"}
    return [
        METRICS[name].label
        for name in names
        if name not in of_matters and name in both.then and name in both.now and both.then[name] != both.now[name]
    ]


def headline(both: Beside, lock: Lock) -> tuple[str, str]:
    """The sentence of what most ask for that changed (what is open at the end, what is overdue), and the rest."""
    moved = {name: lock_difference.effective(both.rows, name) for name in FIGURE_OF}
    first = next((name for name in LEAD if len(moved[name])), LEAD[0])
    figure = FIGURE_OF[first]
    reasons = {locks.REASONS[reason]: count for reason, count in lock_difference.by_reason(moved[first]).items()}
    text = locks.headline(
        named(lock),
        at=vi.moment(lock.locked_at),
        noun=locks.NOUNS[first],
        before=both.then[figure].numerator,
        after=both.now[figure].numerator,
        reasons=reasons,
    )
    others = {locks.NOUNS[name]: int(rows[name].sum()) for name, rows in moved.items() if name != first}
    return text, locks.others(others)
