"""The short tables of a report and of slides, as Vietnamese text: headline figures, areas, listed cases, directives."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from dashboard.briefing import Material
from dashboard.exports.page_tables import change_text
from dashboard.facts.small_cells import SECRET_KIND
from dashboard.metrics import METRICS
from dashboard.words import files as words
from dashboard.words import headings as headings_words
from dashboard.words import numbers as vi

HEADLINE = (
    "visits",
    "people",
    "mass_groups",
    "petitions_received",
    "entered_dossiers",
    "resolved_dossiers",
    "resolution_rate",
    "on_time_rate",
    "open_dossiers",
    "overdue_dossiers",
    "overdue_share",
    "duty_compliance",
    "delegated_share",
)
MOST = 10


@dataclass(frozen=True)
class Grid:
    """A table of text: title, headings, rows, and the width of each column in cm on a page 16,5 cm wide."""

    title: str
    headings: list[str]
    rows: list[list[str]]
    widths: list[float]


def figure_grid(material: Material) -> Grid:
    """The headline figures now, before, a year ago, and how they moved."""
    previous, last_year = material.steps_previous, material.steps_last_year
    rows = []
    for name in HEADLINE:
        metric = METRICS[name]
        values = [
            vi.value(source[name].value, metric.unit)
            for source in (material.now, material.previous, material.last_year)
        ]
        rows.append(
            [metric.label, values[0], values[1], change_text(previous[name]), values[2], change_text(last_year[name])]
        )
    return Grid(words.HEADLINE_TITLE, list(words.HEADLINE_HEADINGS), rows, [4.7, 1.8, 1.8, 3.2, 1.8, 3.2])


def area_grid(material: Material, *, most: int = MOST) -> Grid:
    """The areas with most overdue matters."""
    rows = material.tables["areas"]
    rows = rows[rows["name"].notna()].head(most)
    columns = [
        name for name in ("open_count", "overdue", "over_180", "entered", "resolved", "mass_groups") if name in rows
    ]
    cells = [[str(row["name"]), *(vi.count(row[name]) for name in columns)] for _, row in rows.iterrows()]
    return Grid(
        words.AREA_TITLE,
        [headings_words.HEADINGS["name"], *(headings_words.HEADINGS[c] for c in columns)],
        cells,
        [5.1] + [1.9] * len(columns),
    )


def overdue_areas(material: Material, *, most: int = MOST) -> pd.DataFrame:
    """The named areas that have overdue matters, those with most first."""
    rows = material.tables["areas"]
    return rows[rows["name"].notna() & (rows["overdue"] > 0)].head(most)


def body_grid(material: Material, *, most: int = 8) -> Grid:
    """The bodies that hold most overdue matters."""
    rows = material.tables["overdue_by_agency"]
    rows = rows[rows["overdue"] > 0].head(most)
    cells = [
        [str(row["agency_name"]), vi.count(row["open_count"]), vi.count(row["overdue"])] for _, row in rows.iterrows()
    ]
    return Grid(
        words.BODY_TITLE,
        [headings_words.HEADINGS[c] for c in ("agency_name", "open_count", "overdue")],
        cells,
        [10, 3, 3],
    )


def complex_grid(material: Material, *, most: int = 7) -> Grid:
    """The listed cases that go on, the longest first; none of denunciations, since each is named with its place."""
    rows = material.tables["complex_cases"]
    named = rows["kind"].ne(SECRET_KIND) if "kind" in rows else True
    rows = rows[~rows["is_closed"].astype(bool) & named].head(most)
    cells = [
        [str(row["label"]), _text(row.get("lead_agency_name")), vi.count(row["age_days"]), str(row["dossier_id"])]
        for _, row in rows.iterrows()
    ]
    return Grid(words.COMPLEX_TITLE, list(words.COMPLEX_HEADINGS), cells, [8, 4.5, 2, 3])


def directive_grid(material: Material, *, most: int = 7) -> Grid:
    """The directives not carried out, the most overdue first."""
    rows = material.tables.get("directives_open", pd.DataFrame()).head(most)
    cells = [
        [
            str(row["number"]),
            _text(row.get("summary")),
            _text(row["agency_name"]),
            vi.date(row.get("due_on")),
            vi.count(row["days_over"]),
        ]
        for _, row in rows.iterrows()
    ]
    return Grid(words.DIRECTIVE_TITLE, list(words.DIRECTIVE_HEADINGS), cells, [3, 6.5, 4, 2, 2])


def _text(value: object) -> str:
    return vi.MISSING if vi.is_missing(value) else str(value)
