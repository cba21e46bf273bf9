"""What is asked of the month that still runs; nothing of it in a period that is over."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts import windows
from queries.periods import Period


def by_duty(answers: Answers, window: Period, *, area: str | None = None) -> pd.DataFrame | None:
    """`duty_running_month` of the month that runs at the end of the window; None where it is judged already."""
    if windows.running_month(window) is None:
        return None
    return answers.ask("duty_running_month", as_of=window.end, area=area)


def heads(answers: Answers, window: Period, *, area: str | None = None) -> pd.DataFrame:
    """`heads_without_reception` of the running month; no rows in a period that is over."""
    found = answers.ask("heads_without_reception", as_of=window.end, area=area)
    return found if windows.running_month(window) else found.iloc[:0]
