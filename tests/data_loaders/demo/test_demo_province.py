"""The demo province: the same from the same seed, whole, wrong only where it means to be, and nobody's."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from data_loaders.contract.tables import TABLES
from data_loaders.demo import database, dirt, mix, names, places, tables, unit_tables
from data_loaders.demo import province as demo_province
from data_loaders.geography import administrative_list
from data_loaders.settings import DEMO_AS_OF, Settings
from data_loaders.snapshot import intake
from data_loaders.sources.source import open_source

DOSSIERS = 3_000


def build(folder: Path) -> dict[str, dict]:
    return demo_province.build(folder / "case.sqlite", dossiers=DOSSIERS, progress=lambda _: None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def summary(folder: Path) -> dict[str, dict]:
    return build(folder)


@pytest.fixture(scope="module")
def accepted(folder: Path, summary: dict[str, dict]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The rows as the loader takes them, in the schema `stage`."""
    source = open_source(Settings(case_database_url=f"sqlite:///{folder / 'case.sqlite'}"))
    with duckdb.connect() as db:
        db.execute(f"attach '{folder / 'stage.duckdb'}' as stage")
        intake.create(db)
        intake.load(db, source, as_of=DEMO_AS_OF, progress=lambda _: None)
        db.execute("use stage")
        yield db
        db.execute("use memory")
    source.close()


