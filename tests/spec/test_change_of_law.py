"""A change of law is one row with a date, no code: a province writes it in its own folder of rules."""

from datetime import date

import duckdb
import pytest

from data_loaders import snapshot
from data_loaders.law import rulebook, rules
from data_loaders.law.working_calendar import working_calendar
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from queries.periods import parse, straddles
from tests import tiny_province
from tests.spec.law import due, required

NEW_ROWS = {
    "deadlines": "KN28-2027,complaint,1,normal,0,resolution,20,calendar,1,Luật Khiếu nại mới Điều 30,2027-07-01,,I,",
    "reception_duty": "TCD15-2027,commune_chair,3,month,,0,1,Luật Tiếp công dân mới Điều 15,2027-07-01,,I,",
    "reporting_calendars": "TT-2028,inspectorate,20,Thông tư mới,2028-01-01,,I,",
    "holidays": "2027-06-10,0,Ngày nghỉ mới,Nghị quyết mới,I,",
    "events": "law_2027,2027-07-01,law,1,Luật mới,Luật mới có hiệu lực,Luật mới,I",
    "suspensions": "KNPA,petition,Luật mới,2027-07-01,,I,",
    "vocabularies": "field_code,water,Tài nguyên nước,Danh mục mới,2027-07-01,,I",
}
ENDED = {
    "deadlines": ("KN28-thuong", "2012-07-01,,V", "2012-07-01,2027-06-30,V"),
    "reception_duty": ("TCD15-136", "2026-07-01,,V", "2026-07-01,2027-06-30,V"),
    "reporting_calendars": ("TT06-2025", "2026-01-01,,I", "2026-01-01,2027-12-31,I"),
}


@pytest.fixture
def own(tmp_path):
    """A province's folder: today's rules, the old row given its last day and the new one added."""
    for name, row in NEW_ROWS.items():
        lines = (rules.BUILT_IN / f"{name}.csv").read_text(encoding="utf-8").rstrip("\n").split("\n")
        if name in ENDED:
            rule_id, before, after = ENDED[name]
            lines = [line.replace(before, after) if line.startswith(rule_id + ",") else line for line in lines]
        (tmp_path / f"{name}.csv").write_text("\n".join([*lines, row]) + "\n", encoding="utf-8")
    return tmp_path


def test_a_new_time_limit_holds_for_what_is_accepted_from_its_day_on(own):
    deadlines = rules.load("deadlines", directory=own)
    assert due({"accepted_on": date(2027, 6, 30)}, deadlines=deadlines) == date(2027, 7, 30)
    assert due({"accepted_on": date(2027, 7, 1)}, deadlines=deadlines) == date(2027, 7, 21)


def test_a_new_duty_holds_from_its_month_on(own):
    months = required(
        "duty_code | valid_from | valid_to\ncommune_chair | 2025-07-01 | -",
        duty=rules.load("reception_duty", directory=own),
        until=date(2027, 8, 1),
    )
    assert [months[date(2027, month, 1)] for month in (6, 7, 8)] == [(2, None), (3, None), (3, None)]


def test_a_new_duty_within_a_month_mixes_both_rules_by_days(own):
    path = own / "reception_duty.csv"
    text = path.read_text(encoding="utf-8").replace("2027-07-01", "2027-06-16").replace("2027-06-30", "2027-06-15")
    path.write_text(text, encoding="utf-8")
    months = required(
        "duty_code | valid_from | valid_to\ncommune_chair | 2025-07-01 | -",
        duty=rules.load("reception_duty", directory=own),
        until=date(2027, 7, 1),
    )
    assert months[date(2027, 6, 1)] == (2, "rule_changed")  # 2 × 15/30 + 3 × 15/30 = 2,5


def test_a_new_reporting_calendar_holds_from_its_report_year_on(own):
    known = rulebook.of_files(rules.load_all(directory=own))
    assert parse("2027-Q4", rules=known).end == date(2027, 12, 14)
    first = parse("2028-Q1", rules=known)
    assert (first.start, first.end) == (date(2027, 12, 21), date(2028, 3, 20))
    assert first.last_year() == parse("2027-Q1", rules=known)


def test_a_new_day_off_moves_the_last_day(own):
    days = working_calendar(date(2027, 6, 1), date(2027, 6, 30), overrides=rules.load("holidays", directory=own))
    assert days.set_index("day").loc["2027-06-10", "next_working"].date() == date(2027, 6, 11)


def test_a_new_event_is_a_change_of_law_that_windows_straddle(own):
    known = rulebook.of_files(rules.load_all(directory=own))
    assert straddles(parse("2027-Q3", rules=known)) == [date(2027, 7, 1)]
    assert straddles(parse("2027-Q3")) == []


def test_every_period_and_note_follows_the_folder_of_the_installation(own, monkeypatch):
    monkeypatch.setenv("RULES_DIR", str(own))
    assert parse("2028-Q1").end == date(2028, 3, 20)
    assert straddles(parse("2027-Q3")) == [date(2027, 7, 1)]
    monkeypatch.delenv("RULES_DIR")
    assert parse("2028-Q1").end == date(2028, 3, 14)


def test_other_rules_take_new_rows_too(own):
    assert "petition" in set(rules.load("suspensions", directory=own)["kind"])
    assert "water" in set(rules.load("vocabularies", directory=own)["code"])


def refreshed(folder, rules_dir):
    """The tiny province with a province's own rules, through the loader."""
    case = tiny_province.build(folder / "case.sqlite")
    given = Settings(
        case_database_url=f"sqlite:///{case}",
        case_as_of=date(2026, 11, 22),
        rules_dir=rules_dir,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return snapshot.refresh(given, progress=lambda _: None)


def due_in(ref, dossier_id):
    with duckdb.connect(str(ref.path), read_only=True) as db:
        return db.execute("select due_on, rule_id from dossier_due where dossier_id = ?", [dossier_id]).fetchone()


def test_the_row_reaches_the_snapshot_and_a_bad_one_changes_nothing(tmp_path):
    """V01 was accepted on 5/8/2026; a rule of 20 days from 1/8/2026 makes it due on 25/8 and not on 4/9."""
    own = tmp_path / "rules"
    own.mkdir()
    text = (rules.BUILT_IN / "deadlines.csv").read_text(encoding="utf-8")
    ended = text.replace('Điều 28",2012-07-01,,V,\nKN28-phuctap', 'Điều 28",2012-07-01,2026-07-31,V,\nKN28-phuctap')
    (own / "deadlines.csv").write_text(
        ended + NEW_ROWS["deadlines"].replace("2027-07-01", "2026-08-01"), encoding="utf-8"
    )
    ref = refreshed(tmp_path, own)
    assert due_in(ref, "V01") == (date(2026, 8, 25), "KN28-2027")
    assert due_in(ref, "V02") == (date(2025, 4, 9), "KN28-thuong")
    (own / "deadlines.csv").write_text(
        text.replace("normal,0,resolution,30", "normal,0,resolution,ba"), encoding="utf-8"
    )
    with pytest.raises(LoaderError, match=r"deadlines\.csv, dòng 4: cột days phải là số .*, không phải 'ba'"):
        refreshed(tmp_path, own)
    assert snapshot.current(tmp_path / "snapshots") == ref
