"""The attack on denunciations: a province where each of them lies elsewhere gives the very same answers.

Whoever holds every answer to every question, of all windows, areas, bodies, kinds and roles at once, cannot tell the
two provinces apart. So no set of equations among them (totals, balances, kinds, quarters in a half year, locks, one
role's view minus another's) says where, by whom, in which field or with which result one was handled.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dashboard.answers.answers import Answers
from dashboard.answers.store import Store
from dashboard.exports import pack
from dashboard.forms.grid import counts_denunciations, load_forms
from dashboard.words import forms as form_words
from dashboard.words import numbers as vi
from data_loaders.settings import Settings
from data_loaders.snapshot import publish, refresh
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.errors import ScopeError
from queries.operators import Operator
from queries.periods import parse
from tests import tiny_province

PROVINCES = int(os.environ.get("DISCLOSURE_PROVINCES", "1"))
ASKED = int(os.environ.get("DISCLOSURE_ASKED", "4"))  # of each question, drawn anew in every province
FEW = range(min(PROVINCES, 10))  # of them also through commands and workbooks
WINDOWS = (
    ("2026-09-15", "2026-11-22"),
    ("2026-06-15", "2026-09-14"),
    ("2026-10-20", "2026-10-20"),
    ("2024-01-01", "2026-11-22"),
)
PERIODS = {"calendar": "inspectorate", "period_kind": "month", "periods": 40, "months": 36, "dossiers": None}
KINDS = (None, "complaint", "petition", "denunciation")
DIVISIONS = {
    "group_code": ("kind", "instance", "field", "agency", "district", "commune"),
    "unit_code": ("all", "agency", "district", "commune"),
    "code": ("district", "commune"),
    "area_code": ("district", "commune"),
    "unit": ("agency", "district", "commune"),
}
BODIES, KNOWN_PLACES = ("P", "S", "X1", "X2"), ("C1", "C2", "C3", "C4", "O3")
PLACES = (*KNOWN_PLACES, "O5")  # no commune today: how many rows lack one is told of all kinds in the province
FIELDS = ("land", "corruption", "civil_service", "environment")
RESULTS = ("right", "wrong", "partly")
SAID_OF_ITSELF = {"snapshot_info", "load_log"}  # when it was taken, from which file
FOUND = {"area_measures", "balance_by_area"}
MOVED, LISTED, VISITS = 0.4, 0.3, 60
HELD = ("S1", "S2", "S3", "S4", "S6", "S7", "S8")
ENDING = {"complaint": "decision", "denunciation": "conclusion", "petition": "decision"}


def a_province(path: Path, seed: int) -> Path:
    """The tiny province with forty more matters, most of them few of a kind in a place."""
    dice = random.Random(seed)
    tiny_province.build(path)
    with closing(sqlite3.connect(path)) as db, db:
        for number in range(40):
            kind = dice.choice(("complaint", "petition", "denunciation"))
            day = pd.Timestamp("2026-01-05") + pd.Timedelta(days=dice.randrange(280))
            accepted, closed = day + pd.Timedelta(days=5), day + pd.Timedelta(days=dice.randrange(10, 90))
            over = dice.random() < 0.5 and closed < pd.Timestamp("2026-11-20")
            body, place, field = dice.choice(BODIES), dice.choice(PLACES), dice.choice(FIELDS)
            matter = {
                "dossier_id": f"M{number}",
                "kind": kind,
                "field_code": field,
                "agency_code": body,
                "place_unit_code": place,
                "received_on": f"{day:%F}",
                "accepted_on": f"{accepted:%F}",
                "instance": 1,
                "complexity": "normal",
                "remote_area": 0,
                "people_count": 1,
                "escalated": dice.randrange(2),
                "closed_on": f"{closed:%F}" if over else None,
                "closing": ENDING[kind] if over else None,
                "result": dice.choice(RESULTS) if over and kind != "petition" else None,
            }
            paper = {
                "petition_id": f"P{number}",
                "kind": kind,
                "field_code": field,
                "received_on": f"{day:%F}",
                "channel": "post",
                "agency_code": body,
                "place_unit_code": place,
                "signatories": "one",
                "eligible": 1,
                "within_authority": 1,
                "processing": "accepted",
                "processed_on": f"{accepted:%F}",
                "escalated": 0,
                "dossier_id": f"M{number}",
            }
            insert(db, "dossiers", matter)
            insert(db, "petitions", paper)
        around(db, random.Random(seed + 500))
    return path


def around(db: sqlite3.Connection, dice: random.Random) -> None:
    """What names a body beside a matter: hand-overs, who leads a listed case, conclusions, receptions."""
    kinds = dict(db.execute("select dossier_id, kind from dossiers where dossier_id like 'M%'"))
    for number, matter in enumerate(kinds):
        day = pd.Timestamp("2026-10-01") + pd.Timedelta(days=dice.randrange(50))
        if dice.random() < MOVED:
            for later, (source, target) in enumerate((("P", "S"), ("S", "P"))):
                moved = {"from_agency_code": source, "to_agency_code": target, "kind": "transfer"}
                moved |= {"dossier_id": matter, "moved_on": f"{day + pd.Timedelta(days=later):%F}"}
                insert(db, "transfers", moved)
        if dice.random() < LISTED:
            listed = {"dossier_id": matter, "label": f"Vụ {number}", "listed_on": f"{day:%F}", "basis": "Kế hoạch"}
            insert(db, "complex_list", listed | {"lead_agency_code": dice.choice(BODIES)})
        about = matter if number % 2 else None  # as many conclusions about no matter, to be exchanged
        directive = {"directive_id": f"K{number}", "number": f"{number}/KL", "issued_on": f"{day:%F}"}
        directive |= {"issued_by": "UBND tỉnh", "agency_code": dice.choice(BODIES), "summary": "Báo cáo"}
        insert(db, "directives", directive | {"dossier_id": about})
    for number in range(VISITS):
        matter = dice.choice(sorted(kinds)) if number % 2 else None
        visit = {"visit_id": f"G{number}", "session_id": dice.choice(HELD), "people": 1}
        visit |= {"first_time": dice.randrange(2), "matters": 1, "outcome": dice.choice(("guided", "taken"))}
        visit |= {"kind": kinds[matter] if matter else "petition", "dossier_id": matter}
        insert(db, "reception_visits", visit | {"petition_id": f"P{matter[1:]}" if matter else None})


def insert(db: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    db.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values()))


def elsewhere(path: Path, seed: int) -> None:
    """Every denunciation and its papers at another body, place and field, with another result where it has one."""
    dice = random.Random(seed)
    with closing(sqlite3.connect(path)) as db, db:
        for table, name in (("dossiers", "dossier_id"), ("petitions", "petition_id")):
            rows = db.execute(f"select {name} from {table} where kind = 'denunciation'").fetchall()
            for (which,) in rows:
                moved = [dice.choice(BODIES), dice.choice(FIELDS), dice.choice(KNOWN_PLACES), which]
                db.execute(
                    f"update {table} set agency_code = ?, field_code = ?,"
                    f" place_unit_code = iif(place_unit_code = 'O5', 'O5', ?) where {name} = ?",
                    moved,
                )
        db.execute(
            "update dossiers set result = case result when 'right' then 'wrong' else 'right' end"
            " where kind = 'denunciation' and result is not null"
        )
        moved_around(db, dice)


def moved_around(db: sqlite3.Connection, dice: random.Random) -> None:
    """Handed over between others, led by another; conclusions and receptions about it exchanged with some about no
    matter, and nothing else of them."""
    secret = {which for (which,) in db.execute("select dossier_id from dossiers where kind = 'denunciation'")}
    between = {matter: dice.sample(BODIES, 2) for matter in sorted(secret)}
    told = "select rowid, dossier_id from transfers where kind = 'transfer' order by dossier_id, moved_on"
    for at, matter in db.execute(told).fetchall():
        if matter in secret:
            source, target = between[matter]
            between[matter] = [target, source]
            db.execute(
                "update transfers set from_agency_code = ?, to_agency_code = ? where rowid = ?", [source, target, at]
            )
    for matter in sorted(secret):
        led = [dice.choice(BODIES), f"Vụ {dice.random()}", matter]
        db.execute("update complex_list set lead_agency_code = ?, label = ? where dossier_id = ?", led)
    exchange(db, dice, "directives", "directive_id", ("dossier_id",), free="dossier_id is null")
    about = ("kind", "petition_id", "dossier_id")
    exchange(
        db, dice, "reception_visits", "visit_id", about, free="kind = 'petition' and dossier_id is null and people = 1"
    )


def exchange(
    db: sqlite3.Connection, dice: random.Random, table: str, key: str, columns: tuple[str, ...], *, free: str
) -> None:
    """What rows about denunciations say of their matter is said by others, and the other way round."""
    told = f"select {key}, {', '.join(columns)} from {table}"
    secret = db.execute(
        f"{told} where dossier_id in (select dossier_id from dossiers where kind = 'denunciation')"
    ).fetchall()
    others = db.execute(f"{told} where {free} order by {key}").fetchall()
    values = f"update {table} set {', '.join(f'{name} = ?' for name in columns)} where {key} = ?"
    for (one, *its), (other, *of_other) in zip(secret, dice.sample(others, len(secret)), strict=True):
        db.execute(values, [*of_other, one])
        db.execute(values, [*its, other])


def taken(path: Path, folder: Path) -> Path:
    settings = Settings(
        case_database_url=f"sqlite:///{path}",
        case_as_of=pd.Timestamp("2026-11-22").date(),
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return refresh(settings, progress=lambda _: None).path


def asked_of(
    snapshot: Path, seed: int, names: Collection[str] = question.names(), *, kept: Store | None = None
) -> Iterator[tuple[tuple[object, ...], pd.DataFrame]]:
    """Answers that viewers of any reach can get, with what was asked: of every question as many as `ASKED`."""
    opened, dice = open_snapshot(snapshot), random.Random(seed)
    viewers = {area: Answers(opened, Scope("", area=area), cache=kept) for area in (None, "D1", "C1")}
    for name in sorted(set(names) - SAID_OF_ITSELF):
        possible = [
            (area, asked)
            for area, answers in viewers.items()
            if answers.may_ask(name)
            for asked in parameters(name, area)
        ]
        for area, asked in dice.sample(possible, min(ASKED, len(possible))):
            yield (area, name, *asked.items()), viewers[area].ask(name, **asked)


def parameters(name: str, own: str | None) -> Iterator[dict[str, object]]:
    asked = question.load(name)
    whole = asked.is_whole and own is None  # of the province the official forms are filled by unit: see the decision
    division = next((DIVISIONS[column] for column in asked.key if column in DIVISIONS), (None,))
    for start, end in WINDOWS if {"start", "as_of"} & asked.accepts else WINDOWS[:1]:
        for kind in KINDS if "kind" in asked.accepts else (None,):
            for each in division if "division" in asked.accepts else (None,):
                for area in (None, "D1", "C1") if own is None and "area" in asked.accepts else (None,):
                    for agency in (None, "P") if "agency" in asked.accepts else (None,):
                        known = PERIODS | {"start": start, "end": end, "as_of": end, "kind": kind, "division": each}
                        known |= {"area": area, "agency": agency}
                        if not (whole and area is None):
                            yield {key: known[key] for key in asked.accepts & set(known) if known[key] is not None}


@dataclass(frozen=True)
class Twins:
    """Snapshots of one province before and after its denunciations were moved."""

    seed: int
    before: Path
    after: Path


@pytest.fixture(scope="module", params=range(PROVINCES))
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Twins:
    seed, folder = int(request.param), tmp_path_factory.mktemp("twins")
    case = a_province(folder / "case.sqlite", seed)
    before = taken(case, folder / "before")
    elsewhere(case, seed + 1000)
    return Twins(seed, before, taken(case, folder / "after"))


def test_where_denunciations_lie_changes_no_answer(twins: Twins) -> None:
    """Worked out in one of them, read in the other from the store that all reaches share."""
    list(asked_of(twins.before, twins.seed, kept=Store()))
    before, after = dict(asked_of(twins.before, twins.seed, kept=Store())), dict(asked_of(twins.after, twins.seed))
    assert before.keys() == after.keys() and len(before) > 100
    assert len(list((twins.before.parent / publish.STORE).glob("*/*"))) > 100
    told = [asked for asked, answer in before.items() if not answer.equals(after[asked])]
    assert told == []


@pytest.mark.parametrize("twins", FEW, indirect=True)
def test_a_command_gives_nobody_but_the_office_where_denunciations_lie(twins: Twins) -> None:
    """`python -m queries` asks without `Answers`: as any role that sees the whole province but the office's."""
    before, after = dict(commanded(twins.before, twins.seed)), dict(commanded(twins.after, twins.seed))
    assert before.keys() == after.keys() and len(before) > 80
    told = [asked for asked, answer in before.items() if not answer.equals(after[asked])]
    assert told == []


