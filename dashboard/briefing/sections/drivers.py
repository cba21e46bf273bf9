"""What drove a change: the areas and fields that moved the same way, by how many."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.briefing.material import Material
from dashboard.briefing.topic import Grid, Said, Topic
from dashboard.drawing.figure import Board
from dashboard.facts.contributions import contributions
from dashboard.metrics import METRICS
from dashboard.words import change, codes, windows
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.headings import HEADINGS
from dashboard.words.sections import drivers as words

METRIC_OF = {"entered": "entered_dossiers", "resolved": "resolved_dossiers", "open_count": "open_dossiers"}
NAMED = 3
ON_SLIDE = 2 * NAMED
SIGNS = {True: "▲", False: "▼"}


@dataclass(frozen=True)
class _Driven:
    """A figure that moved beyond chance: by how many, and the areas and fields that moved most (`name base now`)."""

    measure: str
    change: float
    areas: pd.DataFrame
    fields: pd.DataFrame

    @property
    def parts(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return self.areas, self.fields


def sentences(material: Material) -> list[Said]:
    """One sentence for each of the three figures that changed by more than chance explains.

    Named are only areas and fields whose own change chance does not explain; that there is none is said.
    """
    return [(found.measure, _said(found, against=_against(material, found))) for found in _driven(material)]


def _against(material: Material, found: _Driven) -> str:
    return say.before(material.windows.now, METRICS[METRIC_OF[found.measure]].span)


def _driven(material: Material) -> list[_Driven]:
    answer = material.tables["contributions"]
    names = material.tables["areas"].dropna(subset=["name"]).set_index("area_code")["name"].to_dict()
    found = []
    for measure, metric in METRIC_OF.items():
        step = material.steps_previous[metric]
        if step.wording == "unknown" or not step.absolute or step.noise or answer.empty:
            continue
        areas, fields = (
            _named(contributions(answer, part=part, measure=measure), known, up=step.absolute > 0)
            for part, known in (("area", names), ("field", codes.FIELDS))
        )
        found.append(_Driven(measure, step.absolute, areas, fields))
    return found


def _named(rows: pd.DataFrame, names: dict[str, str], *, up: bool) -> pd.DataFrame:
    same = rows[(rows["change"] > 0) == up]
    same = same[same["beyond"] & same["code"].isin(list(names))].head(NAMED)
    return same.assign(name=same["code"].map(names))


def _said(found: _Driven, *, against: str) -> str:
    moved = words.MOVED.format(
        noun=words.NOUNS[found.measure],
        step=change.of_count(found.change, METRICS[METRIC_OF[found.measure]]),
        against=against,
    )
    parts = [
        text.format(parts=change.parts(rows["name"], rows["base"], rows["now"]))
        for text, rows in zip(words.PARTS, found.parts, strict=True)
        if len(rows)
    ]
    return f"{moved}; {'; '.join(parts) or change.WITHIN_NOISE}"


def board(material: Material) -> Board | None:
    """The areas and fields behind the first of the changes that are said."""
    driven = [found for found in _driven(material) if any(map(len, found.parts))]
    if not driven:
        return None
    first = driven[0]
    rows = pd.concat(first.parts)
    cells = [
        (str(name), vi.count(now), f"{SIGNS[change > 0]} {vi.count(abs(change))}", "quiet")
        for name, now, change in zip(rows["name"], rows["now"], rows["change"], strict=True)
    ]
    return Board(cells, words.VERSUS_BEFORE.format(against=_against(material, first)))


def parts(material: Material) -> list[Grid]:
    """Every area and field that the sentences name, before and now: a table a figure, its base headed by its days."""
    return [_grid(material, found) for found in _driven(material) if any(map(len, found.parts))]


def _grid(material: Material, found: _Driven) -> Grid:
    base = windows.base_days(material.windows.now, "previous", METRICS[METRIC_OF[found.measure]].span)
    rows = pd.concat(found.parts)
    cells = [
        [str(name), vi.count(before), vi.count(now), vi.signed(step)]
        for name, before, now, step in zip(rows["name"], rows["base"], rows["now"], rows["change"], strict=True)
    ]
    headings = [heading.format(base=vi.sentence_case(base)) for heading in words.HEADINGS]
    title = words.TABLE.format(measure=HEADINGS[found.measure])
    return Grid(title, headings, cells, [7.5, 3.5, 2.5, 3], slide=ON_SLIDE, beside=True)


TOPIC = Topic(
    "drivers",
    80,
    words.TITLE,
    words.SHORT,
    "comparison",
    sentences=sentences,
    figure=board,
    tables=parts,
    readable=340,
)