def contents(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.suffix in (".sqlite", ".geojson"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_same_seed_same_bytes(folder: Path, summary: dict[str, dict], tmp_path: Path) -> None:
    assert build(tmp_path) == summary
    assert contents(tmp_path) == contents(folder)
    assert len(contents(folder)) == 3


def test_a_table_is_written_piece_by_piece_with_the_dirty_rows_after_it(tmp_path: Path) -> None:
    count = 2 * database.PIECE + 5
    rows = np.arange(count)
    table: mix.Table = {"n": tables.words(range(count), rows), "day": rows, "id": tables.serials("HS", rows).all}
    database.write(tmp_path / "case.sqlite", [("told", table, {"n": ["-1"], "day": [None], "id": ["LOI"]})])
    with closing(sqlite3.connect(tmp_path / "case.sqlite")) as connection:
        told = connection.execute("select n, day, id from told order by rowid").fetchall()
    days = pd.date_range("1970-01-01", periods=count)
    within = days.dayofyear
    assert told[-1] == ("-1", None, "LOI")
    assert told[:-1] == [
        (str(n), f"{each:%Y-%m-%d}", f"HS-{each.year}-{number:06d}")
        for n, (each, number) in enumerate(zip(days, within, strict=True))
    ]


def test_another_seed_is_another_province() -> None:
    assert (places.invent(1).new_people != places.invent(2).new_people).any()


def test_every_standard_table_with_exactly_its_columns(folder: Path, summary: dict[str, dict]) -> None:
    with closing(sqlite3.connect(folder / "case.sqlite")) as connection:
        for table in TABLES:
            columns = [row[1] for row in connection.execute(f"pragma table_info({table.name})")]
            rows = connection.execute(f"select count(*) from {table.name}").fetchone()[0]
            assert columns == table.names
            assert rows == summary["rows"][table.name] > 0
        assert connection.execute("select text from demo_notice").fetchall() == [("DỮ LIỆU MẪU",)]


def test_refused_is_what_was_planted_and_nothing_else(
    accepted: duckdb.DuckDBPyConnection, summary: dict[str, dict]
) -> None:
    found = accepted.execute("select table_name, reason, count(*) from quarantine group by all").fetchall()
    planted = [(table, reason, rows) for table, by in summary["dirt"].items() for reason, rows in by.items()]
    assert sorted(found) == sorted(planted)


def test_about_one_row_in_a_hundred_is_dirty(summary: dict[str, dict]) -> None:
    dirty = sum(sum(by.values()) for by in summary["dirt"].values())
    assert 0.009 < dirty / sum(summary["rows"].values()) < 0.012
    assert set(dirt.FAULTS) == set(summary["rows"]) == {table.name for table in TABLES}


def test_counts_follow_what_was_asked(accepted: duckdb.DuckDBPyConnection) -> None:
    count = "select (select count(*) from dossiers), (select count(*) from petitions), (select count(*) from units)"
    assert accepted.execute(count).fetchone() == (DOSSIERS, 2.5 * DOSSIERS, 1 + 24 + 500 + 160)


def test_no_real_unit_is_shown() -> None:
    """Neither a code nor a name of the official lists, old and new."""
    new, old, _ = administrative_list._read()
    province = places.invent(1)
    real_codes = {
        *new["code"],
        *old["code"].dropna(),
        *old["district_code"],
        *new["province_code"],
        *old["province_code"],
    }
    invented = [*province.district_code, *province.old_code, *province.new_code, places.PROVINCE_CODE]
    assert not real_codes & set(invented)

    def bare(name: str) -> str:
        kinds = ("Thành phố ", "Thị xã ", "Thị trấn ", "Huyện ", "Quận ", "Phường ", "Xã ", "Tỉnh ", "Đặc khu ")
        plain = unicodedata.normalize("NFC", name)
        return next((plain.removeprefix(kind) for kind in kinds if plain.startswith(kind)), plain).casefold()

    real = {
        bare(name)
        for name in (*new["province"], *new["name"], *old["province"], *old["district"], *old["name"].dropna())
    }
    named = {bare(str(n)) for n in (*province.district_name, *province.old_name, *province.new_name)}
    assert not real & (named | {bare(names.PROVINCE)})


def test_reform_in_the_middle() -> None:
    province = places.invent(1)
    changes = pd.DataFrame(unit_tables.change_rows(province))
    assert set(changes["old_code"]) == set(province.old_code)
    assert set(changes["new_code"]) == set(province.new_code)
    split = changes[changes["old_code"].duplicated(keep=False)]
    assert (len(split), round(split["share"].sum(), 6)) == (2, 1.0)
    crossing = pd.Series(province.old_district).groupby(province.old_new).nunique() > 1
    assert crossing.sum() == places.STRADDLERS


def test_bodies_act_only_while_they_exist(accepted: duckdb.DuckDBPyConnection) -> None:
    for table, day in (("petitions", "received_on"), ("reception_sessions", "coalesce(held_on, scheduled_on)")):
        outside = accepted.execute(
            f"select count(*) from {table} as t join agencies as a using (agency_code)"
            f" where {day} < a.valid_from or {day} > a.valid_to"
        ).fetchone()
        assert outside == (0,), table


def test_districts_handed_over_everything_they_held(accepted: duckdb.DuckDBPyConnection) -> None:
    left = """
        select count(*) from dossiers join agencies as a using (agency_code)
        where a.valid_to is not null and coalesce(closed_on, date '2026-11-22') > a.valid_to
    """
    assert accepted.execute(left).fetchone() == (0,)
    days = accepted.execute("select distinct moved_on from transfers where kind = 'handover'").fetchall()
    assert {str(day) for (day,) in days} == {"2025-03-01", "2025-07-01"}


def test_believable_shares(accepted: duckdb.DuckDBPyConnection) -> None:
    petitions = dict(accepted.execute("select kind, count(*) / 7500.0 from petitions group by 1").fetchall())
    dossiers = dict(accepted.execute("select kind, count(*) / 3000.0 from dossiers group by 1").fetchall())
    assert {kind: round(petitions[kind], 1) for kind in petitions} == {
        "petition": 0.8,
        "complaint": 0.2,
        "denunciation": 0.1,
    }
    assert 0.3 < dossiers["complaint"] < 0.4
    tet, march = accepted.execute(
        "select count(*) filter (month(received_on) = 2), count(*) filter (month(received_on) = 3) from petitions"
    ).fetchone() or (0, 0)
    assert tet < 0.75 * march


def test_coming_weeks_are_scheduled_and_not_held(accepted: duckdb.DuckDBPyConnection) -> None:
    coming = "select count(*), count(held_on), count(chaired) from reception_sessions where scheduled_on > '2026-11-22'"
    planned, held, chaired = accepted.execute(coming).fetchone() or (0, 1, 1)
    assert planned > 500
    assert (held, chaired) == (0, 0)


def test_map_has_every_unit_and_says_schematic(folder: Path, summary: dict[str, dict]) -> None:
    province = places.invent(1)
    for name, codes in (("communes", province.new_code), ("districts", province.district_code)):
        features = json.loads((folder / "geography" / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
        assert {feature["properties"]["code"] for feature in features} == set(codes)
        assert {feature["properties"]["basis"] for feature in features} == {"schematic"}


def test_listed_complaints_that_went_on_had_a_dialogue_after_acceptance_and_stand_where_they_stood(
    accepted: duckdb.DuckDBPyConnection,
) -> None:
    held = accepted.execute(
        """select d.kind, min(s.happened_on) filter (s.step = 'dialogue') > d.accepted_on, max_by(s.step, s.happened_on)
        from complex_list as x join dossiers as d using (dossier_id) join dossier_steps as s using (dossier_id)
        where x.delisted_on is null and d.closed_on is null and 'dialogue' in (
            select step from dossier_steps where dossier_id = x.dossier_id)
        group by x.dossier_id, d.kind, d.accepted_on"""
    ).fetchall()
    assert set(held) == {("complaint", True, "verification")}
