"""The law as the dashboard reads it, in words short enough for a specification."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from data_loaders.law import rules as rule_files
from data_loaders.law.duty import duty_months
from data_loaders.law.limits import due_timeline
from data_loaders.law.working_calendar import working_calendar
from tests.spec import tables


@cache
def rules(name: str) -> pd.DataFrame:
    return rule_files.load(name)


@cache
def calendar() -> pd.DataFrame:
    return working_calendar(date(2010, 1, 1), date(2036, 12, 31), overrides=rules("holidays"))


DOSSIER = {
    **dict.fromkeys(("received_on", "accepted_on", "due_on", "closed_on")),
    "dossier_id": "V",
    "kind": "complaint",
    "instance": 1,
    "complexity": "normal",
    "remote_area": False,
}
NO_EXTENSION = "dossier_id | decided_on | days"
NO_SUSPENSION = "dossier_id | from_date | to_date"


def timeline(
    dossier: dict[str, Any], *, extensions: str = "", suspensions: str = "", deadlines: pd.DataFrame | None = None
) -> pd.DataFrame:
    """dossier_due of one dossier, V; extensions and suspensions are drawn tables without dossier_id."""
    one = {**DOSSIER, **dossier}
    one["received_on"] = one["received_on"] or one["accepted_on"]
    table = pd.DataFrame([one], dtype=object)
    for name in ("received_on", "accepted_on", "due_on", "closed_on"):
        table[name] = pd.to_datetime(table[name])
    return due_timeline(
        table,
        extensions=_of_v(extensions) if extensions else tables.frame(NO_EXTENSION),
        suspensions=_of_v(suspensions) if suspensions else tables.frame(NO_SUSPENSION),
        deadline_rules=rules("deadlines") if deadlines is None else deadlines,
        suspension_rules=rules("suspensions"),
        calendar=calendar(),
    )


def _of_v(text: str) -> pd.DataFrame:
    return tables.frame(text).assign(dossier_id="V")


def due(dossier: dict[str, Any], *, on: date | None = None, **drawn: Any) -> date | None:
    """The due date in force on a day (none given: in the end); None where there is no limit."""
    in_force = _in_force(timeline(dossier, **drawn), on)
    return None if in_force is None else in_force["due_on"].date()


def late_extension(dossier: dict[str, Any], *, on: date | None = None, **drawn: Any) -> bool:
    in_force = _in_force(timeline(dossier, **drawn), on)
    return in_force is not None and bool(in_force["late_extension"])


def _in_force(dues: pd.DataFrame, on: date | None) -> Any:
    day = pd.Timestamp(on or date(2099, 1, 1))
    found = dues[(dues["from_date"] <= day) & (dues["to_date"].isna() | (day < dues["to_date"]))]
    assert len(found) <= 1, "two due dates in force on one day"
    return found.iloc[0] if len(found) else None


def required(
    post: str,
    *,
    holders: str = "",
    sessions: str = "",
    until: date = date(2026, 12, 1),
    duty: pd.DataFrame | None = None,
) -> dict[date, tuple[int, str | None]]:
    """month -> (required days, note) for one post, P, drawn as duty_code | valid_from | valid_to."""
    months = duty_months(
        tables.frame(post).assign(post_code="P"),
        post_holders=tables.frame(holders or "from_date | to_date").assign(post_code="P"),
        sessions=tables.frame(sessions or "scheduled_on").assign(post_code="P", kind="periodic"),
        rules=rules("reception_duty") if duty is None else duty,
        calendar=calendar(),
        until=until,
    )
    return {
        month.month_on.date(): (month.required, None if pd.isna(month.note) else month.note)
        for month in months.itertuples()
    }
