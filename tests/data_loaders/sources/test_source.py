"""The connections that a refresh reads through cannot write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.sources.address import case_url, label_of
from data_loaders.sources.database import DatabaseSource
from data_loaders.sources.source import open_source
from tests import tiny_province

WRITES = (
    "insert into units (unit_code) values ('99')",
    "update units set name = 'x'",
    "delete from units",
    "create table other (a int)",
    "drop table units",
)


def _attempts(source: DatabaseSource) -> list[str]:
    """The writes that went through, on either connection of a source."""
    done = []
    for statement in WRITES:
        try:
            with source._adbc.cursor() as cursor:
                cursor.execute(statement)
            done.append(f"adbc: {statement}")
        except Exception:
            source._adbc.rollback()
        try:
            source._connection.execute(sa.text(statement))
            done.append(f"sqlalchemy: {statement}")
        except sa.exc.SQLAlchemyError:
            source._connection.rollback()
    return done


def test_sqlite_cannot_be_written(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    path = tiny_province.build(tmp_path / "case.sqlite")
    before = path.read_bytes()
    source = open_source(settings(f"sqlite:///{path}"))
    assert _attempts(source) == []
    source.close()
    assert path.read_bytes() == before


def test_postgresql_cannot_be_written(postgres_database: Callable[[], str], settings: Callable[..., Settings]) -> None:
    url = postgres_database()
    tiny_province.copy_to(url)
    source = open_source(settings(url, case_allow_writable=True))
    assert _attempts(source) == []
    source.close()
    with sa.create_engine(url).connect() as check:
        assert check.execute(sa.text("select count(*) from units")).scalar() == 12


def test_all_tables_are_of_one_moment(postgres_database: Callable[[], str], settings: Callable[..., Settings]) -> None:
    url = postgres_database()
    tiny_province.copy_to(url)
    source = open_source(settings(url, case_allow_writable=True))
    first = sum(part.num_rows for part in source.read("dossiers", ["dossier_id"]))
    with sa.create_engine(url).begin() as writer:
        writer.execute(sa.text("delete from suspensions"))
    assert first == 12
    assert sum(part.num_rows for part in source.read("suspensions", ["dossier_id"])) == 1
    source.close()


def test_leading_zeros_and_types_survive_both_ways(postgres_database: Callable[[], str], settings) -> None:
    url = postgres_database()
    with sa.create_engine(url).begin() as writer:
        writer.execute(
            sa.text("create table agencies (agency_code char(5), name int, valid_from timestamptz, online bool)")
        )
        writer.execute(sa.text("insert into agencies values ('007', 12, '2026-01-01 00:00+07', true)"))
    source = open_source(settings(url, case_allow_writable=True))
    wanted = ["agency_code", "name", "valid_from", "online"]
    row = next(source.read("agencies", wanted)).to_pylist()[0]
    assert row == {"agency_code": "007", "name": "12", "valid_from": "2026-01-01 00:00:00+07", "online": "true"}
    source.close()


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("postgresql+psycopg://doc:bi-mat@10.1.2.3:5432/kntc?sslmode=require", "postgresql: 10.1.2.3:5432/kntc"),
        ("sqlite:////srv/du-lieu/case.sqlite", "sqlite: case.sqlite"),
        ("mssql+pyodbc://sa:bi-mat@may-chu/KNTC", "mssql: may-chu/KNTC"),
    ],
)
def test_labels_tell_no_secret(settings: Callable[..., Settings], url: str, label: str) -> None:
    assert label_of(case_url(settings(url))) == label


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("khong phai url", "CASE_DATABASE_URL không phải"),
        ("sqlite:////khong/co/case.sqlite", "Không thấy tệp"),
        ("postgresql+psycopg://doc:bi-mat@127.0.0.1:1/kntc", "máy chủ không trả lời"),
        ("mssql+pyodbc://doc:bi-mat@127.0.0.1/kntc", "Chưa cài trình điều khiển"),
    ],
)
def test_what_cannot_be_reached_is_one_sentence(settings: Callable[..., Settings], url: str, sentence: str) -> None:
    with pytest.raises(LoaderError, match=sentence) as caught:
        open_source(settings(url))
    assert "bi-mat" not in str(caught.value)


def test_a_file_that_is_no_database(tmp_path: Path, settings: Callable[..., Settings]) -> None:
    path = tmp_path / "case.sqlite"
    path.write_bytes(b"xin chao " * 1000)
    with pytest.raises(LoaderError, match="không phải là cơ sở dữ liệu SQLite"):
        open_source(settings(f"sqlite:///{path}"))