def commanded(path: Path, seed: int) -> Iterator[tuple[tuple[object, ...], pd.DataFrame]]:
    snapshot, dice, account = open_snapshot(path), random.Random(seed), Operator("x", "analyst", Scope("x"))
    for name in sorted(set(question.names()) - SAID_OF_ITSELF):
        wished = question.load(name)
        possible = [asked for asked in parameters(name, None) if is_allowed(account, wished, asked)]
        for asked in dice.sample(possible, min(ASKED, len(possible))):
            params = account.asked(wished, asked)
            yield (name, *params.items()), ask(name, snapshot, account.scope, **params)


def is_allowed(account: Operator, wished: question.Question, asked: dict[str, object]) -> bool:
    try:
        account.asked(wished, asked)
    except ScopeError:
        return False
    return True


@pytest.mark.parametrize("twins", FEW, indirect=True)
def test_where_denunciations_lie_changes_no_sheet_but_totals_that_forms_ask_for(twins: Twins) -> None:
    """The workbook that pages make: forms of every circular by unit, the checks, all tables of the agenda."""
    units = random.Random(twins.seed).choice(pack.UNITS)
    before, after = sheets(twins.before, units=units), sheets(twins.after, units=units)
    assert before.keys() == after.keys() and len(before) > 30
    told = {title: [row for row in rows if row not in after[title]] for title, rows in before.items()}
    assert {title: rows for title, rows in told.items() if rows} == {}


