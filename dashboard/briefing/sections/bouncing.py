"""How many matters were passed on from body to body more than once, how many came back, and which."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.bands import bars, printed
from dashboard.briefing.material import Material
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import bouncing as words

MOST, IN_REPORT, ON_SLIDE, NAMED = 30, 10, 7, 2
AGAIN, OFTEN = 2, 3


def _times(material: Material) -> pd.DataFrame:
    none = pd.DataFrame({"times": [], "matters": [], "returned_matters": []}, dtype="int64")
    return material.tables.get("moves_of_matters", none)


def sentences(material: Material) -> list[Said]:
    """How many were passed on again, how many came back, of how many."""
    times = _times(material)
    again = int(times.loc[times["times"] >= AGAIN, "matters"].sum())
    if not again:
        return []
    back, count = int(times["returned_matters"].sum()), int(times["matters"].sum())
    numbers = {"again": again, "back": back, "count": count}
    return [("moved", words.MOVED.format(**{name: vi.prose_count(number) for name, number in numbers.items()}))]


def times(material: Material) -> Chart | None:
    """Passed on once, twice, more often."""
    found = _times(material)
    counts = [
        int(found.loc[there, "matters"].sum())
        for there in (found["times"] < AGAIN, found["times"] == AGAIN, found["times"] >= OFTEN)
    ]
    return bars(counts, words.BANDS, tints=["volume", "soon", "bad"], caption=words.CAPTION)


def _named(material: Material) -> pd.DataFrame:
    bounced = material.tables["most_bounced"]
    return bounced[bounced["kind"].ne(SECRET_KIND)]


def bounced(material: Material) -> list[Grid]:
    """The matters passed on most often, without denunciations."""
    cells = [
        [
            str(row["dossier_id"]),
            say.written(row["agency_name"]),
            vi.count(row["transfers"]),
            vi.count(row["circular"]),
            vi.count(row["since_received_days"]),
        ]
        for _, row in _named(material).head(MOST).iterrows()
    ]
    widths = [4, 6, 2, 2, 2.5]
    return [Grid(words.TABLE, words.HEADINGS, cells, widths, report=IN_REPORT, slide=ON_SLIDE, beside=True)]


def asked(material: Material) -> list[Asked]:
    """Those passed on most often."""
    rows = _named(material).head(NAMED)
    return [
        Asked("moved", words.ASK.format(dossier=dossier, times=vi.prose_count(times)))
        for dossier, times in zip(rows["dossier_id"], rows["transfers"], strict=True)
    ]


TOPIC = Topic(
    "bouncing",
    57,
    words.TITLE,
    words.SHORT,
    "bodies",
    sentences=sentences,
    figure=times,
    printed=lambda material: printed(times(material)),
    tables=bounced,
    sheets=(
        Sheet(
            "most_bounced",
            words.SHEET,
            "dossier_id kind transfers circular agency_name first_moved_on last_moved_on longest_held_days",
        ),
    ),
    matters=asked,
)
