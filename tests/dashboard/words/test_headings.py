"""Nothing on a screen or in a file stands under the name of a column: every column of every question has a heading."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from dashboard.screen import tables
from dashboard.words import headings
from data_loaders.snapshot import current
from queries import question
from queries.ask import Scope, ask, open_snapshot
from tests import raw_names, shown

GIVEN = {"start": dt.date(2026, 9, 15), "end": dt.date(2026, 11, 22), "as_of": dt.date(2026, 11, 22)}
INNER = {
    *["figures", "clusters", "boundaries", "snapshot_info", "events", "law_changes", "reporting_calendars"],
    *(n for n in question.names() if n.startswith("form_")),
}
"""Asked by the program alone: what they hold is drawn or placed, never listed."""
VALUES = {"date": dt.date(2026, 9, 1), "text": "x", "int": 1, "number": 1.0, "bool": True}


@pytest.fixture(scope="module")
def answers() -> dict[str, pd.DataFrame]:
    """Every question asked of the tiny province."""
    snapshot = open_snapshot(current(shown.tiny()).path)
    found = {}
    for name in question.names():
        needed = [each for each in question.load(name).parameters if not each.optional and each.default is None]
        params = {each.name: GIVEN.get(each.name, VALUES[each.type]) for each in needed}
        found[name] = ask(name, snapshot, Scope.everything(), **params)
    return found


def shown_columns(answer: pd.DataFrame) -> list[str]:
    return [str(name) for name in tables.in_words(answer).columns]


def test_every_column_of_every_question_has_a_heading(answers):
    assert set(answers) == set(question.names())
    bare = {
        (name, column)
        for name, answer in answers.items()
        for column in answer.columns
        if column not in headings.HEADINGS and column not in headings.TECHNICAL
    }
    assert not bare


def test_what_is_technical_is_never_shown_and_is_a_column_of_some_question(answers):
    assert {column for answer in answers.values() for column in shown_columns(answer)} & headings.TECHNICAL == set()
    assert not headings.TECHNICAL & set(headings.HEADINGS)
    assert {column for answer in answers.values() for column in answer.columns} >= headings.TECHNICAL


def test_no_two_columns_of_one_question_stand_under_one_heading(answers):
    for name, answer in answers.items():
        said = [headings.heading(column, name) for column in shown_columns(answer)]
        assert len(set(said)) == len(said), (name, Counter(said).most_common(1))


def test_no_heading_is_written_over_by_another():
    text = Path(headings.__file__).read_text(encoding="utf-8")
    assert "|=" not in text
    written = [line.split(":")[0].strip() for line in text.splitlines() if line.startswith('    "') and ": " in line]
    assert [column for column, times in Counter(written).items() if times > 1] == []
    assert all(question_name in question.names() for question_name, _ in headings.OF_QUESTION)


def test_a_file_of_any_answer_names_no_column_and_no_code(answers):
    for name, answer in answers.items():
        if name not in INNER:
            assert not raw_names.in_text(tables.csv(answer).decode("utf-8-sig")), name


def test_headings_say_what_their_question_means(answers):
    assert headings.heading("band", "open_dossiers_by_age") == "Thời gian đã chờ"
    assert headings.heading("band", "ledger_by_post") == "Mức"
    assert (headings.heading("difference"), headings.heading("lock_difference")) == ("Tăng, giảm", "Chênh lệch")
    series = answers["quarterly_series"]
    assert tables.csv(series, ["code", "entered"]).decode("utf-8-sig").splitlines()[0] == "Kỳ;Vụ việc mới"
    assert tables.in_words(series)["code"].str.match("Quý (I|II|III|IV)/20[0-9]{2}$").all()


def test_a_column_without_a_heading_is_not_shown_under_its_name():
    with pytest.raises(KeyError):
        headings.heading("entered_third")
