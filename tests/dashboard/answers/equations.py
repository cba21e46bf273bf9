"""Everything told of denunciations as equations in whole numbers, and what can be solved from all of them at once.

Unknown: how many matters of each kind each part of the province had, by column of the balance, in the shortest
stretches of days that the windows cut time into; how many were on hand at the end of each; which of them came late
after a lock. Known: every number of the balance of the province and of its parts, of every window and kind, locked and
as it stands, and that nothing is below zero. A number of a part is read as what it truly holds,
with denunciations or without, whatever is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from queries.ask import Scope, Snapshot, ask

SECRET, OTHERS = "denunciation", ("complaint", "petition")
CAME = ("entered_first", "entered_second", "reopened")
ENDED = ("decided", "withdrawn", "discontinued", "to_investigation", "merged")
STOCKS = ("opening", "closing")
PARTS_OF = {"entered": CAME, "resolved": ENDED[:-1]}
"""Columns that parts are told by, of those the province is told by."""
CUTS = {"balance_by_area": "area_code", "balance_by_agency": "agency_code", "balance_by_field": "field_group"}
LOCKED, LATE = "locked", "late"
Window = tuple[str, str]
Unknown = tuple[str, str, str, str, int]
"""Locked or late, part, kind, column (or on_hand), stretch of days (on hand: at its end; -1: before the first)."""
Sum = dict[Unknown, int]


class Asks(Protocol):
    """`Answers`, or what stands in for it."""

    def ask(self, name: str, **params: object) -> pd.DataFrame: ...


@dataclass(frozen=True)
class Cut:
    """A question that cuts the province, with the parts that have any matter at all in it."""

    question: str
    parts: tuple[str, ...]
    windows: tuple[Window, ...]

    @property
    def days(self) -> list[pd.Timestamp]:
        """First days of the stretches, and the day after the last."""
        return sorted({pd.Timestamp(start) for start, _ in self.windows} | {_after(end) for _, end in self.windows})

    def cell(self, state: str, parts: Sequence[str], kinds: Sequence[str], column: str, window: Window) -> Sum:
        """That number of the balance: as it stands is what was locked and what came late."""
        first, last = (self.days.index(day) for day in (pd.Timestamp(window[0]), _after(window[1])))
        at = {"opening": [first - 1], "closing": [last - 1]}.get(column, range(first, last))
        named = ("on_hand",) if column in STOCKS else PARTS_OF.get(column, (column,))
        states = (LOCKED,) if state == LOCKED else (LOCKED, LATE)
        return dict.fromkeys(product(states, parts, kinds, named, at), 1)

    def balances(self) -> Iterator[tuple[Sum, int]]:
        """On hand before and what came, less what ended, is on hand after: not of a body, which hands matters on."""
        if self.question == "balance_by_agency":
            return
        for state in (LOCKED, LATE):
            for part in self.parts:
                for kind in (SECRET, *OTHERS):
                    for at in range(len(self.days) - 1):
                        yield (
                            {
                                (state, part, kind, "on_hand", at - 1): 1,
                                (state, part, kind, "on_hand", at): -1,
                                **{(state, part, kind, column, at): 1 for column in CAME},
                                **{(state, part, kind, column, at): -1 for column in ENDED},
                            },
                            0,
                        )


def cut(question: str, snapshot: Snapshot, windows: Sequence[Window]) -> Cut:
    ever = {"start": min(start for start, _ in windows), "end": max(end for _, end in windows)}
    codes = ask(question, snapshot, Scope(""), **ever)[CUTS[question]]
    return Cut(question, tuple(sorted({str(code) for code in codes})), tuple(windows))


def told(
    asked: Cut, state: str, answers: Asks, snapshot: Snapshot, windows: Sequence[Window]
) -> Iterator[tuple[Sum, int]]:
    """Every number of these windows a viewer of the whole province is given, as a sum of unknowns."""
    for window in windows:
        days = dict(zip(("start", "end"), window, strict=True))
        for row in answers.ask("balance", **days).to_dict("records"):
            kinds = (SECRET, *OTHERS) if row["kind"] == "all" else (row["kind"],)
            for column in (*CAME, *ENDED, *STOCKS):
                yield asked.cell(state, asked.parts, kinds, column, window), int(row[column])
        yield from _of_parts(asked, state, answers, snapshot, window)


def _of_parts(asked: Cut, state: str, answers: Asks, snapshot: Snapshot, window: Window) -> Iterator[tuple[Sum, int]]:
    """Numbers of parts: of each kind alone and of all together, read as what they hold."""
    days = dict(zip(("start", "end"), window, strict=True))
    truth = {kind: _numbers(asked, ask(asked.question, snapshot, Scope(""), **days, kind=kind)) for kind in OTHERS}
    for kind in (None, SECRET, *OTHERS):
        for at, number in _numbers(asked, answers.ask(asked.question, **days, kind=kind)).items():
            part, column = at
            without = sum(truth[each].get(at, 0) for each in OTHERS)
            both = OTHERS if number == without else (SECRET, *OTHERS)
            yield asked.cell(state, [part], both if kind is None else (kind,), column, window), number


def _numbers(asked: Cut, answer: pd.DataFrame) -> dict[tuple[str, str], int]:
    """(part, column) → number, where one is given."""
    columns = [*PARTS_OF, "merged", *STOCKS]
    counted = answer.groupby(answer[CUTS[asked.question]].astype(str))[columns].sum(min_count=1).stack()
    return {(str(part), str(column)): int(number) for (part, column), number in counted.items()}


def extremes(equations: Sequence[tuple[Sum, int]], targets: Sequence[Sum]) -> list[tuple[int, int]]:
    """Least and most that each target can be in whole numbers, all equations taken together."""
    named, rules = _system(equations, targets)
    place = {one: at for at, one in enumerate(named)}
    found = []
    for target in targets:
        wish = np.zeros(len(named))
        wish[[place[one] for one in target]] = 1
        least, most = milp(wish, **rules), milp(-wish, **rules)
        assert least.success and most.success, (least.message, most.message)
        found.append((round(least.fun), round(-most.fun)))
    return found


def solution(equations: Sequence[tuple[Sum, int]], targets: Sequence[Sum]) -> dict[Unknown, int]:
    """Whole numbers that all equations allow."""
    named, rules = _system(equations, targets)
    found = milp(np.zeros(len(named)), **rules)
    assert found.success, found.message
    return dict(zip(named, map(round, found.x), strict=True))


def _system(equations: Sequence[tuple[Sum, int]], targets: Sequence[Sum]) -> tuple[list[Unknown], dict[str, Any]]:
    """The unknowns, and the equations between them as the solver takes them."""
    named = sorted({one for each, _ in equations for one in each} | {one for each in targets for one in each})
    place = {one: at for at, one in enumerate(named)}
    entries = [(row, place[one], sign) for row, (each, _) in enumerate(equations) for one, sign in each.items()]
    rows, columns, signs = (np.array(part) for part in zip(*entries, strict=True))
    held = csr_array((signs.astype(float), (rows, columns)), shape=(len(equations), len(named)))
    numbers = np.array([number for _, number in equations], dtype=float)
    return named, {
        "constraints": LinearConstraint(held, numbers, numbers),
        "integrality": np.ones(len(named)),
        "bounds": Bounds(0, numbers.max()),
    }


def _after(day: str) -> pd.Timestamp:
    return pd.Timestamp(day) + pd.Timedelta(days=1)
