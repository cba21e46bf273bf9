"""Listed complex and long-lasting cases: how many, how old, which last longest."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.bands import banded, bars
from dashboard.briefing.material import Material
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import complex as words

NAMED = 3
MOST, ON_SLIDE = 30, 7
YEAR = 365


def sentences(material: Material) -> list[Said]:
    """How many stand on the list, how many still go on, and the longest one by its neutral title.

    A denunciation's case is counted and never named (Luật Tố cáo, Điều 8).
    """
    rows = material.tables["complex_cases"]
    if rows.empty:
        return []
    going = say.counted(int((~rows["is_closed"].astype(bool)).sum()), say.MATTERS)
    text = words.LISTED.format(count=vi.prose_count(len(rows)), going=going)
    return [("listed", text), ("longest", _longest(going_cases(material)))]


def _longest(named: pd.DataFrame) -> str:
    known = named.dropna(subset=["age_days"])
    if known.empty:
        return ""
    row = known.iloc[0]
    time = vi.duration(int(row["age_days"]))
    return words.LONGEST.format(label=row["label"], dossier=row["dossier_id"], time=time)


def going_cases(material: Material) -> pd.DataFrame:
    """Listed cases that go on and may be named here, the longest first: not those of denunciations."""
    rows = material.tables["complex_cases"]
    rows = rows if "kind" in rows else rows.assign(kind=None)
    named = rows[~rows["is_closed"].astype(bool) & rows["kind"].ne(SECRET_KIND)]
    return named.sort_values("age_days", ascending=False, kind="stable")


def ages(material: Material) -> Chart | None:
    """Listed cases that go on, by the years since they were accepted; those not accepted yet stand last."""
    rows = material.tables["complex_cases"]
    days = rows.loc[~rows["is_closed"].astype(bool), "age_days"]
    counts = [*banded(days.dropna(), (YEAR, 2 * YEAR, 3 * YEAR)), int(days.isna().sum())]
    return bars(counts, words.BANDS, tints=["volume"] * len(counts), caption=words.CAPTION)


def cases(material: Material) -> list[Grid]:
    """Listed cases by name, without those of denunciations, since each is named with its place."""
    cells = [
        [str(row["label"]), say.written(row.get("lead_agency_name")), vi.count(row["age_days"]), str(row["dossier_id"])]
        for _, row in going_cases(material).head(MOST).iterrows()
    ]
    return [Grid(f"{words.TABLE}. {words.NOT_NAMED}", words.HEADINGS, cells, [8, 4.5, 2, 3], slide=ON_SLIDE)]


def matters(material: Material) -> list[Asked]:
    """The cases that last longest."""
    rows = going_cases(material).dropna(subset=["age_days"]).head(NAMED)
    return [
        Asked(
            "listed",
            words.ASK.format(label=row["label"], time=vi.duration(int(row["age_days"]))),
            _lead(row),
        )
        for _, row in rows.iterrows()
    ]


def _lead(row: pd.Series) -> str:
    name = row.get("lead_agency_name")
    return "" if vi.is_missing(name) else str(name)


TOPIC = Topic(
    "complex",
    60,
    words.TITLE,
    words.SHORT,
    "hotspots",
    sentences=sentences,
    figure=ages,
    tables=cases,
    sheets=(
        Sheet(
            "complex_cases",
            words.SHEET,
            "dossier_id label kind field_group lead_agency_name listed_on basis age_days is_closed",
        ),
    ),
    matters=matters,
    urgency=30,
)
