"""A table without records fills no column with zeros: the column is empty and says why in every form."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.answers.answers import Answers
from dashboard.forms import reconcile
from dashboard.forms.fill import TABLES, FilledForm, fill
from dashboard.words import forms as words
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import tiny_province
from tests.dashboard.conftest import refreshed

WINDOW = parse("2026-Q3")
REPEATED = ("2024", "2021", "2025")


def asked(folder: Path, emptied: str = "") -> Answers:
    case = tiny_province.build(folder / "case.sqlite")
    if emptied:
        with closing(sqlite3.connect(case)) as db:
            db.execute(f"delete from {emptied}")
            db.commit()
    return Answers(open_snapshot(refreshed(folder, case).path), Scope.everything())


def source(form: FilledForm, place: int, whole: dict[tuple[str, str], FilledForm]) -> str:
    """The table that a column is counted from, through the form it repeats."""
    column = form.form.columns[place]
    if column.fact in REPEATED:
        other = whole[column.fact, column.measure]
        at = next(i for i, one in enumerate(other.form.columns) if one.ms == int(column.where))
        return source(other, at, whole)
    return "reception_sessions" if column.measure == "sessions" else TABLES.get(column.fact, "")


@pytest.mark.parametrize("table", ["reception_visits", "reception_sessions", "petitions", "dossiers"])
def test_columns_of_an_empty_table_are_empty_and_say_so(tmp_path, table):
    """Each table in turn, with what refers to it and is refused; the columns of the others go on counting."""
    (tmp_path / "whole").mkdir()
    whole, answers = fill(asked(tmp_path / "whole"), WINDOW), asked(tmp_path, table)
    empty = {name for name, first in answers.begins.items() if first is None or first > WINDOW.end}
    assert table in empty
    seen = 0
    for key, form in fill(answers, WINDOW).items():
        for place, column in enumerate(form.form.columns):
            if source(whole[key], place, whole) in empty:
                seen += 1
                assert form.values[column.ms].isna().all(), (key, column.ms)
                assert column.missing == (whole[key].form.columns[place].missing or words.NOT_KEPT)
            elif not whole[key].form.columns[place].missing:
                assert not column.missing and form.values[column.ms].notna().all(), (key, column.ms)
    assert seen > 20


def test_what_is_empty_is_no_fault_of_the_form(tmp_path):
    """An identity with a column that says nothing is not judged."""
    warnings = [one.text for one in reconcile(fill(asked(tmp_path, "petitions"), WINDOW)) if one.severity == "warning"]
    assert warnings == []
