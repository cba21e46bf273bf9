"""What a period that still runs is drawn with in a row of periods: how far it is, and the same days a year before."""

from __future__ import annotations

import datetime as dt
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
    asked |= {"calendar": of.calendar, "period_kind": period_kind}
    same = (
        _same_days(answers, question, windows.base(now, "last_year", "flow").end, columns, **asked) if columns else {}
    )
    return Running(words.elapsed(now), same, words.base_name(now, "last_year", "flow"))


def _same_days(
    answers: Answers, question: str, end: dt.date, columns: Sequence[str], **asked: object
) -> dict[str, float | None]:
    """The flows of the period that ended on that day; none where it is not among those kept."""
    last = answers.ask(question, **asked | {"as_of": end, "periods": 1})
    kept = not last.empty and last["end_on"].iloc[-1].date() == end
    return {name: numbers(last[name])[-1] for name in columns} if kept else {}
