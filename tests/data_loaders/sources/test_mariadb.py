"""A real MariaDB through the generic way in: the tiny province gives the snapshot that SQLite gives.

Runs where a MariaDB server is installed (apt-get install mariadb-server) and PyMySQL too.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from data_loaders.contract.tables import TABLES
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from data_loaders.sources.source import open_source
from tests import tiny_province
from tests.data_loaders.sources.test_equal_sources import _differences
from tests.machine import free_ports, until

SERVER = shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin")
TYPES = {"date": "date", "timestamp": "datetime", "int": "integer", "number": "double", "bool": "boolean"}

pytestmark = pytest.mark.skipif(SERVER is None, reason="no MariaDB server (mariadbd) is installed here")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A MariaDB of this file: the address of its administrator, without a database."""
    pytest.importorskip("pymysql", reason="PyMySQL is not installed here")
    folder = Path(tempfile.mkdtemp(prefix="mariadb-"))
    (port,) = free_ports(1)
    own = ["--no-defaults", f"--datadir={folder / 'data'}", "--user=root"]
    subprocess.run(
        ["mariadb-install-db", *own, "--auth-root-authentication-method=normal", "--skip-test-db"],
        check=True,
        capture_output=True,
    )
    process = subprocess.Popen(
        [SERVER, *own, f"--socket={folder / 's'}", f"--port={port}", "--bind-address=127.0.0.1", "--skip-name-resolve"],
        stderr=subprocess.DEVNULL,
    )
    url = f"mysql+pymysql://root@127.0.0.1:{port}/"
    until(lambda: _answers(url), every=0.2)
    yield url
    process.terminate()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _answers(url: str) -> bool:
    try:
        _run(url, "select 1")
    except sa.exc.OperationalError:
        return False
    return True


def _run(url: str, *statements: str) -> None:
    with sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.NullPool).connect() as admin:
        for statement in statements:
            admin.exec_driver_sql(statement)


@pytest.fixture(scope="module")
def filled(server: str) -> str:
    """The tiny province in the database kntc, and who reads it."""
    _run(server, "create database kntc character set utf8mb4", "create user reader identified by 'doc'")
    _run(server, "grant select on kntc.* to reader", "create user writer identified by 'ghi'")
    _run(server, "grant select, insert on kntc.* to writer", "create user nobody identified by 'x'")
    _run(server, "create user narrow identified by 'x'", "grant usage on *.* to nobody")
    with sa.create_engine(f"{server}kntc").begin() as db:
        for table in TABLES:
            types = ", ".join(f"`{c.name}` {TYPES.get(c.kind, 'varchar(200)')}" for c in table.columns)
            db.execute(sa.text(f"create table {table.name} ({types})"))
            for row in tiny_province.rows(table.name):
                names = ", ".join(f"`{name}`" for name in row)
                db.execute(sa.text(f"insert into {table.name} ({names}) values (:{', :'.join(row)})"), row)
    for table in TABLES:
        if table.name != "dossiers":
            _run(server, f"grant select on kntc.{table.name} to narrow")
    return server


def _as(url: str, user: str, password: str) -> str:
    made = sa.make_url(url).set(username=user, password=password, database="kntc")
    return made.render_as_string(hide_password=False)


def test_the_snapshot_is_the_one_of_sqlite(filled: str, tmp_path: Path, settings: Callable[..., Settings]) -> None:
    case = tiny_province.build(tmp_path / "case.sqlite")
    one = refresh(settings(f"sqlite:///{case}", snapshot_dir=tmp_path / "a"), progress=lambda _: None)
    other = refresh(settings(_as(filled, "reader", "doc"), snapshot_dir=tmp_path / "b"), progress=lambda _: None)
    assert other.source_label.startswith("mysql: 127.0.0.1:")
    assert _differences(one, other) == []


def test_nothing_can_be_written_and_all_is_of_one_moment(filled: str, settings: Callable[..., Settings]) -> None:
    source = open_source(settings(_as(filled, "writer", "ghi"), case_allow_writable=True))
    try:
        before = source.count("submissions")
        _run(filled, "insert into kntc.submissions (agency_code, period_code) values ('X1', '2026-Q1')")
        assert source.count("submissions") == before
        with pytest.raises(sa.exc.OperationalError, match="READ ONLY"):
            source._connection.exec_driver_sql("insert into submissions (agency_code) values ('X2')")  # type: ignore[attr-defined]
    finally:
        source.close()
        _run(filled, "delete from kntc.submissions where period_code = '2026-Q1'")


@pytest.mark.parametrize(
    ("user", "password", "said"),
    [
        ("writer", "ghi", r"có quyền ghi \(INSERT trên kntc\.\*\)"),
        ("root", "", r"có quyền ghi \(ALL PRIVILEGES trên \*\.\*\)"),
        ("reader", "sai", "sai tên đăng nhập hoặc mật khẩu"),
        ("narrow", "x", "Tài khoản không có quyền đọc bảng dossiers"),
    ],
)
def test_accounts_that_are_refused(
    filled: str, settings: Callable[..., Settings], user: str, password: str, said: str
) -> None:
    with pytest.raises(LoaderError, match=said):
        refresh(settings(_as(filled, user, password)), progress=lambda _: None)


def test_a_statement_that_takes_too_long_is_ended(
    filled: str, settings: Callable[..., Settings], tmp_path: Path
) -> None:
    folder = tmp_path / "selects"
    folder.mkdir()
    wanted = ", ".join(f"a.`{name}`" for name in next(t for t in TABLES if t.name == "units").names)
    (folder / "units.sql").write_text(f"select {wanted} from units a where sleep(60) = 0", encoding="utf-8")
    source = open_source(settings(_as(filled, "reader", "doc"), case_source=folder, case_statement_timeout=3))
    with pytest.raises(LoaderError, match="quá thời gian chờ"):
        list(source.read("units", ["unit_code"]))
    source.close()
