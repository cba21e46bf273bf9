"""What the period before concluded, and what has been done of it: a meeting opens with it."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing import area
from dashboard.briefing.bands import bars, printed
from dashboard.briefing.material import Material
from dashboard.briefing.topic import Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import conclusions as words

FATES = ("done", "done_late", "open", "undated", "late")
TINTS = ("good", "soon", "volume", "volume", "bad")
MOST, ON_SLIDE = 30, 7


def _given(material: Material) -> pd.DataFrame:
    return material.tables.get("directives", pd.DataFrame({"fate": []}))


def _counts(material: Material) -> list[int]:
    fates = _given(material)["fate"]
    return [int((fates == fate).sum()) for fate in FATES]


def sentences(material: Material) -> list[Said]:
    """How many, and how many of them are done, not yet due, without a day, late."""
    fates = _given(material)["fate"]
    if fates.empty:
        return []
    window = vi.within(vi.period(material.windows.now.previous()))
    return [("given", words.GIVEN.format(window=window, count=vi.prose_count(len(fates)), became=say.became(fates)))]


def fates(material: Material) -> Chart | None:
    """Done, done late, open, without a day, late."""
    return bars(_counts(material), words.BANDS, tints=TINTS, caption=words.CAPTION)


def unfinished(material: Material) -> list[Grid]:
    """Those that are not done, the most overdue first."""
    cells = [
        [
            str(row["number"]),
            say.written(row["summary"]),
            say.written(row["agency_name"]),
            say.due(row["due_on"]),
            vi.count(row["days_over"]),
        ]
        for _, row in area.unfinished(_given(material)).head(MOST).iterrows()
    ]
    return [
        Grid(words.TABLE, words.HEADINGS, cells, [3.3, 5.2, 3.5, 2.4, 2.1], report=MOST, slide=ON_SLIDE, beside=True)
    ]


TOPIC = Topic(
    "conclusions",
    5,
    words.TITLE,
    words.SHORT,
    "conclusions",
    sentences=sentences,
    figure=fates,
    printed=lambda material: printed(fates(material)),
    tables=unfinished,
    sheets=(
        Sheet(
            "directives",
            words.SHEET,
            "number issued_on issued_by agency_name ended_agency_name summary due_on done_on fate days_over dossier_id",
        ),
    ),
)
