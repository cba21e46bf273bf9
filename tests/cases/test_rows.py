"""Rows as databases and offices give them: what one value may mean, wherever it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pytest
import sqlalchemy as sa

from data_loaders.contract import coerce
from data_loaders.contract.tables import BY_NAME, Column
from data_loaders.contract.text import heading, tidy
from data_loaders.messages import LoaderError
from data_loaders.snapshot import losses
from tests.cases.handed_over import Cells, Loaded, as_csv, as_sqlite, base, load, put

WHOLE = (26, 26, 0)
Put = tuple[str, int, str, Any]


def _load(folder: Path, *puts: Put) -> Loaded:
    cells = base()
    for one in puts:
        put(cells, *one)
    return load(as_csv(folder / "a", cells))


def _added(cells: Cells, table: str, **columns: Any) -> Cells:
    """Columns that the base lacks: a value a row, the rest empty."""
    for name, values in columns.items():
        cells[table][0].append(name)
        for row, line in enumerate(cells[table][1:], start=1):
            line.append(values.get(row, ""))
    return cells


@pytest.mark.parametrize(
    ("put_there", "column", "read"),
    [
        (("dossiers", 1, "agency_code", "\u200b03"), "agency_code", "03"),
        (("petitions", 1, "processing", "accep\u00adted"), "processing", "accepted"),
        (("units", 2, "unit_code", "\u206600101\u2069"), "unit_code", "00101"),
        (("reception_visits", 1, "people", "\u202f1\ufeff"), "people", 1),
        (("reception_sessions", 1, "half_day", "\u30000\u200d"), "half_day", False),
        (("posts", 1, "valid_from", "2021\u200b-01-01\u2003"), "valid_from", coerce.date(2021, 1, 1)),
        (("units", 3, "name", "Xa\u0303\u00a0Hai"), "name", "Xã Hai"),
        (("agencies", 3, "name", "UBND phu\u031bo\u031b\u0300ng Một"), "name", "UBND phường Một"),
    ],
)
def test_one_form_of_a_text_everywhere(tmp_path: Path, put_there: Put, column: str, read: Any) -> None:
    loaded = _load(tmp_path, put_there)
    assert loaded.read == WHOLE
    table, row = put_there[:2]
    assert loaded.one(f"select {column} from stage.{table} where seq = {row}") == read


@pytest.mark.parametrize("table", ["units", "agencies", "posts", "reception_sessions"])
def test_a_key_in_another_unicode_form_is_the_same_key(tmp_path: Path, table: str) -> None:
    key = BY_NAME[table].key[0]
    cells = put(base(), table, len(base()[table]) - 1, key, "Đề\u00a0A")
    again = list(cells[table][-1])
    again[0] = "\u200bĐe\u0302\u0300 A"
    cells[table].append(again)
    loaded = load(as_csv(tmp_path / "a", cells))
    assert (table, key, "duplicate_key") in loaded.refused


def test_a_heading_is_compared_in_one_form() -> None:
    assert heading(" ĐƠN\u00a0VỊ\u200b ") == heading("Đơn vi\u0323") == "đơn vị"
    assert heading(None) == heading("\u200b") == ""
    assert tidy(pa.array(["a\x00b", "\x1f", None, "\u3164"])).to_pylist() == ["ab", None, None, None]


NUMBERS = {
    "population": {
        "12345": 12345, "12345.0": 12345, "12.345": 12345, "1.234.567": 1234567, "1 234": 1234, "12\u00a0345": 12345,
        "12.345,0": 12345, "12,345.00": 12345, "12.000": None, "12,000": None, "1.5": None, "12.345,5": None,
        "-5": None, "999999999": None, "1e5": None, "nan": None, "inf": None, "12.34.567": None, "khoảng 100": None,
    },
    "share": {"1": 1, "0.5": 0.5, "0,25": 0.25, "1.000": 1, "0.500": 0.5, "100": None, "-0.1": None, "nan": None},
    "days": {"30": 30, "30.0": 30, "3.000": None, "999999999": None, "30,5": None},
    "people": {"1": 1, "1.000": None, "40.0": 40, "100001": None, "": None},
}  # fmt: skip


@pytest.mark.parametrize("column", NUMBERS)
def test_a_number_has_one_reading_within_reason_or_none(column: str) -> None:
    tables = {"population": "units", "share": "unit_changes", "days": "extensions", "people": "reception_visits"}
    texts = NUMBERS[column]
    values, broken = coerce.coerce(pa.array(list(texts)), BY_NAME[tables[column]].column(column))
    assert values.to_pylist() == list(texts.values())
    assert broken is not None
    assert broken.to_pylist() == [value is None and text != "" for text, value in texts.items()]


@pytest.mark.parametrize(
    ("put_there", "told"),
    [
        (("units", 2, "population", "12.000"), ("units", "population", "broken_number")),
        (("dossiers", 1, "people_count", "3 người"), ("dossiers", "people_count", "broken_number")),
        (("dossiers", 2, "people_count", "99999999999"), ("dossiers", "people_count", "broken_number")),
        (("reception_visits", 1, "matters", "1.000"), ("reception_visits", "matters", "broken_number")),
    ],
)
def test_an_optional_number_is_left_out_and_its_row_stays(
    tmp_path: Path, put_there: Put, told: tuple[str, str, str]
) -> None:
    loaded = _load(tmp_path, put_there)
    assert loaded.read == WHOLE
    assert loaded.left_out == [told]
    table, row, column, _ = put_there
    assert loaded.one(f"select {column} from stage.{table} where seq = {row}") is None


@pytest.mark.parametrize(
    ("put_there", "reason"),
    [
        (("reception_visits", 2, "people", "1.000"), "broken_number"),
        (("dossiers", 3, "instance", "1.000"), "broken_number"),
        (("reception_visits", 3, "people", "250000"), "broken_number"),
    ],
)
def test_a_required_number_takes_its_row_with_it(tmp_path: Path, put_there: Put, reason: str) -> None:
    loaded = _load(tmp_path, put_there)
    assert (put_there[0], put_there[2], reason) in loaded.refused
    assert loaded.left_out == []


def test_what_is_left_out_of_a_refused_row_is_not_told_twice(tmp_path: Path) -> None:
    loaded = _load(tmp_path, ("dossiers", 1, "people_count", "x"), ("dossiers", 1, "agency_code", "KHONG"))
    assert loaded.left_out == []
    assert ("dossiers", "agency_code", "dangling_reference") in loaded.refused


DAY = coerce.date(1960, 1, 1)
DATES = {
    "infinity": None, "+Infinity": None, "9999-12-31": None, "9999-12-31 23:59:59": None, "10000-01-01": None,
    "294276-12-31": None, "1960-01-01 00:00:00+08": DAY, "1960-01-01 00:00:00+07": DAY, "1960-01-01T00:00+08:00": DAY,
    "1959-12-31T16:00:00Z": DAY, "1960-01-01 00:00:00+09": DAY, "2026-04-30T17:00:00Z": coerce.date(2026, 5, 1),
    "2026-05-01 00:00:00+0700": coerce.date(2026, 5, 1),
}  # fmt: skip
BAD_DATES = (
    *("-infinity", "0001-01-01", "0001-01-01 00:00:00 BC", "2026-05-01 00:00:00+08", "2026-04-30T16:59:59Z"),
    *("2026-05-01T00:00Z", "0000-00-00", "46000", "2026-05-01 00:00:00+99:00", "12/2026"),
)


def test_moments_as_databases_write_them() -> None:
    values, broken = coerce.coerce(pa.array(list(DATES)), Column("valid_to", "date", required=False))
    assert (values.to_pylist(), broken) == (list(DATES.values()), None)
    _, broken = coerce.coerce(pa.array(BAD_DATES), Column("valid_to", "date", required=False))
    assert broken is not None
    assert all(broken.to_pylist())


@pytest.mark.parametrize("kind", ["date", "timestamp"])
def test_a_required_day_has_no_infinity(kind: str) -> None:
    texts = ["infinity", "9999-12-31", "9999-12-31T23:59:59Z", "99999-01-01"]
    _, broken = coerce.coerce(pa.array(texts), Column("valid_from", kind, required=True))
    assert broken is not None
    assert all(broken.to_pylist())


@pytest.mark.parametrize("text", ["infinity", "9999-12-31T23:59:59Z", "9999-12-31 00:00:00-12", "290000-01-01 00:00"])
def test_an_optional_moment_beyond_the_last_year_is_none(text: str) -> None:
    values, broken = coerce.coerce(pa.array([text]), Column("updated_at", "timestamp", required=False))
    assert (values.to_pylist(), broken) == ([None], None)


@pytest.mark.parametrize("column", ["duplicate_of", "merged_into", "previous_dossier_id"])
@pytest.mark.parametrize(
    ("ring", "opened"),
    [
        ({1: "D01"}, ["D01"]),
        ({1: "D02", 2: "D01"}, ["D01"]),
        ({2: "D03", 3: "D04", 4: "D02"}, ["D02"]),
        ({1: "D01", 3: "D04", 4: "D03"}, ["D01", "D03"]),
        ({1: "D02", 2: "D03", 3: "D03"}, ["D03"]),
    ],
)
def test_of_a_ring_one_row_points_nowhere(tmp_path: Path, column: str, ring: dict[int, str], opened: list[str]) -> None:
    loaded = load(as_csv(tmp_path / "a", _added(base(), "dossiers", **{column: ring})))
    assert loaded.read == WHOLE
    told = loaded.rows("select row_key, column_name, reason from stage.left_out order by all")
    assert told == [(key, column, "ring_reference") for key in opened]
    free = loaded.rows(f"select dossier_id from stage.dossiers where {column} is null order by all")
    assert [key for (key,) in free] == sorted({f"D0{n}" for n in range(1, 7) if n not in ring} | set(opened))


def test_a_unit_that_is_its_own_parent(tmp_path: Path) -> None:
    loaded = _load(tmp_path, ("units", 1, "parent_code", "38"))
    assert loaded.read == WHOLE
    assert loaded.left_out == [("units", "parent_code", "ring_reference")]


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("update dossiers set dossier_id = cast(x'D0FF41' as text) where dossier_id = 'D05'", "unreadable_text"),
        ("update dossiers set kind = cast(x'63FF' as text) where dossier_id = 'D05'", "outside_vocabulary"),
        ("update dossiers set received_on = cast(x'32FE' as text) where dossier_id = 'D05'", "broken_date"),
        ("update dossiers set place_unit_code = cast(x'E130' as text) where dossier_id = 'D05'", "unreadable_text"),
    ],
)
def test_bytes_that_are_no_text_refuse_their_row(tmp_path: Path, statement: str, refused: str) -> None:
    url = as_sqlite(tmp_path / "a.sqlite", base())
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db, db:
        db.execute(statement)
    loaded = load(url)
    assert [reason for _, _, reason in loaded.refused] == [refused]
    assert loaded.read == (26, 25, 1)


def test_bytes_that_are_no_text_show_in_a_name(tmp_path: Path) -> None:
    url = as_sqlite(tmp_path / "a.sqlite", base())
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db, db:
        db.execute("update units set name = cast(x'58E32042' as text) where unit_code = '00103'")
    loaded = load(url)
    assert loaded.read == WHOLE
    assert loaded.one("select name from stage.units where unit_code = '00103'") == "X\ufffd B"


@pytest.fixture
def server(postgres_database: Callable[[], str]) -> Callable[..., str]:
    """A PostgreSQL database with the base in it, and statements run afterwards; gives its address."""

    def make(*statements: str) -> str:
        url = postgres_database()
        engine = sa.create_engine(url, poolclass=sa.pool.NullPool)
        with engine.begin() as db:
            for table, (names, *lines) in base().items():
                db.execute(sa.text(f"create table {table} ({', '.join(f'{name} text' for name in names)})"))
                for line in lines:
                    marks = ", ".join("'" + value.replace("'", "''") + "'" if value else "null" for value in line)
                    db.execute(sa.text(f"insert into {table} values ({marks})"))
            for statement in statements:
                db.execute(sa.text(statement))
        return url

    return make


@pytest.mark.parametrize(
    "statements",
    [
        ('alter table dossiers rename to "Dossiers"', 'alter table "Dossiers" rename column closed_on to "Closed_On"'),
        ('alter table units rename column level to "LEVEL "', 'alter table petitions rename to "PETITIONS"'),
        ("alter table posts rename to posts_1", 'create view "Posts" as select * from posts_1'),
        (
            "alter table units alter column population type numeric(12,3) using population::numeric",
            "alter table reception_visits alter column people type numeric(9,3) using people::numeric",
        ),
        (
            "alter table units alter column valid_to type timestamptz using 'infinity'::timestamptz",
            "alter table posts alter column valid_from type date using valid_from::date",
        ),
    ],
)
def test_a_database_as_its_makers_made_it(server: Callable[..., str], statements: tuple[str, ...]) -> None:
    loaded = load(server(*statements), case_allow_writable=True)
    assert loaded.read == WHOLE
    assert loaded.left_out == []
    assert loaded.one("select count(*) from stage.dossiers where closed_on is not null") == 2
    assert loaded.one("select population from stage.units where unit_code = '00101'") == 12345


def test_signs_in_the_names_of_user_password_and_database(server: Callable[..., str]) -> None:
    url = sa.make_url(server())
    name, user, password = "sổ 'đơn' \"a\" %20 \\", "người đọc@x:'/", "mật khẩu %40 '\\ #?&="
    with psycopg.connect(
        url.set(drivername="postgresql").render_as_string(hide_password=False), autocommit=True
    ) as admin:
        admin.execute(psycopg.sql.SQL("create role {} login password {}").format(
            psycopg.sql.Identifier(user), psycopg.sql.Literal(password)))  # fmt: skip
        admin.execute(psycopg.sql.SQL("grant select on all tables in schema public to {}").format(
            psycopg.sql.Identifier(user)))  # fmt: skip
    with psycopg.connect(
        url.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False), autocommit=True
    ) as admin:
        admin.execute(psycopg.sql.SQL("alter database {} rename to {}").format(
            psycopg.sql.Identifier(url.database), psycopg.sql.Identifier(name)))  # fmt: skip
    odd = sa.URL.create(
        url.drivername, username=user, password=password, host=url.host, port=url.port, database=name, query=url.query
    )
    assert load(odd.render_as_string(hide_password=False)).read == WHOLE


@pytest.mark.parametrize("options", ["-csearch_path%3Dkntc", "-c%20search_path%3Dkntc%20-c%20work_mem%3D8MB"])
def test_options_of_the_address_stay(server: Callable[..., str], options: str) -> None:
    tables = [f"alter table {table} set schema kntc" for table in base()]
    url = server("create schema kntc", *tables)
    assert load(f"{url}&options={options}", case_allow_writable=True).read == WHOLE
    with pytest.raises(LoaderError, match="Nguồn thiếu bảng bắt buộc units"):
        load(url, case_allow_writable=True)


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ("select nothing_here from posts", "câu lệnh nêu một cột không có"),
        ('select "password" from posts', "câu lệnh nêu một cột không có"),
        ("select * from not_there", "câu lệnh nêu một bảng, khung nhìn hoặc schema không có"),
        ("select * from nowhere.posts", "câu lệnh nêu một bảng, khung nhìn hoặc schema không có"),
        ("select no_function(post_code) from posts", "câu lệnh gọi một hàm"),
        ("select *, cast(title as date) as valid_to from posts", "một giá trị không đổi được sang kiểu"),
    ],
)
def test_one_wrong_select_names_the_right_thing_and_spoils_no_other(
    server: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, select: str, said: str
) -> None:
    from data_loaders import __main__ as command

    for table in base():
        (tmp_path / f"{table}.sql").write_text(f"select * from {table}")
    (tmp_path / "posts.sql").write_text(select)
    for name, value in {"CASE_DATABASE_URL": server(), "CASE_SOURCE": str(tmp_path), "CASE_ALLOW_WRITABLE": "1",
                        "CASE_AS_OF": "2026-11-22", "SNAPSHOT_DIR": str(tmp_path / "s")}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    assert command.main(["check"]) == 1
    told = capsys.readouterr()
    failing = [line for line in told.out.splitlines() if "KHÔNG DÙNG ĐƯỢC" in line]
    assert len(failing) == 1
    assert failing[0].startswith("posts: ")
    assert said in failing[0]
    assert "dossiers: xem 6 dòng, 0 dòng sẽ bị từ chối" in told.out
    assert command.main(["refresh"]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"database": "không có"}, "không có cơ sở dữ liệu mang tên đó"),
        ({"query": {"options": "-cno_such_setting=1"}}, "máy chủ không nhận tham số trong địa chỉ"),
    ],
)
def test_what_a_server_refuses_is_named(server: Callable[..., str], change: dict[str, Any], said: str) -> None:
    url = sa.make_url(server())
    changed = url.set(**(change | ({"query": {**url.query, **change["query"]}} if "query" in change else {})))
    with pytest.raises(LoaderError, match=said):
        load(changed.render_as_string(hide_password=False), case_allow_writable=True)


def _many(folder: Path, *, bad: int, rows: int) -> Loaded:
    cells = base()
    head = cells["dossiers"][1]
    for number in range(rows - 6):
        kind = "sai" if number < bad else head[1]
        cells["dossiers"].append([f"N{number:03d}", kind, *head[2:]])
    return load(as_csv(folder / "a", cells))


@pytest.mark.parametrize(("bad", "rows", "stops"), [(4, 20, False), (5, 20, True), (20, 100, False), (21, 100, True)])
def test_a_table_refused_by_more_than_a_fifth_is_not_published(
    tmp_path: Path, bad: int, rows: int, stops: bool
) -> None:
    loaded = _many(tmp_path, bad=bad, rows=rows)
    if not stops:
        losses.refuse_refusals(loaded.db)
        return
    with pytest.raises(LoaderError, match=f"Bảng dossiers bị từ chối {bad} trong {rows} dòng, nhiều nhất vì ngoài"):
        losses.refuse_refusals(loaded.db)


def test_small_tables_are_not_judged(tmp_path: Path) -> None:
    losses.refuse_refusals(_load(tmp_path, ("posts", 1, "duty_code", "x")).db)
