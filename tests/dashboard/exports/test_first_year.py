"""A province in its first year, each table beginning at another date: of the time before nothing false is said."""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dashboard.answers.answers import Answers
from dashboard.briefing import compose, gather
from dashboard.briefing.material import Material
from dashboard.exports import page_tables
from dashboard.metrics import METRICS
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from queries.ask import Scope, open_snapshot
from queries.periods import Period, parse
from tests import tiny_province

AS_OF = dt.date(2026, 11, 22)
PROVINCES = int(os.environ.get("FIRST_YEAR_PROVINCES", "2"))
CODES = [
    *(f"{year}-{shape}" for year in (2025, 2026) for shape in ("Q1", "Q2", "Q3", "Q4", "H1", "9M", "Y")),
    "2026-M03", "2026-M10", "2025-08-01..2026-10-31", "2024-06-01..2026-11-22",
]  # fmt: skip
EVENTS = (
    *("directives", "submissions", "reception_visits", "reception_sessions", "complex_list", "dossier_steps"),
    *("transfers", "suspensions", "extensions", "petitions", "dossiers"),
)
FALSE = re.compile(r"phát sinh mới|không phát sinh|(tăng|giảm|bằng)[^;,]*(cùng kỳ|trước)")
FIGURE_OF = {
    "summary.headline": "visits",
    "reception.volume": "visits",
    "reception.mass_groups": "mass_groups",
    "petitions.received": "petitions_received",
    "petitions.escalated": "petitions_escalated",
    "resolution.rate": "resolved_dossiers",
    "resolution.on_time": "on_time_rate",
    "backlog.open": "open_dossiers",
    "backlog.overdue": "overdue_share",
    "duty.compliance": "duty_compliance",
}


def first_year(folder: Path, seed: int) -> Answers:
    """The tiny province's units, bodies and posts; matters, papers and visits each begin at a date of their own."""
    chance = random.Random(seed)
    case = tiny_province.build(folder / "case.sqlite")
    with closing(sqlite3.connect(case)) as db, db:
        for table in EVENTS:
            db.execute(f"delete from {table}")
        for made in (_matter, _paper, _visit):
            begins = dt.date(2025, 6, 1) + dt.timedelta(days=chance.randrange(500))
            later = (begins + dt.timedelta(days=chance.randrange((AS_OF - begins).days)) for _ in range(60))
            for number, day in enumerate(sorted({begins, *later})):
                for table, row in made(number, day.isoformat(), chance).items():
                    marks = ", ".join("?" * len(row))
                    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))
    ref = refresh(
        Settings(
            case_database_url=f"sqlite:///{case}",
            case_as_of=AS_OF,
            snapshot_dir=folder / "snapshots",
            geography_dir=folder / "geography",
        ),
        progress=lambda _: None,
    )
    return Answers(open_snapshot(ref.path), Scope.everything())


def _matter(number: int, day: str, _: random.Random) -> dict[str, dict[str, object]]:
    common = {"field_code": "land", "agency_code": "X1", "place_unit_code": "C1", "instance": 1,
              "complexity": "normal", "remote_area": 0}  # fmt: skip
    return {
        "dossiers": {"dossier_id": f"D{number}", "kind": "complaint", "received_on": day, "accepted_on": day} | common
    }


def _paper(number: int, day: str, _: random.Random) -> dict[str, dict[str, object]]:
    paper = {"petition_id": f"P{number}", "kind": "petition", "received_on": day, "agency_code": "X1", "eligible": 1,
             "channel": "post"}  # fmt: skip
    return {"petitions": paper}


def _visit(number: int, day: str, chance: random.Random) -> dict[str, dict[str, object]]:
    session = {"session_id": f"S{number}", "kind": "regular", "agency_code": "X1", "held_on": day}
    visit = {"visit_id": f"L{number}", "session_id": f"S{number}", "people": chance.choice([1, 6]), "first_time": 1,
             "kind": "complaint"}  # fmt: skip
    return {"reception_sessions": session, "reception_visits": visit}


@pytest.fixture(scope="module", params=range(PROVINCES))
def answers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return first_year(tmp_path_factory.mktemp(f"first-{request.param}"), request.param)


def begins_of(answers: Answers, name: str) -> dt.date:
    return max(answers.begins[table] or dt.date.max for table in METRICS[name].needs)


def is_before(answers: Answers, name: str, window: Period) -> bool:
    return window.start < begins_of(answers, name)


def gathered(answers: Answers, code: str) -> Material:
    return gather(answers, parse(code))


@pytest.mark.parametrize("code", CODES)
def test_nothing_false_is_said_of_the_time_before(answers: Answers, code: str) -> None:
    material = gathered(answers, code)
    windows = material.windows
    said = {sentence.id: sentence.text for sentence in compose(material)}
    for sentence, name in FIGURE_OF.items():
        bases = (windows.previous, windows.last_year)
        if all(is_before(answers, name, base) or base.end >= windows.now.start for base in bases):
            assert not FALSE.search(said.get(sentence, "")), (code, said[sentence])
    rows = {row[0]: row for row in page_tables.figures(material).rows}
    for name in FIGURE_OF.values():
        metric, row = METRICS[name], rows[METRICS[name].label]
        for place, base in ((5, windows.previous), (7, windows.last_year)):
            if is_before(answers, name, base) or base.end >= windows.now.start:
                assert row[place : place + 2] == ["không có số liệu", "chưa có số liệu để so sánh"], (code, metric.id)
    if material.now["visits"].kept:
        to_date, now = (found["visits"].numerator or 0 for found in (material.to_date, material.now))
        assert to_date >= now, "since the year began never less than in the window"


@pytest.mark.parametrize("table", ["quarterly_series", "reception_series"])
def test_a_series_begins_where_its_records_begin(answers: Answers, table: str) -> None:
    rows = gathered(answers, "2026-Q4").tables[table]
    needed = {"quarterly_series": ["dossiers"], "reception_series": ["reception_visits", "reception_sessions"]}[table]
    first = min(answers.begins[name] for name in needed)
    assert len(rows)
    assert (rows["start_on"].iloc[:-1].dt.date >= first).all()
