"""Areas to look at: where overdue matters rose beyond chance, where they stand out, where mass groups came from."""

from __future__ import annotations

from functools import partial

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.briefing.topic import AreaMap, Asked, Grid, Printed, Said, Sheet, Topic
from dashboard.drawing.figure import Chart, numbers
from dashboard.facts import standing_out
from dashboard.facts.areas import worse
from dashboard.facts.hotspots import MEASURES
from dashboard.words import former
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.change import no_base
from dashboard.words.headings import HEADINGS
from dashboard.words.sections import watch as words

NAMED = 3
MOST, IN_REPORT = 30, 10
COLUMNS = ("open_count", "overdue", "over_180", "entered", "resolved", "mass_groups")


def sentences(material: Material) -> list[Said]:
    """Where overdue matters rose beyond chance, where their share stands out, where mass groups came from."""
    now = material.tables["areas"]
    return [
        ("worse", _worse(material)),
        ("overdue", partial(_standing_out, now)),
        ("mass_groups", _top(now, "mass_groups", words.GROUPS, words.MASS_GROUPS)),
    ]


def _worse(material: Material) -> str:
    now, before = material.tables["areas"], material.tables["areas_before"]
    if before.empty:
        return ""
    against = say.before(material.windows.now, "stock")
    if before["overdue"].isna().all():
        return words.NO_BASE.format(said=no_base(against))
    rose = worse(now, before)
    rows = rose.head(NAMED)
    if rows.empty:
        return words.NONE_WORSE
    parts = [
        words.WORSE_PART.format(name=former.inside(name), before=vi.prose_count(base), after=vi.prose_count(late))
        for name, base, late in zip(rows["name"], rows["before"], rows["after"].astype(int), strict=True)
    ]
    return words.WORSE.format(against=against, parts=say.first_of(parts, len(rose)))


def _standing_out(now: pd.DataFrame) -> str:
    """Whose own share of overdue matters lies above the province's beyond chance; that nobody's does is said."""
    judged = standing_out.of(now, measure=MEASURES["overdue"])
    high = judged[judged["evidence"].eq(standing_out.HIGH)]
    if judged["evidence"].eq(standing_out.TOO_FEW).all():
        return ""
    parts = [
        words.OUT_PART.format(name=former.inside(name), count=vi.prose_count(count), cases=vi.prose_count(cases))
        for name, count, cases in high[["name", "count", "cases"]].head(NAMED).itertuples(index=False)
    ]
    return words.STANDING_OUT.format(parts=say.first_of(parts, len(high))) if parts else words.NONE_OUT


def _top(now: pd.DataFrame, column: str, noun: str, lead: str) -> str:
    rows = now[now["name"].notna() & (now[column] > 0)].sort_values([column, "area_code"], ascending=[False, True])
    counts = list(zip(rows["name"], rows[column].astype(int), strict=True))
    return f"{lead}: {say.ranked(counts, noun, of=words.AREAS)}" if counts else ""


def overdue(material: Material) -> Chart | None:
    """The named areas that have overdue matters, those with most first."""
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna() & (rows["overdue"] > 0).fillna(False)].head(IN_REPORT)
    series = {HEADINGS["overdue"]: numbers(rows["overdue"])}
    labels = [str(name) for name in rows["name"]]
    return Chart("bars", labels, series, tints=("bad",), caption=words.CAPTION) if labels else None


def printed(material: Material) -> list[Printed]:
    """The same chart in the report."""
    found = overdue(material)
    if found is None:
        return []
    (values,) = found.series.values()
    said = "; ".join(f"{name} {vi.count(late)}" for name, late in zip(found.labels, values, strict=True))
    return [Printed(words.PRINTED, found, words.PRINTED_ALT.format(said=said))]


def area_map(material: Material) -> AreaMap:
    """Overdue matters by former district."""
    return AreaMap(words.MAP.format(until=vi.date(material.windows.now.end)), material.tables["areas"])


def areas(material: Material) -> list[Grid]:
    """The named areas that have overdue matters, those with most first."""
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna() & (rows["overdue"] > 0).fillna(False)].head(MOST)
    columns = [name for name in COLUMNS if name in rows]
    cells = [[str(row["name"]), *(vi.count(row[name]) for name in columns)] for _, row in rows.iterrows()]
    headings = [HEADINGS[name] for name in ("name", *columns)]
    return [Grid(words.TABLE, headings, cells, [5.1] + [1.9] * len(columns), report=IN_REPORT)]


def matters(material: Material) -> list[Asked]:
    """The areas where overdue matters rose beyond chance."""
    rows = worse(material.tables["areas"], material.tables["areas_before"]).head(NAMED)
    return [
        Asked(
            "worse", words.ASK.format(name=vi.place(name), before=vi.prose_count(before), after=vi.prose_count(after))
        )
        for name, before, after in zip(rows["name"], rows["before"], rows["after"], strict=True)
    ]


TOPIC = Topic(
    "watch",
    90,
    words.TITLE,
    words.SHORT,
    "hotspots",
    sentences=sentences,
    figure=overdue,
    printed=printed,
    area_map=area_map,
    tables=areas,
    sheets=(
        Sheet(
            "areas",
            words.SHEET,
            "name open_count with_limit overdue over_180 entered resolved visits mass_groups complex_listed escalated "
            "population",
        ),
    ),
    matters=matters,
    urgency=50,
)
