"""What offices hand over, each input with its right outcomes: one of the alternatives of its right.json holds whole."""

from __future__ import annotations

import io
import json
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import duckdb
import psycopg
import pytest
import sqlalchemy as sa

from dashboard.exports import __main__ as exports
from data_loaders import __main__ as loaders
from data_loaders.snapshot import current
from queries import periods
from queries.ask import Scope, ask, open_snapshot

DATA = Path(__file__).parent / "data"
AS_OF = "2026-11-22"
FILES = ("csv", "excel", "sqlite")
RIGHT = {path.parent.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(DATA.glob("*/right.json"))}


def cases(*feeds: str) -> list[str]:
    return [name for name, right in RIGHT.items() if right["feed"] in feeds]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    said: str
    failed: str


@dataclass(frozen=True)
class Fed:
    """A source as it was handed over, and the commands run on it."""

    folder: Path
    url: str
    other: dict[str, str]

    def run(self, *command: str, main: Callable[[list[str]], int] = loaders.main) -> Ended:
        """Run a command in this process; what it lets escape fails the test as a traceback would."""
        places = {"SNAPSHOT_DIR": str(self.folder / "snapshots"), "GEOGRAPHY_DIR": str(self.folder / "geography")}
        said, failed = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, {"CASE_DATABASE_URL": self.url, "CASE_AS_OF": AS_OF, **places, **self.other}),
            redirect_stdout(said),
            redirect_stderr(failed),
        ):
            code = main(list(command))
        return Ended(code, said.getvalue(), failed.getvalue())


def _address(name: str, folder: Path) -> str:
    feed = RIGHT[name]["feed"]
    if feed == "excel":
        return f"excel:///{DATA / name / 'ban-giao.xlsx'}"
    if feed == "sqlite":
        return f"sqlite:///{DATA / name / 'case.sqlite'}"
    source = folder / "ban-giao"
    shutil.copytree(DATA / "base", source)
    for path in (DATA / name).glob("*.csv"):
        shutil.copy(path, source)
    return f"csv:///{source}"


@pytest.mark.parametrize("name", cases(*FILES))
def test_a_hand_over_comes_out_right(name: str, tmp_path: Path) -> None:
    fed = Fed(tmp_path, _address(name, tmp_path), {})
    done = fed.run("refresh")
    wrong = {str(right): list(_wrong(right, fed, done)) for right in RIGHT[name]["right"]}
    assert [] in wrong.values(), f"{RIGHT[name]['says']}\n{wrong}"
    checked = fed.run("check")
    assert done.code == 0 or checked.code == 1, "what must fail is not called usable"


def _wrong(right: dict[str, Any], fed: Fed, done: Ended) -> list[str]:
    """What of this alternative does not hold."""
    if done.code != right["exit"]:
        return [f"exit {done.code}: {done.failed}"]
    if right["exit"] == 0:
        return [key for key in right if key in HOLDS and not HOLDS[key](right, fed)]
    lines = done.failed.strip().splitlines()
    return [
        *(["sentences"] if right.get("one_sentence") and len(lines) != 1 else []),
        *(["says_any"] if not any(word in done.failed for word in right.get("says_any", [""])) else []),
        *(["says_none"] if any(word in done.failed for word in right.get("says_none", [])) else []),
    ]


def _rows(fed: Fed, sql: str) -> list[list[Any]]:
    ref = current(fed.folder / "snapshots")
    assert ref is not None
    with duckdb.connect(str(ref.path), read_only=True) as db:
        return [list(row) for row in db.execute(sql).fetchall()]


def _sum(fed: Fed, column: str) -> int:
    return int(_rows(fed, f"select sum({column}) from load_log")[0][0])


def _figures(fed: Fed, code: str) -> dict[str, int]:
    snapshot = open_snapshot(current(fed.folder / "snapshots").path)
    period = periods.parse(code, calendar=periods.INSPECTORATE)
    rows = ask("figures", snapshot, Scope.everything(), start=period.start, end=AS_OF)
    return dict(zip(rows["figure"], rows["value"], strict=True))


def _told(right: dict[str, Any], fed: Fed) -> bool:
    """A gap of one of these columns, or values of them left out, stand where data quality is shown."""
    snapshot = open_snapshot(current(fed.folder / "snapshots").path)
    gaps = ask("missing_key_dates", snapshot, Scope.everything(), as_of=AS_OF)
    weak = set(gaps.loc[gaps["rows_weak"] > 0, "weakness"])
    return bool(weak & set(right["told"]))


