"""What a screen asks the meeting to conclude: each matter ends in a question and stands with a briefing's sentence.

A matter is left out with its sentence: what the officer drops, and what the briefing does not say, is not asked either.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from dashboard.briefing import Material
from dashboard.facts.areas import worse
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import change
from dashboard.words import hall as words
from dashboard.words import numbers as vi
from dashboard.words.phrases import number

MOST = 4
NAMED = 3
Asked = tuple[str, str]


@dataclass(frozen=True)
class Matter:
    """A question to conclude on, and the sentence it belongs to."""

    about: str
    text: str


def matters(section: str, material: Material) -> list[Matter]:
    """At most four matters of a section, the weightiest first."""
    asked = ASKED[section](material) if section in ASKED else []
    return [Matter(about, text) for about, text in asked][:MOST]


def going_cases(material: Material) -> pd.DataFrame:
    """Listed cases that go on and may be named here, the longest first: not those of denunciations."""
    rows = material.tables["complex_cases"]
    rows = rows if "kind" in rows else rows.assign(kind=None)
    named = rows[~rows["is_closed"].astype(bool) & rows["kind"].ne(SECRET_KIND)]
    return named.sort_values("age_days", ascending=False, kind="stable")


def _counted(text: str, amount: int, about: str, **more: str) -> list[Asked]:
    return [(about, text.format(count=vi.prose_count(amount), **more))] if amount > 0 else []


def _left(material: Material, name: str) -> int:
    """What a share still lacks of its whole."""
    figure = material.now[name]
    return int(figure.denominator or 0) - number(figure)


def _summary(material: Material) -> list[Asked]:
    steps = material.steps_last_year
    return [
        ("summary.headline", words.WORSE.format(label=label, change=change.brief(steps[name])))
        for name, label in words.HEADLINE.items()
        if steps[name].verdict == "bad"
    ]


def _reception(material: Material) -> list[Asked]:
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna() & (rows["mass_groups"] > 0).fillna(False)]
    rows = rows.sort_values(["mass_groups", "area_code"], ascending=[False, True]).head(NAMED)
    return [
        (
            "reception.mass_groups",
            words.MASS_GROUPS.format(name=row["name"], count=vi.prose_count(row["mass_groups"])),
        )
        for _, row in rows.iterrows()
    ]


def _petitions(material: Material) -> list[Asked]:
    return [
        *_counted(words.UNPROCESSED, _left(material, "petitions_processed"), "petitions.processed"),
        *_counted(words.NO_REPLY, _left(material, "replies_received"), "petitions.replies"),
    ]


def _resolution(material: Material) -> list[Asked]:
    return _counted(words.LATE, _left(material, "on_time_rate"), "resolution.on_time")


def _backlog(material: Material) -> list[Asked]:
    bodies, balance = material.tables["overdue_by_agency"], material.tables["balance"]
    bodies = bodies[(bodies["overdue"] > 0).fillna(False)].head(NAMED)
    residual = int(balance.loc[balance["kind"] != "all", "residual"].abs().sum())
    asked = [
        ask
        for _, row in bodies.iterrows()
        for ask in _counted(words.BODY, int(row["overdue"]), "backlog.bodies", name=str(row["agency_name"]))
    ]
    return [
        *_counted(words.RESIDUAL, residual, "backlog.residual"),
        *asked,
        *_counted(words.OVER_A_YEAR, number(material.now["open_over_365_days"]), "backlog.old"),
        *_counted(words.AWAITING, number(material.now["awaiting_acceptance"]), "backlog.awaiting"),
    ]


def _watch(material: Material) -> list[Asked]:
    rows = worse(material.tables["areas"], material.tables["areas_before"]).head(NAMED)
    return [
        (
            "watch.worse",
            words.AREA.format(
                name=row["name"], before=vi.prose_count(row["before"]), after=vi.prose_count(row["after"])
            ),
        )
        for _, row in rows.iterrows()
    ]


def _duty(material: Material) -> list[Asked]:
    now, end = material.now, material.windows.now.end
    idle = len(material.tables["heads_without_reception"])
    return [
        *_counted(words.IDLE, idle, "duty.without", month=f"{end.month}/{end.year}"),
        *_counted(words.MISSED, number(now["duty_sessions_missed"]), "duty.delegated"),
        *_counted(words.DELEGATED, number(now["delegated_share"]), "duty.delegated"),
        *_counted(words.UNREPORTED, number(now["duty_unreported"]), "duty.unreported"),
    ]


def _complex(material: Material) -> list[Asked]:
    rows = going_cases(material).dropna(subset=["age_days"]).head(NAMED)
    return [
        ("complex.listed", words.CASE.format(label=row["label"], days=vi.prose_count(row["age_days"])))
        for _, row in rows.iterrows()
    ]


def _directives(material: Material) -> list[Asked]:
    """The most overdue of each body."""
    rows = material.tables.get("directives_open", pd.DataFrame({"agency_name": []})).drop_duplicates("agency_name")
    return [("directives.open", _directive(row)) for _, row in rows.head(NAMED).iterrows()]


def _directive(row: pd.Series) -> str:
    agency = str(row["agency_name"])
    if vi.is_missing(row["days_over"]):
        return words.OPEN_DIRECTIVE.format(agency=agency)
    return words.DIRECTIVE.format(agency=agency, days=vi.prose_count(row["days_over"]))


ASKED: dict[str, Callable[[Material], list[Asked]]] = {
    "summary": _summary,
    "reception": _reception,
    "petitions": _petitions,
    "resolution": _resolution,
    "backlog": _backlog,
    "watch": _watch,
    "duty": _duty,
    "complex": _complex,
    "directives": _directives,
}
