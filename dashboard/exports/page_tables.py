"""The pages' tables in Vietnamese, ready to be written: headings and codes in words, small cells withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dashboard.briefing import Material
from dashboard.briefing.topic import Sheet
from dashboard.facts import small_cells
from dashboard.metrics import METRICS, basis, counted
from dashboard.words import codes
from dashboard.words import files as words
from dashboard.words import headings as headings_words
from dashboard.words import numbers as vi
from dashboard.words.figures import LEGEND, in_cell, step
from data_loaders.law.rulebook import built_in
from queries.periods import parse

Cell = Any


@dataclass(frozen=True)
class Table:
    """A titled table: headings, rows of numbers, dates, text or None, and what has to be known to read them."""

    title: str
    headings: list[str]
    rows: list[list[Cell]]
    note: str = ""


def page_tables(material: Material, sheets: Iterable[Sheet]) -> list[Table]:
    """The figures first, then the tables behind the sections; one that was not asked is left out."""
    asked = [sheet for sheet in sheets if sheet.table in material.tables]
    tables = [table(material.tables[sheet.table], sheet.columns.split(), title=sheet.title) for sheet in asked]
    return [figures(material), *tables]


def table(frame: pd.DataFrame, columns: list[str], *, title: str) -> Table:
    """A frame in words; a withheld count is '…', a missing one None."""
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
    for name, metric in METRICS.items():
        figure = material.now.get(name)
        if figure is None:
            continue
        rows.append(
            [
                metric.label,
                in_cell(metric, figure),
                figure.value,
                figure.numerator,
                figure.denominator,
                in_cell(metric, material.previous[name]),
                step(previous[name]),
                in_cell(metric, material.last_year[name]),
                step(last_year[name]),
                counted(metric, people=material.info.mass_group_size),
                metric.denominator,
                basis(metric, material.windows.now.end),
            ]
        )
    return Table(words.FIGURES, list(words.FIGURE_HEADINGS), rows, LEGEND)
