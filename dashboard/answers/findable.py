"""What a viewer can look up by name, made once a snapshot and reach: never more than he may see."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts.search import Entry, numbers

MONTHS = 12


class Post(NamedTuple):
    """A post and the body that it heads, by their names."""

    title: str
    body: str


def areas(answers: Answers) -> tuple[Entry, ...]:
    """Today's communes and the former districts that this viewer may single out."""
    rows = answers.ask("areas")
    levels = dict(zip(rows["code"], rows["level"], strict=True))
    return tuple(Entry(levels[code], code, name) for code, name in answers.own_areas().items())


def posts(answers: Answers) -> tuple[Entry, ...]:
    """Posts whose reception was judged in the last twelve months."""
    return tuple(Entry("post", row.post_code, row.title) for row in _posts(answers).itertuples())


def entries(answers: Answers) -> tuple[Entry, ...]:
    """All that has a name: places, bodies, posts; of one area's viewer the bodies of its posts alone."""

    def made() -> tuple[Entry, ...]:
        named = (Entry("agency", code, name) for name, code in _by_name(answers, bodies(answers)).items())
        return (*areas(answers), *named, *posts(answers))

    return answers.remember("findable", made, most=8)


def bodies(answers: Answers) -> dict[str, str]:
    """Bodies that this viewer may look at, code → name: of one area's viewer those of its posts alone."""
    names = answers.agency_names()
    if not answers.scope.is_narrowed:
        return names
    own = set(_posts(answers)["agency_name"].dropna())
    return {code: name for code, name in names.items() if name in own}


def body_named(answers: Answers, name: str) -> str | None:
    """The code of the body of that name; of several the one that holds matters today."""
    return _by_name(answers, bodies(answers)).get(name)


def post(answers: Answers, code: str) -> Post | None:
    """A post that this viewer may look at."""
    rows = _posts(answers)
    own = rows[rows["post_code"] == code]
    return None if own.empty else Post(str(own["title"].iloc[0]), str(own["agency_name"].iloc[0]))


def matters(answers: Answers, typed: str) -> list[str]:
    """Numbers of matters that exist, may be seen and can be meant."""
    as_of = answers.as_of
    kept = answers.ask("longest_waiting", as_of=as_of)["dossier_id"]
    found = (answers.ask("dossier", dossier=each, as_of=as_of) for each in numbers(typed, like=kept.head(1)))
    return list(dict.fromkeys(str(rows["dossier_id"].iloc[0]) for rows in found if len(rows)))


def _by_name(answers: Answers, names: dict[str, str]) -> dict[str, str]:
    """Name → code; where a body was founded anew under its old name, the one that holds matters today."""
    holding = set(answers.ask("overdue_by_agency", as_of=answers.as_of)["agency_code"])
    return {names[code]: code for code in sorted(names, key=lambda code: (code in holding, code))}


def _posts(answers: Answers) -> pd.DataFrame:
    start = (pd.Timestamp(answers.as_of) - pd.DateOffset(months=MONTHS)).date()
    return answers.ask("ledger_by_post", start=start, end=answers.as_of)
