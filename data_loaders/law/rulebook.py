"""The rules that whoever reads a snapshot needs besides its answers: reporting calendars, events, changes of law.

What a refresh computes by rule (due dates, days a head owes, days off) is in the snapshot as rows already.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import pandas as pd

from data_loaders.law import rules
from data_loaders.law.changes import law_changes
from data_loaders.settings import Settings

Spans = dict[str, list[tuple[date, date, int]]]  # calendar -> (first day, last day, closing day) of each rule


@dataclass(frozen=True, eq=False)
class RuleBook:
    """One state of the rules.

    Attributes:
        calendars: as rules.load("reporting_calendars").
        events: as rules.load("events"): event_id, happened_on, kind, law_change, label, name, article.
        changes: as changes.law_changes: changed_on, file, label, article.
        is_complete: False where the snapshot is of an earlier version and the built-in rows stand in for some.
    """

    calendars: pd.DataFrame
    events: pd.DataFrame
    changes: pd.DataFrame
    is_complete: bool = True

    @cached_property
    def spans(self) -> Spans:
        """calendar -> its rules in order of the file; a rule without an end lasts for ever."""
        found: Spans = {}
        for row in self.calendars.to_dict("records"):
            last = date.max if pd.isna(row["valid_to"]) else row["valid_to"].date()
            found.setdefault(row["calendar"], []).append((row["valid_from"].date(), last, int(row["closing_day"])))
        return found


def of_files(files: dict[str, pd.DataFrame]) -> RuleBook:
    """The book of rule files by name, as rules.load_all gives them."""
    return RuleBook(files["reporting_calendars"], files["events"], law_changes(files))


@lru_cache(maxsize=1)
def built_in() -> RuleBook:
    """The book of the rows that come with the software."""
    return of_files(rules.load_all())


def installed() -> RuleBook:
    """The book of this installation's rule files (RULES_DIR), for commands that have no snapshot.

    Raises RuleError.
    """
    return _installed(os.environ.get("RULES_DIR"))


@lru_cache(maxsize=1)
def _installed(_environment: str | None) -> RuleBook:
    return of_files(rules.load_all(directory=Settings().rules_dir))
