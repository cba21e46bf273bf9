"""The pages' tables in Vietnamese, ready to be written: headings and codes in words, small cells withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.briefing import Material
from dashboard.facts import small_cells
from dashboard.facts.change import Change
from dashboard.metrics import METRICS
from dashboard.words import change, codes
from dashboard.words import files as words
from dashboard.words import headings as headings_words
from dashboard.words import numbers as vi
from data_loaders.law.rulebook import built_in
from queries.periods import parse

Cell = Any
TABLES = {
    "balance": "kind opening entered_first entered_second reopened decided withdrawn discontinued to_investigation "
    "merged closing residual",
    "results": "kind instance manner result closed on_time judged",
    "petitions_processing": "kind eligible within_authority processing petitions replies",
    "reception_volume": "reception sessions visits people matters_first matters_repeat mass_groups mass_people",
    "duty_by_level": "duty_code posts required credited in_person delegated missed ad_hoc months_unreported "
    "post_months",
    "areas": "name open_count with_limit overdue over_180 entered resolved visits mass_groups complex_listed escalated "
    "population",
    "overdue_by_agency": "agency_name agency_level open_count with_limit overdue over_180 longest_over median_age",
    "overdue_by_field": "field_group open_count with_limit overdue over_180 median_age",
    "open_dossiers_by_age": "band kind open_count overdue",
    "longest_waiting": "dossier_id kind field_group instance agency_name district_name entered_on due_on age_days "
    "days_over is_listed_complex",
    "complex_cases": "dossier_id label kind field_group lead_agency_name listed_on basis age_days is_closed",
    "directives_open": "number issued_on issued_by agency_name summary due_on days_over dossier_id",
    "quarterly_series": "code start_on end_on entered resolved open_count on_time judged overdue",
    "reception_series": "code start_on end_on visits people mass_groups head_sessions delegated_sessions",
}


@dataclass(frozen=True)
class Table:
    """A titled table: headings, and rows of numbers, dates, text or None."""

    title: str
    headings: list[str]
    rows: list[list[Cell]]


def page_tables(material: Material) -> list[Table]:
    """The figures first, then the tables behind the pages."""
    found = [figures(material)]
    for name, columns in TABLES.items():
        if name in material.tables:
            found.append(table(material.tables[name], columns.split(), title=words.TABLE_TITLES[name]))
    return found


def table(frame: pd.DataFrame, columns: list[str], *, title: str) -> Table:
    """A frame in words; a withheld count is '<5', a missing one None."""
    withheld = small_cells.few(frame)
    kept = [name for name in columns if name in frame.columns]
    rows = [
        [
            _cell(name, value, hidden=label in withheld.get(name, set()))
            for name, value in zip(kept, values, strict=True)
        ]
        for label, values in zip(frame.index, frame[kept].itertuples(index=False, name=None), strict=True)
    ]
    return Table(title, [headings_words.heading(name, headings_words.asked(frame)) for name in kept], rows)


def _cell(name: str, value: Cell, *, hidden: bool) -> Cell:
    if hidden:
        return vi.FEW
    if vi.is_missing(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime().date()
    if name == "code":
        return vi.sentence_case(vi.period(parse(value, rules=built_in())))  # its name alone: no day is judged
    if isinstance(value, bool | np.bool_):
        return codes.YES if value else codes.NO
    return codes.CODED.get(name, {}).get(value, value) if isinstance(value, str) else value


def figures(material: Material) -> Table:
    """Every figure now, before, a year ago, its changes, its base and its definition."""
    previous, last_year = material.steps_previous, material.steps_last_year
    rows = []
    for name, figure in material.now.items():
        metric = METRICS.get(name)
        if metric is None:
            continue
        rows.append(
            [
                metric.label,
                vi.value(figure.value, metric.unit),
                figure.value,
                figure.numerator,
                figure.denominator,
                vi.value(material.previous[name].value, metric.unit),
                change_text(previous[name]),
                vi.value(material.last_year[name].value, metric.unit),
                change_text(last_year[name]),
                metric.numerator,
                metric.denominator,
                metric.legal_basis,
            ]
        )
    return Table(words.FIGURES, list(words.FIGURE_HEADINGS), rows)


def change_text(step: Change) -> str:
    """tăng 15,2%; — where nothing may be said."""
    return change.brief(step) or vi.MISSING