def sheets(path: Path, *, units: str) -> dict[str, list[tuple[object, ...]]]:
    """Rows of each sheet but the minute it was taken; of forms that count denunciations, all but the total by field
    and result."""
    answers, period = Answers(open_snapshot(path), Scope("")), parse("2026-Q3")
    taken_at = vi.moment(answers.info.taken_at)
    order = pack.Order("xlsx", units=units, denunciation_units=False, all_forms=True)
    made = pack.build(answers, period, order=order, author="A", exported_at=dt.datetime(2026, 11, 22, 9))  # noqa: DTZ001
    whole = {f"{form.circular} {form.form.replace('/', '-')}" for form in load_forms() if counts_denunciations(form)}
    return {
        sheet.title: [
            row
            for row in sheet.iter_rows(values_only=True)
            if not (sheet.title in whole and row[0] == form_words.TOTAL) and taken_at not in str(row[0])
        ]
        for sheet in openpyxl.load_workbook(io.BytesIO(made))
    }


def test_a_division_that_a_question_does_not_know_is_no_whole(tmp_path: Path) -> None:
    """It falls to the usual one: rows of districts, counted without denunciations as when asked for by name."""
    answers = Answers(open_snapshot(taken(a_province(tmp_path / "case.sqlite", 53), tmp_path)), Scope(""))
    window = dict(zip(("start", "end"), WINDOWS[0], strict=True)) | {"as_of": WINDOWS[0][1]}
    named = answers.ask("funnel_points", **window, division="district")
    for unknown in ("all", "kind", "x"):
        asked = answers.ask("funnel_points", **window, division=unknown)
        assert asked.drop(columns="level").equals(named.drop(columns="level")), unknown


def test_a_complaint_that_lies_elsewhere_is_seen(tmp_path: Path) -> None:
    """The comparison above finds what it is made to find."""
    case = a_province(tmp_path / "case.sqlite", 0)
    before = dict(asked_of(taken(case, tmp_path / "before"), 0, FOUND))
    with closing(sqlite3.connect(case)) as db, db:
        db.execute("update dossiers set place_unit_code = 'C1' where dossier_id = 'V09'")
    after = dict(asked_of(taken(case, tmp_path / "after"), 0, FOUND))
    changed = {str(asked[1]) for asked, answer in before.items() if not answer.equals(after[asked])}
    assert changed == FOUND
