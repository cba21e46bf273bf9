"""What a period that still runs is drawn with in a row of periods: how far it is, and the same days a year before."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.drawing.figure import Running, numbers
from dashboard.facts import windows
from dashboard.words import windows as words
from queries.periods import Period, containing


def running(
    answers: Answers, question: str, series: pd.DataFrame, *, of: Period, period_kind: str, columns: Sequence[str],
    **asked: object,
) -> Running | None:  # fmt: skip
    """Of the last period of an answer of a series; None where it is over.

    Args:
        period_kind: of its periods (month, quarter); of: the window looked at, whose last day the series ends on.
        columns: flows, which the same days of last year are a base for.
    """
    if series.empty or series["end_on"].iloc[-1].date() != of.end:
        return None
    now = containing(of.end, period_kind, calendar=of.calendar, rules=of.rules).clip(of.end)
    if not now.is_running:
        return None
    before = windows.base(now, "last_year", "flow")
    last = answers.ask(
        question, **asked | {"as_of": before.end, "calendar": of.calendar, "period_kind": period_kind, "periods": 1}
    )
    kept = not last.empty and last["end_on"].iloc[-1].date() == before.end
    same = {name: numbers(last[name])[-1] for name in columns} if kept else {}
    return Running(words.elapsed(now), same, words.base_name(now, "last_year", "flow"))
