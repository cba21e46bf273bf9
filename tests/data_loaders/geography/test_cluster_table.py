"""The table of clusters on a chessboard of communes: late matters of one corner stand out, the rest is no evidence."""

from __future__ import annotations

import duckdb
import pytest
import shapely

from data_loaders.geography import cluster_table

SIDE = 7
CORNER = {f"{column}{row}" for column in range(3) for row in range(3)}


@pytest.fixture
def board():
    """Each commune has ten open matters; nine are late in the corner, one elsewhere; one of '66' is suspended."""
    db = duckdb.connect()
    db.execute("attach ':memory:' as stage; create table stage.run as select date '2026-11-22' as as_of")
    db.execute(
        "create table boundary (level text, code text, geojson text, label_lon double, label_lat double, basis text)"
    )
    db.execute("create table commune (commune_code text)")
    db.execute("create table dossiers (dossier_id text, kind text, commune_code text, counted bool, entered_on date,"
               " closed_on date)")  # fmt: skip
    db.execute("create table dossier_due (dossier_id text, from_date date, to_date date, due_on date)")
    db.execute("create table suspensions (dossier_id text, from_date date, to_date date)")
    db.execute("create table suspension_rule (kind text, valid_from date, valid_to date)")
    db.execute("create table merged_lineage (survivor_id text, merged_on date, entered_on date)")
    db.execute("create table cluster (level text, measure text, code text, value double, gi_z double, gi_p double,"
               " moran_i double, moran_p double, verdict text)")  # fmt: skip
    for column in range(SIDE):
        for row in range(SIDE):
            code = f"{column}{row}"
            square = shapely.box(column, row, column + 1, row + 1)
            label = (column + 0.5, row + 0.5)
            db.execute("insert into boundary values ('commune', ?, ?, ?, ?, 'official')",
                       [code, shapely.to_geojson(square), *label])  # fmt: skip
            db.execute("insert into commune values (?)", [code])
            for number in range(10):
                late = number < (9 if code in CORNER else 1)
                key, due = f"{code}-{number}", "2026-11-21" if late else "2026-11-22"
                db.execute("insert into dossiers values (?, 'complaint', ?, true, '2026-08-01', null)", [key, code])
                db.execute("insert into dossier_due values (?, '2026-08-01', null, ?)", [key, due])
    db.execute("insert into suspensions values ('66-0', '2026-09-01', null)")
    db.execute("insert into suspension_rule values ('complaint', '2026-07-01', null)")
    yield db
    db.close()


def test_the_corner_stands_out_and_grey_means_no_evidence(board):
    cluster_table.fill(board)
    found = dict(board.execute("select code, verdict from cluster where measure = 'overdue_share'").fetchall())
    assert len(found) == SIDE**2
    assert {code for code, verdict in found.items() if verdict == "high"} >= {"00", "01", "10", "11"}
    assert all(found[code] == "none" for code in ("55", "56", "65", "66"))


def test_values_by_hand(board):
    cluster_table.fill(board)
    values = "select value from cluster where code = ? and measure = ?"
    expected = {("00", "overdue"): 9, ("66", "overdue"): 0, ("00", "overdue_share"): 0.9, ("66", "overdue_share"): 0,
                ("55", "open_count"): 10, ("00", "over_180_share"): 0}  # fmt: skip
    assert {key: board.execute(values, list(key)).fetchone()[0] for key in expected} == expected


def test_without_shapes_the_table_stays_empty(board):
    board.execute("delete from boundary")
    cluster_table.fill(board)
    assert board.execute("select count(*) from cluster").fetchone()[0] == 0
