"""Reporting periods, and the rules by which a snapshot was taken: what reads a snapshot judges days by those."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import pandas as pd

from data_loaders.law import rulebook
from data_loaders.law.periods import INSPECTORATE, RANGE, Period, containing, law_changes, parse, straddles
from data_loaders.law.reporting import PeriodError
from data_loaders.law.reporting import periods as all_periods
from data_loaders.law.rulebook import RuleBook
from queries.ask import ask
from queries.scope import Scope
from queries.snapshot import Snapshot

__all__ = [
    "INSPECTORATE",
    "RANGE",
    "Period",
    "PeriodError",
    "RuleBook",
    "all_periods",
    "containing",
    "law_changes",
    "parse",
    "rules_of",
    "straddles",
]
TABLES = {"reporting_calendars": "reporting_calendar", "events": "event", "law_changes": "law_change"}

_books: WeakKeyDictionary[Snapshot, RuleBook] = WeakKeyDictionary()


def rules_of(snapshot: Snapshot) -> RuleBook:
    """The rules a snapshot (or a lock) was taken with, read once.

    Snapshots of earlier versions keep no events: the built-in rows stand in, and `is_complete` is False.
    """
    if snapshot not in _books:
        _books[snapshot] = _read(snapshot)
    return _books[snapshot]


def _read(snapshot: Snapshot) -> RuleBook:
    _, rows = snapshot.run("select table_name from information_schema.tables where table_schema = current_schema()", {})
    kept = {str(row[0]) for row in rows}
    here = {name: ask(name, snapshot, Scope.everything()) for name, table in TABLES.items() if table in kept}
    usual = rulebook.built_in()
    stand_in: dict[str, pd.DataFrame] = {
        "reporting_calendars": usual.calendars,
        "events": usual.events,
        "law_changes": usual.changes,
    }
    known = stand_in | here
    return RuleBook(
        known["reporting_calendars"], known["events"], known["law_changes"], is_complete=len(here) == len(TABLES)
    )
