"""Forms filled from a snapshot: every column counted on its own, totals included, so that the identities can fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts import kept
from dashboard.forms.grid import Column, Form, counts_denunciations, load_forms
from dashboard.words import forms as words
from queries.periods import Period

FACTS = {"reception": "form_visits", "petitions": "form_petitions", "closings": "form_closings"}
TABLES = {"reception": "reception_visits", "petitions": "petitions", "closings": "dossiers"}
SESSIONS = "reception_sessions"  # its rows stand beside those of visits, as a measure of their own
CARRIED = ("carried", frozenset({"yes"}))
TOTAL = ""


@dataclass(frozen=True)
class FilledForm:
    """A form with its numbers: `values` has one row a unit and the total last (index TOTAL), one column an MS.

    A column the case database cannot fill is missing in every row.
    """

    form: Form
    values: pd.DataFrame
    units: pd.DataFrame

    @cached_property
    def rows(self) -> dict[str, list[int | None]]:
        """The numbers of each unit in the order of the columns, None where the database cannot fill one."""
        cells = self.values.to_numpy(dtype="float64", na_value=np.nan).tolist()
        numbers = [[None if cell != cell else int(cell) for cell in row] for row in cells]
        return dict(zip(self.values.index, numbers, strict=True))

    @cached_property
    def cells(self) -> np.ndarray:
        """The values as plain numbers, nothing in place of what the database cannot fill."""
        return self.values.to_numpy(dtype="float64", na_value=0).astype(np.int64)

    @cached_property
    def numbers(self) -> pd.DataFrame:
        """`cells` by unit and column."""
        return pd.DataFrame(self.cells, index=self.values.index, columns=self.values.columns)

    @cached_property
    def place(self) -> dict[int, int]:
        """Where each column, by its MS, stands in `cells`."""
        return {ms: place for place, ms in enumerate(self.values.columns)}

    def name(self, unit: str) -> str:
        return words.TOTAL if unit == TOTAL else self._texts["name"][unit]

    def note(self, unit: str) -> str:
        return "" if unit == TOTAL else self._texts["note"][unit]

    @cached_property
    def _texts(self) -> dict[str, dict[str, str]]:
        return self.units.to_dict()


class _Fact:
    """One answer, ready to be counted by unit: condition masks are computed once."""

    def __init__(self, answer: pd.DataFrame, units: list[str]) -> None:
        known = {unit: place for place, unit in enumerate(units)}
        self.answer, self.size = answer, len(units)
        self.place = _unit(answer).map(known).to_numpy(dtype=np.int64)
        self._masks: dict[tuple[str, frozenset[str]], np.ndarray] = {}

    def count(self, column: Column) -> np.ndarray:
        mask = np.ones(len(self.answer), dtype=bool)
        for condition in column.conditions:
            mask &= self._mask(condition)
        weights = self.answer[column.measure].to_numpy(dtype=np.float64)[mask]
        return np.bincount(self.place[mask], weights=weights, minlength=self.size).astype(np.int64)

    def _mask(self, condition: tuple[str, frozenset[str]]) -> np.ndarray:
        if condition not in self._masks:
            name, values = condition
            self._masks[condition] = self.answer[name].isin(list(values)).to_numpy(dtype=bool)
        return self._masks[condition]


def fill(
    answers: Answers,
    window: Period,
    *,
    area: str | None = None,
    units: str = "agency",
    circulars: Iterable[str] = ("2021", "2024", "2025"),
    only: Iterable[str] = tuple(FACTS),
    own: Path | None = None,
) -> dict[tuple[str, str], FilledForm]:
    """Every form of those circulars in the window, by (circular, form), all with the same unit rows.

    Of less than the whole province no form is filled that counts denunciations apart (Luật Tố cáo, Điều 8). A column
    counted from a table that holds no records of the window stays empty and says so: nothing recorded is not zero; so
    does what was carried over where the records begin in the window.

    Args:
        area: a former district or commune the forms are of, besides what the viewer may see.
        units: agency (who received or held it), or district or commune (the place).
        only: the facts to count; forms made of others are left out.
        own: a province's own folder of grids.
    """
    params = {"start": window.start, "end": window.end, "division": units}
    narrowed = area is not None or answers.scope.is_narrowed
    found = {fact: answers.ask(FACTS[fact], **params, area=area) for fact in only}
    rows = _units(answers.ask("form_units", **params), found, narrowed=narrowed)
    facts = {fact: _Fact(answer, list(rows.index)) for fact, answer in found.items()}
    wanted = set(circulars)
    without = {table: why for table in (*TABLES.values(), SESSIONS) if (why := _without(answers, table, window))}
    done: dict[tuple[str, str], FilledForm] = {}
    for blank in load_forms(own):
        form = _telling(blank, without, done)
        if form.circular in wanted | {"2024"} and _fillable(form, facts, done):
            done[form.key] = FilledForm(form, _values(form, facts, rows, done), rows)
    shown = {key: filled for key, filled in done.items() if key[0] in wanted}
    return {key: filled for key, filled in shown.items() if not (narrowed and counts_denunciations(filled.form))}


def _without(answers: Answers, table: str, window: Period) -> str:
    """Why columns counted from this table stay empty: all of them, or those of what was carried over; else ''."""
    if kept.coverage([table], window.start, window.end, begins=answers.begins) == "none":
        return words.NOT_KEPT
    return "" if kept.is_carried([table], window.start, begins=answers.begins) else words.NOT_CARRIED


def _telling(form: Form, without: Mapping[str, str], done: dict[tuple[str, str], FilledForm]) -> Form:
    """The form with a reason at each column whose records were not kept, its own or that of the one it repeats."""
    return replace(form, columns=tuple(_told(column, without, done) for column in form.columns)) if without else form


def _told(column: Column, without: Mapping[str, str], done: dict[tuple[str, str], FilledForm]) -> Column:
    if column.missing or not column.fact:
        return column
    if column.fact in TABLES:
        why = without.get(SESSIONS if column.measure == "sessions" else TABLES[column.fact], "")
        return replace(column, missing=why) if why != words.NOT_CARRIED or CARRIED in column.conditions else column
    repeated = done.get((column.fact, column.measure))
    found = {one.ms: one.missing for one in repeated.form.columns} if repeated else {}
    return replace(column, missing=found.get(int(column.where), ""))


def _fillable(form: Form, facts: dict[str, _Fact], done: dict[tuple[str, str], FilledForm]) -> bool:
    needed = [column for column in form.columns if column.fact]
    return all(column.fact in facts or (column.fact, column.measure) in done for column in needed)


def _unit(answer: pd.DataFrame) -> pd.Series:
    return answer["unit"].astype("object").where(answer["unit"].notna(), words.NO_UNIT)


def _units(known: pd.DataFrame, answers: dict[str, pd.DataFrame], *, narrowed: bool) -> pd.DataFrame:
    """Units by code, in the order of the form: name and note. Those in office without any figure stay and say so."""
    seen = set().union(*(set(_unit(answer)) for answer in answers.values()))
    in_office = False if narrowed else known["in_office"].astype(bool)
    rows = known[known["unit"].isin(seen) | in_office].set_index("unit")
    rows = rows.assign(note=[("" if unit in seen else words.NOTHING) for unit in rows.index])[["name", "note"]]
    extra = sorted(seen - set(rows.index))
    names = [words.NO_UNIT_NAME if unit == words.NO_UNIT else unit for unit in extra]
    return pd.concat([rows, pd.DataFrame({"name": names, "note": ""}, index=extra, dtype="object")])


def _values(
    form: Form, facts: dict[str, _Fact], units: pd.DataFrame, done: dict[tuple[str, str], FilledForm]
) -> pd.DataFrame:
    """One row a unit and the total below, made at once of plain arrays: a pack has 150.000 cells."""
    cells = np.zeros((len(units), len(form.columns)), dtype=np.int64)
    empty = np.array([bool(column.missing) for column in form.columns], dtype=bool)
    for place, column in enumerate(form.columns):
        if column.missing:
            continue
        if column.fact in facts:
            cells[:, place] = facts[column.fact].count(column)
        else:
            other = done[column.fact, column.measure]
            cells[:, place] = other.numbers.loc[units.index, int(column.where)]
            empty[place] = bool(other.values[int(column.where)].isna().all())
    whole = np.vstack([cells, cells.sum(axis=0)])
    columns = {
        column.ms: pd.arrays.IntegerArray(whole[:, place].copy(), np.full(len(whole), empty[place]))
        for place, column in enumerate(form.columns)
    }
    return pd.DataFrame(columns, index=[*units.index, TOTAL])