def _briefing_silent(right: dict[str, Any], fed: Fed) -> bool:
    written = fed.run(right["briefing"], "--format", "text", main=exports.main)
    assert written.code == 0, written.failed
    return not any(words in written.said.lower() for words in right["briefing_none"])


HOLDS: dict[str, Callable[[dict[str, Any], Fed], bool]] = {
    "read": lambda right, fed: _sum(fed, "rows_read") == right["read"],
    "accepted": lambda right, fed: _sum(fed, "rows_accepted") == right["accepted"],
    "refused": lambda right, fed: (
        dict(_rows(fed, "select reason, count(*) from quarantine group by all")) == right["refused"]
    ),
    "refused_any": lambda right, fed: _sum(fed, "rows_refused") >= right["refused_any"],
    "sql": lambda right, fed: all(_rows(fed, sql) == rows for sql, rows in right["sql"]),
    "figures": lambda right, fed: all(
        _figures(fed, code).items() >= wanted.items() for code, wanted in right["figures"].items()
    ),
    "told": _told,
    "briefing_none": _briefing_silent,
}


@pytest.mark.parametrize("name", cases("postgresql"))
def test_a_database_comes_out_right(name: str, tmp_path: Path, postgres_database: Callable[[], str]) -> None:
    url = postgres_database()
    libpq = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(libpq, autocommit=True) as admin:
        admin.execute((DATA / name / "tables.sql").read_text(encoding="utf-8"))
    (right,) = RIGHT[name]["right"]
    standard = RIGHT[name].get("standard")
    other = {"CASE_ALLOW_WRITABLE": "1"} | ({} if standard else {"CASE_SOURCE": str(DATA / name / "select")})
    fed = Fed(tmp_path, f"{url}&options=-csearch_path%3Dkntc" if standard else url, other)
    done = fed.run("refresh")
    if "refresh" in right:
        assert (done.code, _sum(fed, "rows_read")) == (0, 26), done.failed
        return
    checked = fed.run("check")
    failing = [line.split(":")[0] for line in checked.said.splitlines() if "KHÔNG DÙNG ĐƯỢC" in line]
    assert failing == right["check"]["failures"]
    assert checked.code == done.code == 1
    for said in (checked.said, done.failed):
        assert not any(words in said for words in right["check"]["says_none"])
        assert "cột không có" in said


@pytest.mark.parametrize("name", cases("geography"))
def test_a_map_comes_out_right(name: str, tmp_path: Path) -> None:
    right = RIGHT[name]
    fed = Fed(tmp_path, "", {})
    command = ("--province", right["province"], "--import", str(DATA / name / right["file"]))
    done = fed.run("geography", *command, *(["--yes"] if right.get("yes") else []))
    wrong = [list(_wrong_map(each, fed, done)) for each in right["right"]]
    assert [] in wrong, f"{right['says']}\n{wrong}\n{done.said}\n{done.failed}"


def _wrong_map(right: dict[str, Any], fed: Fed, done: Ended) -> list[str]:
    said = done.said + done.failed
    if done.code != right["exit"]:
        return [f"exit {done.code}"]
    layers = {
        level: fed.folder / "geography" / f"{level}s.geojson" for level in right.get("levels", []) if right["exit"] == 0
    }
    return [
        *(["says_any"] if not any(word in said for word in right.get("says_any", [""])) else []),
        *(["says_none"] if any(word in said for word in right.get("says_none", [])) else []),
        *(["one_sentence_err"] if right.get("one_sentence_err") and len(done.failed.strip().splitlines()) != 1 else []),
        *[level for level, path in layers.items() if not path.is_file()],
        *[code for code, box in right.get("bounds", {}).items() if not _within(fed, code, box)],
    ]


def _within(fed: Fed, code: str, box: list[float]) -> bool:
    shapes = json.loads((fed.folder / "geography" / "communes.geojson").read_text(encoding="utf-8"))["features"]
    points = [
        point
        for shape in shapes
        if str(shape["properties"].get("code")) == code
        for point in _points(shape["geometry"]["coordinates"])
    ]
    west, south, east, north = box
    return bool(points) and all(west <= x <= east and south <= y <= north for x, y in points)


def _points(nested: list[Any]) -> list[tuple[float, float]]:
    if isinstance(nested[0], int | float):
        return [(nested[0], nested[1])]
    return [point for part in nested for point in _points(part)]


def test_every_input_is_fed_by_some_test() -> None:
    elsewhere = ("address", "map")
    assert set(cases(*FILES, "postgresql", "geography", *elsewhere)) == set(RIGHT)
    assert len(RIGHT) == 43
