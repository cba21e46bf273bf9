"""An account that could write is refused; the one of the GRANT script is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.sources.source import open_source
from tests import tiny_province

GRANTS = Path(__file__).resolve().parents[3] / "docs" / "grants.sql"


@pytest.fixture
def database(postgres_database: Callable[[], str]) -> str:
    url = postgres_database()
    tiny_province.copy_to(url)
    return url


def _run(url: str, *statements: str) -> None:
    with sa.create_engine(url, isolation_level="AUTOCOMMIT").connect() as admin:
        for statement in statements:
            admin.execute(sa.text(statement))


def _as(url: str, role: str) -> str:
    return sa.make_url(url).set(username=role, password="x").render_as_string(hide_password=False)


def test_a_superuser_is_refused_unless_allowed(database: str, settings: Callable[..., Settings]) -> None:
    with pytest.raises(LoaderError, match=r"có quyền ghi \(quyền quản trị máy chủ\); hãy dùng một"):
        open_source(settings(database))
    open_source(settings(database, case_allow_writable=True)).close()


@pytest.mark.parametrize(
    ("grant", "said"),
    [
        ("grant insert on units to {role}", "ghi vào public.units"),
        ("grant update (name) on agencies to {role}", "ghi vào public.agencies"),
        ("grant create on schema public to {role}", "tạo bảng trong schema public"),
        ("grant pg_write_all_data to {role}", "ghi vào public.agencies"),
    ],
)
def test_any_right_to_write_is_named(database: str, settings: Callable[..., Settings], grant: str, said: str) -> None:
    role = f"role_{re.sub('[^a-z]', '', grant)[:20]}"
    _run(database, f"create role {role} login password 'x'", f"grant select on all tables in schema public to {role}")
    open_source(settings(_as(database, role))).close()
    _run(database, grant.format(role=role))
    with pytest.raises(LoaderError, match=said):
        open_source(settings(_as(database, role)))


def test_the_grant_script_makes_an_account_that_reads_and_cannot_write(
    database: str, settings: Callable[..., Settings]
) -> None:
    with psycopg.connect(
        sa.make_url(database).set(drivername="postgresql").render_as_string(hide_password=False)
    ) as db:
        for _ in range(2):
            db.execute(GRANTS.read_text(encoding="utf-8"))
    source = open_source(settings(_as(database, "dashboard_reader").replace(":x@", ":doi-mat-khau-nay@")))
    assert sum(part.num_rows for part in source.read("dossiers", ["dossier_id"])) == 12
    source.close()


def test_a_table_without_the_right_to_read_is_named(database: str, settings: Callable[..., Settings]) -> None:
    _run(database, "create role half login password 'x'", "grant select on units to half")
    source = open_source(settings(_as(database, "half")))
    with pytest.raises(LoaderError, match="không có quyền đọc bảng dossiers"):
        list(source.read("dossiers", ["dossier_id"]))
    source.close()
