"""At which step open matters stand longest, and which stand there longest."""

from __future__ import annotations

import pandas as pd

from dashboard.briefing.bands import bars, printed
from dashboard.briefing.material import Material
from dashboard.briefing.topic import Asked, Grid, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.words import codes
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import stages as words

MOST, IN_REPORT, ON_SLIDE, NAMED = 30, 10, 7, 2


def _steps(material: Material) -> pd.DataFrame:
    steps = material.tables.get("open_by_step", pd.DataFrame({"step": [], "over_90": [], "open_count": []}))
    return steps.dropna(subset=["step"])


def _worst(material: Material) -> pd.Series | None:
    """The step at which most stand for more than 90 days."""
    steps = _steps(material)
    long = steps[steps["over_90"] > 0].sort_values(["over_90", "open_count"], ascending=False, kind="stable")
    return None if long.empty else long.iloc[0]


def _there(material: Material) -> pd.DataFrame:
    """The matters at that step that may be named, those there longest first."""
    worst, matters = _worst(material), material.tables["stuck_at_step"]
    return matters[matters["step"].eq("" if worst is None else worst["step"]) & matters["kind"].ne(SECRET_KIND)]


def sentences(material: Material) -> list[Said]:
    """The step, and how many stand there for more than 90 days."""
    worst = _worst(material)
    if worst is None:
        return []
    long, count = vi.prose_count(worst["over_90"]), vi.prose_count(worst["open_count"])
    return [("worst", words.WORST.format(step=_name(worst), long=long, count=count))]


def _name(step: pd.Series) -> str:
    return vi.small(codes.STEPS[str(step["step"])])


def steps(material: Material) -> Chart | None:
    """How many stand at each step for more than 90 days."""
    found = _steps(material)
    names = [codes.STEPS[str(step)] for step in found["step"]]
    counts = [int(count) for count in found["over_90"].fillna(0)]
    return bars(counts, names, tints=["bad"] * len(counts), caption=words.CAPTION)


def matters_there(material: Material) -> list[Grid]:
    """Those that stand longest at that step."""
    worst = _worst(material)
    if worst is None:
        return []
    cells = [
        [str(row["dossier_id"]), say.written(row["agency_name"]), vi.date(row["step_on"]), vi.count(row["step_days"])]
        for _, row in _there(material).head(MOST).iterrows()
    ]
    title, widths = words.TABLE.format(step=_name(worst)), [4, 7.5, 3, 2]
    return [Grid(title, words.HEADINGS, cells, widths, report=IN_REPORT, slide=ON_SLIDE, beside=True)]


def asked(material: Material) -> list[Asked]:
    """The longest there of each body."""
    worst = _worst(material)
    step = "" if worst is None else _name(worst)
    named = _there(material).dropna(subset=["agency_name"]).drop_duplicates("agency_name").head(NAMED)
    rows = zip(named["agency_name"], named["dossier_id"], named["step_days"], strict=True)
    return [
        Asked("worst", words.ASK.format(agency=agency, dossier=dossier, step=step, days=vi.prose_count(days)), agency)
        for agency, dossier, days in rows
    ]


TOPIC = Topic(
    "stages",
    55,
    words.TITLE,
    words.SHORT,
    "waiting",
    sentences=sentences,
    figure=steps,
    printed=lambda material: printed(steps(material)),
    tables=matters_there,
    sheets=(Sheet("open_by_step", words.SHEET, "step open_count overdue over_90 longest_days"),),
    matters=asked,
)
