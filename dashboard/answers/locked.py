"""The headline figures of a locked period, as they were locked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.answers import lock_files
from dashboard.answers.answers import AnswerError, Answers
from dashboard.facts.change import Figure, figures
from data_loaders.snapshot.locks import Lock
from queries.periods import Period


@dataclass(frozen=True)
class LockedFigures:
    """A locked period. `figures` as `facts.change.figures`, by name; empty where `problem` says why:

    'damaged' (a file is not what it was) or 'unreadable' (its tables are of another version of the contract).
    """

    lock: Lock
    figures: Mapping[str, Figure] = field(default_factory=dict)
    problem: str | None = None


def of(answers: Answers, period: Period, *, kind: str | None = None, area: str | None = None) -> LockedFigures | None:
    """What was locked for this period (code and calendar), for the kind and area asked for; None: it is not locked."""
    found = [each for each in lock_files.listed() if (each.code, each.calendar) == (period.code, period.calendar)]
    return read(answers, found[0], kind=kind, area=area) if found else None


def read(answers: Answers, lock: Lock, *, kind: str | None = None, area: str | None = None) -> LockedFigures:
    """The figures of one lock as it was locked."""
    then = answers.at(lock)
    if then is None:
        return LockedFigures(lock, problem="damaged")
    try:
        answer = then.ask("figures", start=lock.start_on, end=lock.end_on, kind=kind, area=area)
    except AnswerError:
        return LockedFigures(lock, problem="unreadable")
    return LockedFigures(lock, figures(answer))
