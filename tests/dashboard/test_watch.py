"""What is watched: each unit once with its reasons, what is new since the day before, how often chance alone alarms."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import duckdb
import numpy as np
import pandas as pd
import pytest

from dashboard.facts import watch
from dashboard.words import watch as words
from data_loaders.snapshot import current
from data_loaders.statistics import alarms
from queries.ask import Scope, ask, open_snapshot
from tests import shown
from tests.dashboard.province import Province
from tests.dashboard.test_pages import headline, opened

LATER = "update directives set due_on = '2026-11-13', done_on = null"
ENDED = "update dossiers set closed_on = '2026-11-14', closing = 'withdrawn' where dossier_id = 'V01'"
RULES = "rule_id,measure,level,threshold,days,article,valid_from,valid_to\n"
MINE = (
    f"{RULES}A,overdue,agency,1,0,Tỉnh đặt,2019-01-01,\nB,overdue_days,agency,70,0,Tỉnh đặt,2019-01-01,\n"
    "C,directives_late,agency,1,0,Tỉnh đặt,2019-01-01,\nD,silent,agency,1,400,Tỉnh đặt,2019-01-01,2026-11-10\n"
)
ROW = {"gone_on": None, "days": 30, "base": None, "value": 3.0}


@pytest.fixture
def province(tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "watch.csv").write_text(MINE, encoding="utf-8")
    made = Province(tmp_path)
    made.settings = made.settings.model_copy(update={"rules_dir": rules})
    return made


def stated(province: Province, change: str) -> None:
    with closing(sqlite3.connect(province.case)) as db, db:
        db.execute(change)


def day(province: Province, as_of: dt.date) -> pd.DataFrame:
    province.refreshed(settings=province.settings.model_copy(update={"case_as_of": as_of}))
    return province.answers().ask("watchlist").set_index("rule_id")


def test_rules_are_rows_with_dates_and_thresholds_of_the_province(province):
    now = day(province, dt.date(2026, 11, 22))
    assert now["unit_code"].to_dict() == dict.fromkeys("ABC", "X1")  # V01: 79 days over; D ended on 10/11
    assert now["value"].to_dict() == {"A": 1, "B": 79, "C": 1}
    rules = province.answers().ask("watch_rules").set_index("rule_id")
    assert list(rules.index) == ["A", "B", "C"]
    assert rules["expected_alarms"].isna().all()  # what has happened is no matter of chance


def test_a_day_says_what_is_new_and_what_is_over_since_the_day_before(province):
    for old in province.folder.glob("*"):
        old.unlink()
    stated(province, LATER)
    first = day(province, dt.date(2026, 11, 13))  # V01 is 70 days over
    assert first["watch_state"].to_dict() == {"A": "first", "B": "first"}
    second = day(province, dt.date(2026, 11, 14))
    assert second["watch_state"].to_dict() == {"A": "still", "B": "still", "C": "new"}
    stated(province, ENDED)
    third = day(province, dt.date(2026, 11, 15))
    assert third["watch_state"].to_dict() == {"A": "gone", "B": "gone", "C": "still"}
    again = day(province, dt.date(2026, 11, 15))  # a second snapshot of the same day tells the same
    assert again["watch_state"].to_dict() == third["watch_state"].to_dict()
    assert day(province, dt.date(2026, 11, 16))["watch_state"].to_dict() == {"C": "still"}


def test_a_unit_stands_once_with_all_its_reasons_and_new_ones_first():
    rows = pd.DataFrame(
        [
            ROW | {"unit_code": "X", "unit_name": "UBND xã A", "watch_measure": "overdue", "watch_state": "still"},
            ROW | {"unit_code": "X", "unit_name": "UBND xã A", "watch_measure": "bounced", "watch_state": "gone"},
            ROW | {"unit_code": "Y", "unit_name": "UBND xã B", "watch_measure": "overdue", "watch_state": "new"},
            ROW | {"unit_code": "Y", "unit_name": "UBND xã B", "watch_measure": "silent", "watch_state": "still"},
            ROW | {"unit_code": "Z", "unit_name": "UBND xã C", "watch_measure": "overdue", "watch_state": "gone"},
        ]
    ).assign(watch_level="agency", since_on=pd.Timestamp("2026-11-20"))
    units = words.with_reasons(watch.by_unit(rows), rows)
    assert units[["unit_code", "watch_state"]].to_numpy().tolist() == [["Y", "new"], ["X", "still"], ["Z", "gone"]]
    assert units["reasons_said"].tolist()[:2] == [
        "3 vụ việc quá hạn; 3 ngày không có số liệu mới",
        "3 vụ việc quá hạn",
    ]


def test_an_area_leader_is_told_of_the_own_area_alone():
    snapshot = open_snapshot(current(shown.tiny()).path)
    everything = ask("watchlist", snapshot, Scope.everything())
    own = ask("watchlist", snapshot, Scope("", area="D2"))
    assert set(own["unit_code"]) <= {"D2"}
    assert len(own) <= len(everything)


def test_chance_is_measured_with_the_sizes_that_are_there():
    """With no true difference few units are named; the measured number is the rate of other draws."""
    dice = np.random.default_rng(7)
    cases = dice.integers(40, 400, 26)
    expected = alarms.low_shares_by_chance(0.82 * cases, cases)
    seen = np.mean([alarms.low_shares(dice.binomial(cases, 0.82), cases).sum() for _ in range(400)])
    assert expected == pytest.approx(seen, abs=0.06)
    assert expected < 26 * 0.0019  # at most what the budget of statistics allows for the exact limit alone
    months = dice.poisson(40, (26, 31))
    assert alarms.rises_by_chance(months) == pytest.approx(26 * 0.02, abs=0.35)


def test_the_snapshot_keeps_what_chance_gives_and_the_page_says_it(monkeypatch, tmp_path):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    app = opened("bodies", xem="watch")
    assert not app.exception
    assert words.NOTHING in headline(app)  # one district is judged by nothing that chance could alarm
    with duckdb.connect(str(current(shown.tiny()).path), read_only=True) as db:
        kept = db.execute("select count(*), count(expected) from watch_chance").fetchone()
    assert kept == (8, 1)  # eight rules; 31 months of one district are not there


def test_forecasts_are_told_with_their_trial_and_only_where_they_beat_the_year_before():
    rows = pd.DataFrame(
        {
            "name": [None, "Huyện A"],
            "measure": "entered",
            "value": [180.4, 20.0],
            "low": [150.0, 10.0],
            "high": [215.0, 30.0],
            "held": [29, 20],
            "tried": [36, 36],
            "error": [0.62, 1.1],
            "naive_error": [0.74, 1.0],
            "unpublished": ["", "not_better"],
        }
    )
    told = words.outlook(rows, province="Tỉnh Mẫu")
    assert told[["name", "value_said", "held_said", "error_said"]].to_numpy().tolist() == [
        ["Tỉnh Mẫu", "180 (150–215)", "29/36 (80,6%)", "0,62, so với 0,74"]
    ]
    assert "Không nêu 1 chuỗi: không chính xác hơn cách lấy số cùng kỳ năm trước (1)." in words.outlook_note(rows)
