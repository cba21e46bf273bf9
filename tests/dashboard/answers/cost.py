"""What it costs that denunciations are counted for the whole province only: their cells that are withheld, of how many.

Visits, too: below the province they are told of all kinds together, by kind of the province alone, about complaints.

`python -m tests.dashboard.answers.cost [snapshot.duckdb]` prints it; without a path, of the snapshot in force.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts import small_cells
from data_loaders.settings import Settings
from data_loaders.snapshot.publish import current
from queries import question
from queries.ask import Scope, Snapshot, ask, open_snapshot
from tests.dashboard.answers.test_elsewhere import DIVISIONS, KINDS


def cells(snapshot: Snapshot) -> pd.DataFrame:
    """Counts of the year so far by place, body, field or result that the queries give, and those no viewer is shown.

    Returns:
        Columns question, division, cells (of all kinds together and of each), small (of denunciations, 1 to 4),
        withheld (of denunciations, zeros, too; of visits those of each kind that is not told apart), told (of
        denunciations, all the same), one row for each question and division.
    """
    answers = Answers(snapshot, Scope(""))
    rows = [_row(snapshot, answers, name, division) for name, division in _cut()]
    rows += [_visits(snapshot, answers, name) for name in question.names() if question.load(name).is_of_visits]
    return pd.DataFrame(rows, columns=["question", "division", "cells", "small", "withheld", "told"])


def _cut() -> Iterator[tuple[str, str | None]]:
    """Questions that must not count denunciations; the official forms and visits have rules of their own."""
    for name in question.names():
        asked = question.load(name)
        if {"kind", "apart"} <= asked.accepts and not (asked.is_whole or asked.is_of_visits):
            named = next((DIVISIONS[column] for column in asked.key if column in DIVISIONS), ())
            for division in named if "division" in asked.accepts else (None,):
                if small_cells.is_cut(asked.key, division=division):
                    yield name, division


def _row(
    snapshot: Snapshot, answers: Answers, name: str, division: str | None
) -> tuple[str, str | None, int, int, int, int]:
    taken = _asked(answers, name, division)
    raw = {kind: _numbers(ask(name, snapshot, Scope(""), **taken, kind=kind, apart=True)) for kind in KINDS}
    shown = _numbers(answers.ask(name, **taken, kind=small_cells.SECRET_KIND))
    secret = raw[small_cells.SECRET_KIND]
    small = int(secret.between(1, small_cells.LEAST - 1).sum())
    return name, division, sum(map(len, raw.values())), small, len(secret) - len(shown), len(shown)


def _visits(snapshot: Snapshot, answers: Answers, name: str) -> tuple[str, str | None, int, int, int, int]:
    """Of each kind as many cells as there are of all kinds; told are those of a kind that the answer was counted by."""
    taken = _asked(answers, name, None)
    raw = {kind: _numbers(ask(name, snapshot, Scope(""), **taken, kind=kind)) for kind in KINDS}
    shown = {kind: answers.ask(name, **taken, kind=kind) for kind in KINDS if kind}
    told = {kind: len(_numbers(answer)) if "kind" in answer.attrs["taken"] else 0 for kind, answer in shown.items()}
    secret = raw[small_cells.SECRET_KIND]
    withheld = sum(len(raw[kind]) - told[kind] for kind in told)
    small = int(secret.between(1, small_cells.LEAST - 1).sum())
    return name, None, sum(map(len, raw.values())), small, withheld, told[small_cells.SECRET_KIND]


def _asked(answers: Answers, name: str, division: str | None) -> dict[str, object]:
    day = answers.info.as_of
    known: dict[str, object] = {"start": day.replace(month=1, day=1), "end": day, "as_of": day, "division": division}
    known |= {"calendar": "inspectorate", "period_kind": "month", "periods": 12, "months": 12}
    return {key: known[key] for key in question.load(name).accepts & set(known) if known[key] is not None}


def _numbers(frame: pd.DataFrame) -> pd.Series:
    """The numbers that an answer gives in its columns of counts, one after the other."""
    counted = [frame[name].dropna().astype(int) for name in small_cells.counts(frame)]
    return pd.concat([pd.Series(dtype=int), *counted])


def main(path: Path) -> None:
    told = cells(open_snapshot(path))
    print(told.to_string(index=False))
    print(f"withheld: {told['withheld'].sum()} of {told['cells'].sum()} cells, {told['small'].sum()} of them 1 to 4")


if __name__ == "__main__":
    found = current(Settings().snapshot_dir)
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    elif found is None:
        sys.exit("there is no snapshot yet")
    else:
        main(found.path)
