"""Old units under today's ones when codes are used twice, and nothing of a citizen in what a refresh leaves behind."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from data_loaders.contract.tables import TABLES
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, refresh
from data_loaders.snapshot.status import report
from tests import tiny_province
from tests.data_loaders.conftest import opened

NUMBERS = ("038301004567", "0912 345 678", "+84 98-765-4321", "0373.852.246")
NAME, HOME = "Nguyễn Thị Đơn Thư", "Số 12 ngõ 34 phố Hàng Mẫu"


def test_nothing_planted_in_any_text_column_crosses_over(
    tmp_path: Path, settings: Callable[..., Settings], capsys: pytest.CaptureFixture[str], caplog
) -> None:
    """One row a text column with a name, a number and an address in it, and extra columns full of them."""
    caplog.set_level(logging.DEBUG)
    path = tiny_province.build(tmp_path / "case.sqlite")
    planted = _plant(path)
    made = settings(f"sqlite:///{path}")
    ref = refresh(made)
    with opened(ref) as db:
        refused = db.execute("select count(*) from quarantine where reason = 'personal_data'").fetchone()[0]
        keys = {row[0] for row in db.execute("select distinct row_key from quarantine").fetchall()}
    assert refused == planted
    said = capsys.readouterr().out + report(made, as_json=True) + report(made, as_json=False) + caplog.text
    everything = [file for file in made.snapshot_dir.rglob("*") if file.is_file()]
    for secret in (*NUMBERS, NAME, HOME, "Thị Đơn", "ngõ 34"):
        assert secret not in said
        assert secret not in keys
        assert not [file.name for file in everything if secret.encode() in file.read_bytes()]


def _plant(path: Path) -> int:
    count = 0
    with closing(sqlite3.connect(path)) as db, db:
        for table in TABLES:
            db.execute(f"alter table {table.name} add column ho_ten text")
            db.execute(f"update {table.name} set ho_ten = ?", [f"{NAME}, {NUMBERS[0]}, {HOME}"])
            for column in table.columns:
                if column.is_text:
                    good = dict(tiny_province.rows(table.name)[0])
                    if table.key and column.name != table.key[0]:
                        good[table.key[0]] = f"Z{count}"
                    good[column.name] = f"{NAME}, {NUMBERS[count % len(NUMBERS)]}, {HOME}"
                    marks = ", ".join("?" * len(good))
                    db.execute(f"insert into {table.name} ({', '.join(good)}) values ({marks})", list(good.values()))
                    count += 1
    return count


CODES_USED_TWICE = (
    # P1 was split between today's P1 and P2; Q1 went into P2 whole; R1 was renamed in 2020, then went into P1.
    "insert into units (unit_code, name, level, parent_code, valid_from, valid_to) values"
    " ('P1', 'Phường Cũ', 'commune', 'D1', '2004-01-01', '2025-06-30'),"
    " ('P1', 'Phường Mới', 'commune', '90', '2025-07-01', null),"
    " ('P2', 'Phường Hai', 'commune', '90', '2025-07-01', null),"
    " ('Q1', 'Phường Ba', 'commune', 'D1', '2004-01-01', '2025-06-30'),"
    " ('R0', 'Xã Tên Cũ', 'commune', 'D0', '2004-01-01', '2019-12-31'),"
    " ('R1', 'Xã Tên Mới', 'commune', 'D1', '2020-01-01', '2025-06-30'),"
    " ('D0', 'Huyện Sáp Nhập', 'district', '90', '2004-01-01', '2019-12-31')",
    "insert into unit_changes (old_code, new_code, changed_on, share) values"
    " ('P1', 'P1', '2025-07-01', null), ('P1', 'P2', '2025-07-01', null), ('Q1', 'P2', '2025-07-01', 1),"
    " ('R0', 'R1', '2020-01-01', 1), ('R1', 'P1', '2025-07-01', null), ('D0', 'D1', '2020-01-01', null)",
    "insert into unit_groups (group_set, group_code, group_name, unit_code, valid_from) values"
    " ('huyen_cu', 'D1', 'Huyện Hạ', 'P1', '2025-07-01'), ('huyen_cu', 'D1', 'Huyện Hạ', 'P2', '2025-07-01')",
    "insert into dossiers"
    " (dossier_id, kind, agency_code, place_unit_code, received_on, instance, complexity, remote_area)"
    " values ('A', 'petition', 'P', 'P1', '2025-06-30', 1, 'normal', 0),"
    " ('B', 'petition', 'P', 'P1', '2025-07-01', 1, 'normal', 0),"
    " ('C', 'petition', 'P', 'Q1', '2025-01-01', 1, 'normal', 0),"
    " ('D', 'petition', 'P', 'R0', '2018-01-01', 1, 'normal', 0),"
    " ('E', 'petition', 'P', 'D0', '2018-01-01', 1, 'normal', 0)",
)


@pytest.fixture
def reused(tmp_path: Path, settings: Callable[..., Settings]) -> SnapshotRef:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        for statement in CODES_USED_TWICE:
            db.execute(statement)
    return refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)


def test_a_code_means_what_it_meant_on_the_day(reused: SnapshotRef) -> None:
    with opened(reused) as db:
        rows = db.execute("select dossier_id, commune_code, district_code from dossiers where length(dossier_id) = 1")
        assert {row[0]: row[1:] for row in rows.fetchall()} == {
            "A": (None, "D1"),
            "B": ("P1", "D1"),
            "C": ("P2", "D1"),
            "D": ("P1", "D1"),
            "E": (None, "D1"),
        }
        assert db.execute("select commune_code from place where unit_code = 'P1'").fetchall() == [("P1",)]
        assert db.execute("select count(*) from place where unit_code = 'P1'").fetchone() == (1,)
        assert db.execute("select count(*) from commune").fetchone() == (6,)


def test_without_groups_the_former_districts_group_today_s_communes(
    tmp_path: Path, settings: Callable[..., Settings]
) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite", without=("unit_groups",))
    with opened(refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)) as db:
        groups = dict(db.execute("select commune_code, district_code from commune").fetchall())
        names = dict(db.execute("from district").fetchall())
    assert groups == {"C1": "D1", "C2": "D1", "C3": "D2", "C4": "D2"}
    assert names == {"D1": "Huyện Hạ", "D2": "Huyện Thượng"}


def test_groups_with_codes_of_their_own(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update unit_groups set group_code = 'HC-' || group_code")
    with opened(refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)) as db:
        place = {row[0]: row[1:] for row in db.execute("from place").fetchall()}
    assert place["O4"] == ("C2", "HC-D1")
    assert place["O5"] == (None, "HC-D2")
    assert place["D2"] == (None, "HC-D2")
