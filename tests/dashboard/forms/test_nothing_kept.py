"""A table without records fills no column with zeros: the column is empty and says why in every form."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.answers.answers import Answers
from dashboard.forms import reconcile
from dashboard.forms.fill import TABLES, TOTAL, FilledForm, fill
from dashboard.words import forms as words
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown, tiny_province
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


def test_what_was_carried_over_is_left_empty_where_records_begin_in_the_window():
    """Nothing known is not zero papers; their total counts what was recorded."""
    answers = Answers(open_snapshot(current(shown.first_year()).path), Scope.everything())
    running = parse("2026-Q4")
    begun, first = fill(answers, running), answers.begins["petitions"]
    assert first is not None and running.start < first < running.end
    empty = {key: [column.ms for column in form.form.columns if column.missing == words.NOT_CARRIED]
             for key, form in begun.items()}  # fmt: skip
    assert empty["2024", "01/XLD"] == empty["2025", "02/XLD"] == [2]
    assert empty["2021", "01/XLD"] == [2, 3, 4] and not empty["2024", "01/TCD"]
    assert all(begun[key].values[ms].isna().all() for key, places in empty.items() for ms in places)
    total = begun["2024", "01/XLD"].numbers.loc[TOTAL]
    assert total[1] == total[3] > 0
    assert [one.text for one in reconcile(begun) if one.severity == "warning"] == []
    known = fill(answers, parse("2026-11-01..2026-11-22"))["2024", "01/XLD"]
    assert not [column for column in known.form.columns if column.missing] and known.numbers.loc[TOTAL][2] > 0


def test_no_sum_is_judged_that_needs_what_was_carried_over(tmp_path):
    """Papers of an earlier day were taken over, yet the records are declared to begin in the window."""
    window, case = parse("2026-11-01..2026-11-22"), shown.first_year().parent / "case.sqlite"
    kept = fill(Answers(open_snapshot(current(shown.first_year()).path), Scope.everything()), window)
    ref = refreshed(tmp_path, case, begins="petitions=2026-11-05")
    begun = fill(Answers(open_snapshot(ref.path), Scope.everything()), window)
    assert kept["2024", "01/XLD"].numbers.loc[TOTAL][2] > 0, "else nothing is tried"
    assert begun["2024", "01/XLD"].values[2].isna().all()
    assert [one.text for one in reconcile(begun, previous=kept) if one.check in ("row_sum", "carry_over")] == []


def test_what_is_empty_is_no_fault_of_the_form(tmp_path):
    """An identity with a column that says nothing is not judged."""
    warnings = [one.text for one in reconcile(fill(asked(tmp_path, "petitions"), WINDOW)) if one.severity == "warning"]
    assert warnings == []
