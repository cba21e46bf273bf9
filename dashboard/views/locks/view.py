"""What the page of locked periods shows, in words: the locks, the figures side by side, the matters behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from dashboard.answers.answers import AnswerError, Answers
from dashboard.facts import lock_difference
from dashboard.facts.change import Figure, change, figures
from dashboard.metrics import METRICS
from dashboard.words import change as change_words
from dashboard.words import locks
from dashboard.words import numbers as vi
from dashboard.words.figures import value
from data_loaders.law.rulebook import built_in
from data_loaders.snapshot.locks import Lock
from queries.periods import RANGE, PeriodError, parse

SEPARATOR = chr(31)
FIGURE_OF = {
    "opening": "opening_dossiers",
    "entered": "entered_dossiers",
    "resolved": "resolved_dossiers",
    "merged": "merged_dossiers",
    "open_count": "open_dossiers",
    "overdue": "overdue_dossiers",
}


class Asks(Protocol):
    """Answers, or whatever else answers questions from one snapshot."""

    def ask(self, name: str, **params: object) -> pd.DataFrame: ...

    def may_ask(self, name: str) -> bool: ...


@dataclass(frozen=True)
class Beside:
    """A locked window and the same window today: every figure by name, and `lock_difference.difference`."""

    then: Mapping[str, Figure]
    now: Mapping[str, Figure]
    rows: pd.DataFrame


def named(lock: Lock) -> str:
    """'quý III/2026', in the calendar year 'quý III/2026 (dương lịch)'; a code that is none stays as it is."""
    try:
        period = parse(lock.code, calendar=lock.calendar, rules=built_in())  # its name alone: no day is judged
    except PeriodError:
        return lock.code or lock.folder.name
    words = vi.period(period)
    return locks.CALENDAR.format(period=words) if lock.calendar == "calendar" and period.kind != RANGE else words


def beside(answers: Answers, lock: Lock) -> Beside | None:
    """Both sides; None where the locked tables cannot answer today's questions. Only for a lock that is whole."""
    then = answers.at(lock)
    window = {"start": lock.start_on, "end": lock.end_on}
    if then is None:
        return None
    try:
        before, now = (asked.ask("figures", **window) for asked in (then, answers))
        rows = answers.remember(
            "moved since the lock", lambda: moved(then, answers, window), then.id, lock.start_on, lock.end_on
        )
        return Beside(figures(before), figures(now), rows)
    except AnswerError:
        return None


def moved(then: Asks, now: Asks, window: Mapping[str, object]) -> pd.DataFrame:
    """`lock_difference.difference` of the window between two snapshots."""
    known, current = then.ask("window_dossiers", **window), now.ask("window_dossiers", **window)
    lost, new = lock_difference.only_in(known, current), lock_difference.only_in(current, known)
    known, current = _with(then, known, new, window), _with(now, current, lost, window)
    gone = lock_difference.only_in(known, current)
    told = gone and now.may_ask("refused_dossiers")
    refused = now.ask("refused_dossiers", dossiers=SEPARATOR.join(gone))["dossier_id"].tolist() if told else []
    return lock_difference.difference(known, current, refused=refused)


def _with(asked: Asks, known: pd.DataFrame, missing: Sequence[str], window: Mapping[str, object]) -> pd.DataFrame:
    """The answer with those matters that it does not name because they do not count in the window."""
    if not missing:
        return known
    others = asked.ask("window_dossiers", **window, dossiers=SEPARATOR.join(missing))
    return pd.concat([known.astype(object), others.astype(object)], ignore_index=True) if len(others) else known


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


def headline(both: Beside, lock: Lock) -> tuple[str, str]:
    """The sentence of what most ask for (what was resolved, else the count most matters move), and the rest."""
    moved = {name: lock_difference.effective(both.rows, name) for name in FIGURE_OF}
    first = "resolved" if len(moved["resolved"]) else max(moved, key=lambda name: len(moved[name]))
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
