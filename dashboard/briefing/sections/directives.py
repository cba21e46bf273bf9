"""Directives of the leaders that are not carried out, and how late they are."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.bands import banded, bars
from dashboard.briefing.material import Material
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.words import former
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import directives as words

NAMED = 3
MOST, ON_SLIDE = 30, 7
BANDS = (0, 30, 90, 365)


def _rows(material: Material) -> pd.DataFrame:
    """Directives not carried out; none where one area is asked for, since a directive is of a body."""
    return material.tables.get("directives_open", pd.DataFrame({"agency_name": [], "days_over": []}))


def sentences(material: Material) -> list[Said]:
    """How many, how many of them past their day, and the latest."""
    rows = _rows(material)
    if rows.empty:
        return []
    late = rows[rows["days_over"].notna()]
    text = words.OPEN.format(count=vi.prose_count(len(rows)))
    if late.empty:
        return [("open", words.NONE_LATE.format(text=text))]
    worst = late.sort_values("days_over", ascending=False).iloc[0]
    time = vi.duration(int(worst["days_over"]))
    return [
        ("open", words.LATE.format(text=text, count=vi.prose_count(len(late)))),
        ("latest", words.LATEST.format(number=worst["number"], body=worst["agency_name"], time=time)),
    ]


def lateness(material: Material) -> Chart | None:
    """Directives not carried out, by the days past their day."""
    counts = banded(_rows(material)["days_over"].fillna(0), BANDS)
    tints = ["volume", *["bad"] * (len(counts) - 1)]
    return bars(counts, words.BANDS, tints=tints, caption=words.CAPTION)


def directives(material: Material) -> list[Grid]:
    """The directives, the most overdue first."""
    cells = [
        [
            str(row["number"]),
            say.written(row.get("summary")),
            say.written(row["agency_name"]),
            say.due(row.get("due_on")),
            vi.count(row["days_over"]),
        ]
        for _, row in _rows(material).head(MOST).iterrows()
    ]
    return [Grid(words.TABLE, words.HEADINGS, cells, [3, 6.5, 4, 2, 2], slide=ON_SLIDE)]


def matters(material: Material) -> list[Asked]:
    """The most overdue of each body."""
    rows = _rows(material).drop_duplicates("agency_name").head(NAMED)
    return [Asked("open", _asked(row), former.answering(str(row["agency_name"]))) for _, row in rows.iterrows()]


def _asked(row: pd.Series) -> str:
    agency = str(row["agency_name"])
    if vi.is_missing(row["days_over"]):
        return words.ASK_OPEN.format(agency=agency)
    return words.ASK_LATE.format(agency=agency, time=vi.duration(int(row["days_over"])))


TOPIC = Topic(
    "directives",
    100,
    words.TITLE,
    words.SHORT,
    "briefing",
    sentences=sentences,
    figure=lateness,
    tables=directives,
    sheets=(
        Sheet(
            "directives_open", words.SHEET, "number issued_on issued_by agency_name summary due_on days_over dossier_id"
        ),
    ),
    matters=matters,
    urgency=10,
)
