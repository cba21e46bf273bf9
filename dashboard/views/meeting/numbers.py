"""The numbers behind a screen, as tables of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from dashboard.briefing import Material
from dashboard.briefing.charts import chart
from dashboard.drawing import hall as drawing
from dashboard.drawing.figure import Chart
from dashboard.exports import summary_tables
from dashboard.exports.summary_tables import Grid
from dashboard.views.meeting.matters import going_cases
from dashboard.words import codes
from dashboard.words import hall as words
from dashboard.words import numbers as vi

MOST = 30
SERIES = ("reception", "resolution", "backlog")
DUTY_COLUMNS = ("required", "credited", "delegated", "missed")


def grids_of_chart(found: Chart | None, *, title: str) -> list[Grid]:
    """A chart as a table: periods the newest first, a list in its order."""
    if found is None:
        return []
    head = words.ITEM if found.kind == "bars" else words.PERIOD
    rows = [
        [label, *(drawing.say(values[place], found.unit) for values in found.series.values())]
        for place, label in enumerate(found.labels)
    ]
    rows = rows if found.kind == "bars" else rows[::-1]
    return [Grid(title, [head, *found.series], rows, [6.0] + [3.0] * len(found.series))]


def grids(section: str, material: Material) -> list[Grid]:
    """The tables behind a section's screen, its figure's numbers first; may be without rows."""
    own = OWN[section](material) if section in OWN else []
    title = words.SERIES if section in SERIES else words.BY_PART
    return [*grids_of_chart(chart(section, material), title=title), *own]


def _heads(material: Material) -> Grid:
    rows = material.tables["heads_without_reception"].head(MOST)
    cells = [
        [
            str(row["title"]),
            vi.count(row["required"]),
            vi.date(row["last_in_person_on"]),
            vi.date(row["next_scheduled_on"]),
        ]
        for _, row in rows.iterrows()
    ]
    return Grid(words.HEADS, list(words.HEADS_HEADINGS), cells, [8, 3, 3, 3])


def _duty(material: Material) -> Grid:
    rows = material.tables["duty_by_level"]
    cells = [
        [codes.DUTIES.get(row["duty_code"], row["duty_code"]), *(vi.count(row[name]) for name in DUTY_COLUMNS)]
        for _, row in rows.iterrows()
    ]
    return Grid(words.DUTY_TITLE, list(words.DUTY_HEADINGS), cells, [6, 2.5, 2.5, 3, 3])


def _cases(material: Material) -> Grid:
    """Listed cases by name, without those of denunciations."""
    named = {**material.tables, "complex_cases": going_cases(material)}
    found = summary_tables.complex_grid(replace(material, tables=named), most=MOST)
    return replace(found, title=f"{found.title}. {words.NOT_NAMED}")


def banded(days: pd.Series, ends: Sequence[int]) -> list[int]:
    """How many of `days` lie up to each end, and how many above the last."""
    places = np.searchsorted(np.asarray(ends), days.astype(float).to_numpy(), side="left")
    return np.bincount(places, minlength=len(ends) + 1).tolist()


OWN: dict[str, Callable[[Material], list[Grid]]] = {
    "summary": lambda material: [summary_tables.figure_grid(material)],
    "backlog": lambda material: [summary_tables.body_grid(material, most=MOST)],
    "watch": lambda material: [summary_tables.area_grid(material, most=MOST)],
    "duty": lambda material: [_duty(material), _heads(material)],
    "complex": lambda material: [_cases(material)],
    "directives": lambda material: [summary_tables.directive_grid(material, most=MOST)],
}
