"""The working calendar follows the data and ends some years after it: what lies beyond is refused or not known."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from data_loaders import snapshot
from data_loaders.law import rules
from data_loaders.messages import LoaderError
from queries.ask import Scope, ask, open_snapshot
from tests import tiny_province
from tests.data_loaders.conftest import opened


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)


def span(ref: snapshot.SnapshotRef) -> tuple[date, date]:
    with opened(ref) as db:
        return db.execute("select min(day), max(day) from calendar_day").fetchone()


def test_the_calendar_holds_the_data_and_ten_years_after_it(refreshed):
    assert span(refreshed()) == (date(2010, 1, 1), date(2036, 12, 31))


def test_older_data_begin_an_older_calendar_but_a_slip_of_the_pen_does_not(tmp_path, settings):
    path = tiny_province.build(tmp_path / "case.sqlite")
    change(path, "update petitions set received_on = '1996-03-05', processed_on = null where petition_id = 'T2'")
    change(path, "update petitions set received_on = '1026-03-05', processed_on = null where petition_id = 'T4'")
    ref = snapshot.refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)
    assert span(ref)[0] == date(1996, 1, 1)


ROWS = {
    "deadlines": "KN-moi,complaint,1,normal,0,resolution,20,calendar,1,Luật mới,{day},,I,",
    "reception_duty": "TCD-moi,agency_head,2,month,,0,1,Luật mới,{day},,I,",
    "suspensions": "TDC-moi,petition,Luật mới,{day},,I,",
    "holidays": "{day},0,Ngày nghỉ mới,Nghị quyết mới,I,",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_rule_that_begins_after_the_calendar_ends_is_refused_in_one_sentence(tmp_path, settings, name):
    own = tmp_path / "rules"
    own.mkdir()
    text = (rules.BUILT_IN / f"{name}.csv").read_text(encoding="utf-8")
    open_ended = text.replace(",2014-07-01,,M-h", ",2014-07-01,2026-12-31,M-h").replace(
        "2012-07-01,,V,\nKN28-phuctap", "2012-07-01,2026-12-31,V,\nKN28-phuctap"
    )
    (own / f"{name}.csv").write_text(open_ended + ROWS[name].format(day="2127-07-01"), encoding="utf-8")
    path = tiny_province.build(tmp_path / "case.sqlite")
    given = settings(f"sqlite:///{path}", rules_dir=own)
    with pytest.raises(LoaderError, match=rf"{name}\.csv có ngày 01/07/2127, sau ngày cuối 31/12/2036 của lịch"):
        snapshot.refresh(given, progress=lambda _: None)
    assert snapshot.current(given.snapshot_dir) is None


def test_a_due_date_beyond_the_calendar_is_not_known_and_told(tmp_path, settings):
    path = tiny_province.build(tmp_path / "case.sqlite")
    change(path, "update dossiers set due_on = '2300-12-31' where dossier_id = 'V06'")
    ref = snapshot.refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)
    with opened(ref) as db:
        assert db.execute("select due_on, basis from dossier_due where dossier_id = 'V06'").fetchall() == [
            (None, "source")
        ]
    weak = ask("missing_key_dates", open_snapshot(ref.path), Scope.everything(), as_of="2026-11-22").set_index(
        "weakness"
    )
    assert weak.loc["due_outside_calendar", ["rows_weak", "rows_all"]].tolist() == [1, 10]
