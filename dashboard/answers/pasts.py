"""The past of headline figures: each of the last eight quarters by the definitions of the figures."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.answers.standing import View
from data_loaders.law.periods import parse

QUARTERS = 8


def quarters(answers: Answers, view: View) -> pd.DataFrame:
    """Eight quarters up to the last day looked at, and the one before, whose stock the first of them begins with."""
    return answers.ask("quarterly_series", **view.params(), period_kind="quarter", periods=QUARTERS + 1)


def pasts(answers: Answers, view: View) -> Mapping[str, list[float]]:
    """Values of each figure, oldest first; a figure without a past of two quarters in a row is not among them.

    Shares are of 1. Kept for all viewers of the same reach.
    """
    return answers.remember("pasts", lambda: _pasts(answers, view), tuple(sorted(view.params().items())), most=32)


def _pasts(answers: Answers, view: View) -> dict[str, list[float]]:
    series = quarters(answers, view)
    matters = series.set_index("code")[
        ["entered", "resolved", "open_count", "on_time", "judged", "with_limit", "overdue"]
    ]
    matters = matters.astype(float)
    lines = {
        "open_dossiers": matters["open_count"],
        "overdue_share": matters["overdue"] / matters["with_limit"],
        "on_time_rate": matters["on_time"] / matters["judged"],
        "resolution_rate": matters["resolved"] / (matters["open_count"].shift() + matters["entered"]),
        "duty_compliance": _duty(answers, view, series),
    }
    if not view.params().get("kind"):
        came = answers.ask("reception_series", **view.params(), period_kind="quarter", periods=QUARTERS)
        lines["mass_groups"] = came["mass_groups"].astype(float)
    return {name: values for name, line in lines.items() if len(values := _known(line.tail(QUARTERS))) > 1}


def _duty(answers: Answers, view: View, series: pd.DataFrame) -> pd.Series:
    """Days kept in person of those owed, over the calendar months that end in each quarter."""
    if series.empty:
        return pd.Series(dtype=float)
    asked = view.params() | {"start": series["start_on"].iloc[0].date()}
    judged = answers.ask("duty_by_months", **asked).set_index("month_on")[["credited", "required"]].astype(float)
    return pd.Series([_share(judged, _months(answers, view, code)) for code in series["code"]])


def _months(answers: Answers, view: View, code: str) -> pd.DatetimeIndex:
    quarter = parse(code, calendar=view.window.calendar, rules=answers.rules)
    return pd.to_datetime(quarter.clip(view.window.end).months())


def _share(judged: pd.DataFrame, months: pd.DatetimeIndex) -> float:
    kept, owed = judged[judged.index.isin(months)].sum()
    return kept / owed if owed else float("nan")


def _known(line: pd.Series) -> list[float]:
    """What stands after the last quarter of which nothing is known."""
    values = [float(value) for value in line]
    unknown = [place for place, value in enumerate(values) if value != value]
    return values[unknown[-1] + 1 :] if unknown else values
