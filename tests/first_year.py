"""A province in its first year: nothing is known of the time before its records begin."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from contextlib import closing
from pathlib import Path

from tests import tiny_province

AS_OF = dt.date(2026, 11, 22)
EVENTS = (
    *("directives", "submissions", "reception_visits", "reception_sessions", "complex_list", "dossier_steps"),
    *("transfers", "suspensions", "extensions", "petitions", "dossiers"),
)


def build(folder: Path, seed: int, *, begins: dt.date | None = None) -> Path:
    """The tiny province's units, bodies, posts; matters, papers and visits begin at `begins`, or each at its own date.

    Gives its case database; `shown.taken` takes the snapshot.
    """
    chance = random.Random(seed)
    case = tiny_province.build(folder / "case.sqlite")
    with closing(sqlite3.connect(case)) as db, db:
        for table in EVENTS:
            db.execute(f"delete from {table}")
        for made in (_matter, _paper, _visit):
            first = begins or dt.date(2025, 6, 1) + dt.timedelta(days=chance.randrange(500))
            later = (first + dt.timedelta(days=chance.randrange((AS_OF - first).days)) for _ in range(60))
            for number, day in enumerate(sorted({first, *later})):
                for table, row in made(number, day.isoformat(), chance).items():
                    marks = ", ".join("?" * len(row))
                    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))
    return case


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
