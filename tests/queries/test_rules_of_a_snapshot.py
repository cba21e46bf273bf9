"""What reads a snapshot or a lock judges days by the rules it was taken with, whatever the folder of rules says now."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data_loaders.law import rules
from data_loaders.settings import Settings
from data_loaders.snapshot import locks, refresh
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.periods import containing, law_changes, parse, rules_of, straddles
from tests import tiny_province

WINDOW = {"start": "2026-06-15", "end": "2026-09-14", "as_of": "2026-09-14"}
NOW = datetime(2026, 11, 22)  # noqa: DTZ001
ROW = {
    "deadlines": ("complaint,1,normal,0,resolution,30", "complaint,1,normal,0,resolution,3"),
    "reception_duty": ("province_chair,1,month", "province_chair,9,month"),
    "reporting_calendars": ("TT06-2025,inspectorate,14", "TT06-2025,inspectorate,20"),
    "holidays": ("2026-01-02,0,", "2026-01-06,0,"),
    "events": ("law_136,2026-07-01,law,1,Luật 136", "law_136,2026-08-01,law,1,Luật khác"),
    "suspensions": ('Điều 34",2019-01-01', 'Điều 34",2026-08-02'),
    "vocabularies": ("kind,complaint,Khiếu nại", "kind,complaint,Đơn khiếu"),
}


def changed_rules(folder: Path) -> Path:
    folder.mkdir()
    for name, (before, after) in ROW.items():
        text = (rules.BUILT_IN / f"{name}.csv").read_text(encoding="utf-8")
        assert before in text, name
        (folder / f"{name}.csv").write_text(text.replace(before, after), encoding="utf-8")
    return folder


def settings(folder: Path) -> Settings:
    case = tiny_province.build(folder / "case.sqlite")
    return Settings(
        case_database_url=f"sqlite:///{case}",
        case_as_of=tiny_province.AS_OF,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )


def says(path: Path) -> dict[str, object]:
    """Everything dated that a reader of the file is told."""
    taken = open_snapshot(path)
    book = rules_of(taken)
    period = parse("2026-Q3", rules=book)
    everything = Scope.everything()
    answers = {
        name: ask(name, taken, everything, **{key: WINDOW[key] for key in question.load(name).accepts & set(WINDOW)})
        for name in ("events", "law_changes", "reporting_calendars", "duty_rules", "figures", "longest_waiting")
    }
    return {
        "window": (period, period.year_to_date(), containing(date(2026, 9, 17), "quarter", rules=book)),
        "changes": (straddles(period), law_changes(period).to_dict("records")),
        **{name: answer.astype(str).to_dict("records") for name, answer in answers.items()},
    }  # fmt: skip


def test_a_lock_opened_with_a_changed_folder_of_rules_says_what_it_said(tmp_path, monkeypatch):
    given = settings(tmp_path)
    ref = refresh(given, progress=lambda _: None)
    made = locks.lock(given.snapshot_dir, ref, code="2026-Q3", calendar="inspectorate", by="A", now=NOW)
    before = says(locks.open_locked(made, into=tmp_path))
    monkeypatch.setenv("RULES_DIR", str(changed_rules(tmp_path / "rules")))
    assert straddles(parse("2026-Q3")) != before["changes"][0], "the folder is in force for who has no snapshot"
    now = refresh(given.model_copy(update={"rules_dir": tmp_path / "rules"}), progress=lambda _: None)
    again = shutil.copy(locks.open_locked(made, into=tmp_path), tmp_path / "again.duckdb")
    assert says(Path(again)) == before
    today = says(now.path)
    different = {name for name in before if today[name] != before[name]}
    assert different >= {
        "window",
        "changes",
        "events",
        "law_changes",
        "reporting_calendars",
        "duty_rules",
        "longest_waiting",
    }


def test_a_period_is_locked_by_the_calendar_of_its_snapshot(tmp_path):
    given = settings(tmp_path)
    own = given.model_copy(update={"rules_dir": changed_rules(tmp_path / "rules")})
    ref = refresh(own, progress=lambda _: None)
    made = locks.lock(given.snapshot_dir, ref, code="2026-Q3", calendar="inspectorate", by="A", now=NOW)
    assert (made.start_on, made.end_on) == (date(2026, 6, 21), date(2026, 9, 20))


@pytest.mark.parametrize("name", rules.FILES)
def test_every_rule_file_is_kept_whole(tiny_snapshots, name):
    from data_loaders.snapshot import current
    from data_loaders.snapshot.shaping import RULE_TABLES

    (table,) = [table for table, file in RULE_TABLES.items() if file == name]
    with duckdb.connect(str(current(tiny_snapshots).path), read_only=True) as db:
        kept = db.execute(f"from {table}").df()
    file = rules.load(name)
    assert list(kept) == list(file)
    assert kept.astype(str).to_dict("records") == file.astype(kept.dtypes).astype(str).to_dict("records")


def test_a_snapshot_of_an_earlier_version_still_opens_and_says_that_its_rules_are_the_built_in_ones(tmp_path):
    ref = refresh(settings(tmp_path), progress=lambda _: None)
    assert rules_of(open_snapshot(ref.path)).is_complete
    old = tmp_path / "old.duckdb"
    old.write_bytes(ref.path.read_bytes())
    with duckdb.connect(str(old)) as db:
        for table in ("holiday", "event", "law_change"):
            db.execute(f"drop table {table}")
        db.execute("update reporting_calendar set closing_day = 20 where rule_id = 'TT06-2025'")
    book = rules_of(open_snapshot(old))
    assert not book.is_complete
    assert parse("2026-Q3", rules=book).end == date(2026, 9, 20), "what it kept is its own"
    assert straddles(parse("2026-Q3", rules=book)) == [date(2026, 7, 1)]
