"""A refresh of the tiny province, counted by hand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data_loaders.contract.tables import TABLES
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, current, intake, refresh
from tests import tiny_province
from tests.data_loaders.conftest import opened

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> SnapshotRef:
    folder = tmp_path_factory.mktemp("whole")
    path = tiny_province.build(folder / "case.sqlite", dirty=True)
    settings = Settings(
        case_database_url=f"sqlite:///{path}",
        case_as_of=tiny_province.AS_OF,
        case_accept_refused=True,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return refresh(settings, progress=lambda _: None)


def test_every_read_row_is_accepted_or_refused(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        log = {row[0]: row[1:] for row in db.execute("from load_log").fetchall()}
        for table in TABLES:
            present, read, accepted, refused, remark = log[table.name]
            assert present and remark is None
            assert read == len(tiny_province.rows(table.name, dirty=True)) == accepted + refused
            assert accepted == db.execute(f"select count(*) from {table.name}").fetchone()[0]
            assert accepted == len(tiny_province.rows(table.name))


def test_each_kind_of_bad_row_is_refused_once_with_its_reason(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        found = db.execute("select reason, table_name from quarantine").fetchall()
    assert sorted(found) == sorted(tiny_province.REFUSED.items())


def test_places_of_every_vintage(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        place = {row[0]: row[1:] for row in db.execute("from place").fetchall()}
        assert place["O1"] == place["O2"] == place["C1"] == ("C1", "D1")
        assert place["O4"] == ("C2", "D1"), "a commune follows today's commune into its district"
        assert place["O5"] == (None, "D2"), "a split commune has a district and no commune"
        assert place["D2"] == (None, "D2")
        assert place["90"] == (None, None)
        straddling = db.execute("select commune_code from commune where straddles").fetchall()
    assert straddling == [("C2",)]


def test_dossiers_carry_what_pages_ask_for(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        rows = {
            row[0]: row[1:]
            for row in db.execute("""
            select dossier_id, cast(entered_on as varchar), counted, commune_code, field_group, instance from dossiers
        """).fetchall()
        }
    assert rows["V05"][:2] == ("2026-09-20", True), "a petition needs no acceptance"
    assert rows["V07"][0] is None, "still waiting for acceptance"
    assert rows["V10"][1] is False, "a duplicate does not count"
    assert rows["V04"][2] is None
    assert rows["V06"][3] == "unmapped"
    assert rows["V05"][3] == "environment"
    assert rows["V12"][4] == 2


def test_due_dates_and_holders(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        due = db.execute("""
            select dossier_id, cast(due_on as varchar), basis from dossier_due where to_date is null
        """).fetchall()
        held = db.execute("select agency_code, cast(to_date as varchar) from dossier_holder where dossier_id = 'V11'")
        assert {row[0]: row[1:] for row in due} == {
            "V01": ("2026-09-04", "law"),
            "V02": ("2025-04-09", "law"),
            "V03": ("2026-12-25", "law"),
            "V04": ("2024-07-08", "law"),
            "V06": ("2026-02-28", "source"),
            "V08": ("2026-07-27", "law"),
            "V09": ("2026-08-20", "law"),
            "V10": ("2026-09-07", "law"),
            "V11": ("2025-07-21", "law"),
            "V12": ("2026-11-23", "law"),
        }
        assert held.fetchall() == [("H1", "2025-07-01"), ("X1", None)]
        assert db.execute("select survivor_id, merged_id from merged_lineage").fetchall() == [("V01", "V08")]


def test_visits_know_their_session_and_their_matter(whole: SnapshotRef) -> None:
    with opened(whole) as db:
        rows = {
            row[0]: row[1:]
            for row in db.execute("""
            select visit_id, session_kind, is_mass_group, matter_id, commune_code from reception_visits
        """).fetchall()
        }
    assert rows["L1"] == ("regular", False, "V01", "C1"), "through its petition"
    assert rows["L3"] == ("ad_hoc", True, "V01", "C1")
    assert rows["L5"][1] is True, "five people are a mass group"
    assert rows["L6"][2] is None


def test_optional_tables_and_columns_may_be_absent(refreshed: Callable[..., SnapshotRef]) -> None:
    absent = tuple(table.name for table in TABLES if table.optional)
    with opened(refreshed(without=absent)) as db:
        assert db.execute("select count(*) from dossiers").fetchone() == (12,)
        assert db.execute("select count(*) from transfers").fetchone() == (0,)
        assert not any(db.execute("select bool_or(is_present) from load_log where table_name = 'transfers'").fetchone())
        place = {row[0]: row[1:] for row in db.execute("from place").fetchall()}
    assert place["C1"][0] == "C1"
    assert place["O1"] == (None, "D1"), "without changes only the former district is known"


@pytest.mark.parametrize("table", ["dossiers", "units", "reception_visits"])
def test_a_required_table_must_be_there(refreshed: Callable[..., SnapshotRef], table: str) -> None:
    with pytest.raises(LoaderError, match=f"thiếu bảng bắt buộc {table}"):
        refreshed(without=(table,))


def test_the_commands(tmp_path: Path) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite", dirty=True)
    source = {"CASE_DATABASE_URL": f"sqlite:///{path}", "CASE_AS_OF": tiny_province.AS_OF}
    run = _command(tmp_path, **source, CASE_ACCEPT_REFUSED="1")
    early = run("status")
    assert (early.returncode, early.stderr.count("\n")) == (1, 1)
    assert run("refresh").returncode == 0
    told = json.loads(run("status", "--json").stdout)
    assert (told["as_of"], told["rows_read"], told["rows_quarantined"]) == ("2026-11-22", 92, 16)
    assert told["quarantine"]["duplicate_key"] == 1
    assert "từ chối vì trùng mã: 1 dòng" in run("status").stdout


def test_a_failed_refresh_leaves_the_last_snapshot_and_says_why(tmp_path: Path) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    run = _command(tmp_path, CASE_DATABASE_URL=f"sqlite:///{path}", CASE_AS_OF=tiny_province.AS_OF)
    run("refresh")
    good = current(tmp_path / "snapshots")
    path.unlink()
    failed = run("refresh")
    assert failed.returncode == 1
    said = r"Không thấy tệp cơ sở dữ liệu case\.sqlite; hãy kiểm tra CASE_DATABASE_URL \(nhật ký: [0-9a-f]{4}\)\.\n"
    assert re.fullmatch(said, failed.stderr)
    assert current(tmp_path / "snapshots") == good
    assert "không xong: Không thấy tệp" in run("status").stdout


def _command(folder: Path, **environment: str) -> Callable[..., subprocess.CompletedProcess[str]]:
    places = {"SNAPSHOT_DIR": str(folder / "snapshots"), "GEOGRAPHY_DIR": str(folder / "geography")}
    return lambda *arguments: subprocess.run(
        [sys.executable, "-m", "data_loaders", *arguments],
        cwd=ROOT,
        env={**os.environ, **places, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_fails_while_it_is_read_ahead_is_raised_where_it_is_used():
    def made():
        yield from (1, 2)
        raise OSError

    found = intake.ahead(made())
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(OSError):
        next(found)
