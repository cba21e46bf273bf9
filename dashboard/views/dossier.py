"""One matter by its number: where it stands, which limits it had, what happened to it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard.screen.page import Page
from dashboard.words import dossier as words
from dashboard.words import numbers as vi

LIMITS = ["from_date", "to_date", "due_on", "days", "day_unit", "article", "limit_basis", "late_extension"]
PATH = ["happened_on", "path_step", "note", "agency_name", "to_agency_name"]
CONCLUDED = ["number", "issued_on", "agency_name", "summary", "due_on", "done_on", "fate", "days_over"]


def found(page: Page, number: str) -> dict[str, Any] | None:
    """What `dossier` says of that number; None where it is unknown or beyond what this viewer sees."""
    rows = page.answers.ask("dossier", dossier=number, as_of=page.answers.as_of)
    return rows.to_dict("records")[0] if len(rows) else None


def show(page: Page, row: dict[str, Any]) -> None:
    """Its limits with their articles, its path, what was concluded about it."""
    asked = {"dossier": row["dossier_id"], "as_of": page.answers.as_of}
    _path(page, page.answers.ask("dossier_path", **asked))
    if row["is_paper"]:
        return
    limits = page.answers.ask("dossier_clock", **asked)
    page.table(limits, title=words.TITLES["limits"], columns=_kept(limits, LIMITS), empty=words.NO_LIMITS)
    _concluded(page, str(row["dossier_id"]))
    _others(page, row)


def _path(page: Page, events: pd.DataFrame) -> None:
    told = words.path(events)
    title = words.TITLES["path"].format(count=vi.prose_count(len(told)))
    page.table(told, title=title, columns=_kept(told, PATH))


def _concluded(page: Page, number: str) -> None:
    given = page.answers.ask("directives", as_of=page.answers.as_of)
    about = given[given["dossier_id"] == number]
    page.table(about, title=words.TITLES["concluded"], columns=_kept(about, CONCLUDED), empty=words.NO_CONCLUSIONS)


def _others(page: Page, row: dict[str, Any]) -> None:
    """The matters this one belongs to: that it repeats, was merged into, or goes on from."""
    others = [(name, row[column]) for column, name in words.RELATED.items() if not vi.is_missing(row[column])]
    if others:
        page.table(pd.DataFrame(others, columns=["note", "dossier_id"]), title=words.TITLES["others"])


def _kept(rows: pd.DataFrame, columns: list[str]) -> list[str]:
    """Columns in which anything stands."""
    return [name for name in columns if rows[name].notna().any()]
