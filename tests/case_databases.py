"""Random small case databases in the shape of the contract, and their snapshots in memory.

Areas, bodies and posts are those of the tiny province; everything that happens is drawn, mostly on days when something
changes: period ends, 1/7/2025, 1/7/2026, Tết, the day of the data itself.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from unittest import mock

import duckdb
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st

from data_loaders.contract.tables import BY_NAME, TABLES
from data_loaders.law.reporting import periods
from data_loaders.law.rules import load as load_rules
from data_loaders.law.working_calendar import working_calendar
from data_loaders.settings import Settings
from data_loaders.snapshot import intake, shaping
from tests import tiny_province

Rows = list[dict[str, Any]]
DAY = timedelta(days=1)
FIXED = ("units", "unit_changes", "unit_groups", "agencies", "posts")
UNCHANGED = (
    *("calendar_day", "reporting_period", "deadline_rule", "suspension_rule", "duty_rule", "vocabulary"),
    *("reporting_calendar", "holiday", "event", "law_change"),
)
AS_OF = [date(2026, 11, 22), date(2026, 7, 1), date(2025, 12, 14)]
TURNS = [
    *(
        date(2024, 2, 29),
        date(2024, 12, 14),
        date(2024, 12, 15),
        date(2025, 3, 14),
        date(2025, 6, 30),
        date(2025, 7, 1),
    ),
    *(
        date(2025, 9, 15),
        date(2025, 12, 14),
        date(2025, 12, 15),
        date(2026, 2, 17),
        date(2026, 6, 14),
        date(2026, 6, 15),
    ),
    *(date(2026, 6, 30), date(2026, 7, 1), date(2026, 9, 14), date(2026, 9, 15), date(2026, 11, 22)),
]


def each_of(most: int, *, turn: int = 0) -> Callable[[Any], Any]:
    """So many databases; another turn draws others. The same ones in every run, with RANDOM_CASES new ones.

    One that fails is made smaller, but what in it may vary is not looked for: each try asks all questions again.
    """
    drawn = settings(
        max_examples=most,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    start = random.SystemRandom().getrandbits(64) if "RANDOM_CASES" in os.environ else turn
    return lambda test: seed(start)(drawn(test))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def one_of(*words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words)


@cache
def words(table: str, column: str) -> st.SearchStrategy[str]:
    return st.sampled_from(BY_NAME[table].column(column).words)


@cache
def codes(table: str, column: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted({row[column] for row in tiny_province.rows(table)}))


@st.composite
def past(draw: st.DrawFn, as_of: date, *, since: date | None = None) -> date:
    """A day not after `as_of` (nor before `since`), near one on which something changes."""
    day = draw(st.sampled_from(TURNS)) + draw(st.integers(-3, 40)) * DAY
    return max(since or date.min, min(day, as_of))


@st.composite
def case_databases(draw: st.DrawFn) -> tuple[date, dict[str, Rows]]:
    """(as_of, standard table -> rows); every reference leads somewhere and no row would be refused."""
    as_of = draw(st.sampled_from(AS_OF))
    tables: dict[str, Rows] = {name: tiny_province.rows(name) for name in FIXED}
    if draw(st.integers(0, 4)) == 0:
        tables["unit_groups"] = []
    tables["dossiers"] = _dossiers(draw, as_of)
    ids = [row["dossier_id"] for row in tables["dossiers"]]
    tables["petitions"] = _petitions(draw, as_of, ids)
    tables |= _what_happened_to(draw, as_of, ids, [row["petition_id"] for row in tables["petitions"]])
    tables["reception_sessions"] = _sessions(draw, as_of)
    sessions = [row["session_id"] for row in tables["reception_sessions"]]
    tables["reception_visits"] = _visits(draw, sessions, ids, [row["petition_id"] for row in tables["petitions"]])
    tables["post_holders"] = _some(
        draw, 3, lambda _: _spell(draw, as_of) | {"post_code": draw(codes("posts", "post_code"))}
    )
    for row in tables["post_holders"]:
        row["holder_name"] = "Người giữ ghế"
    return as_of, tables


def _some(draw: st.DrawFn, most: int, make: Any) -> Rows:
    return [make(number) for number in range(draw(st.integers(0, most)))]


def _spell(draw: st.DrawFn, as_of: date) -> dict[str, Any]:
    begun = draw(past(as_of))
    return {"from_date": begun, "to_date": draw(maybe(past(as_of, since=begun)))}


def _dossiers(draw: st.DrawFn, as_of: date) -> Rows:
    dossiers: Rows = []

    def earlier() -> str | None:
        return draw(st.sampled_from([row["dossier_id"] for row in dossiers])) if dossiers else None

    for number in range(draw(st.integers(0, 9))):
        received = draw(past(as_of))
        accepted = min(received + draw(st.integers(0, 12)) * DAY, as_of) if draw(st.integers(0, 4)) else None
        closed = draw(maybe(past(as_of, since=accepted or received)))
        closing = draw(maybe(words("dossiers", "closing"))) if closed else None
        dossiers.append(
            {
                "dossier_id": f"V{number}",
                "kind": draw(words("dossiers", "kind")),
                "field_code": draw(maybe(one_of("land", "land.clearance", "policy.merit", "khac.la", "other"))),
                "agency_code": draw(codes("agencies", "agency_code")),
                "place_unit_code": draw(maybe(codes("units", "unit_code"))),
                "received_on": received,
                "accepted_on": accepted,
                "instance": draw(st.sampled_from([1, 1, 2])),
                "complexity": draw(words("dossiers", "complexity")),
                "remote_area": draw(st.booleans()),
                "people_count": draw(maybe(st.integers(1, 40))),
                "escalated": draw(maybe(st.booleans())),
                "due_on": draw(maybe(st.integers(0, 60).map(lambda days, day=received: day + days * DAY))),
                "closed_on": closed,
                "closing": closing,
                "result": draw(maybe(words("dossiers", "result"))) if closed else None,
                "duplicate_of": earlier() if draw(st.integers(0, 7)) == 0 else None,
                "merged_into": earlier() if closing == "merged" else None,
                "previous_dossier_id": earlier() if draw(st.integers(0, 3)) == 0 else None,
                "updated_at": datetime.combine(closed or received, datetime.min.time())
                + draw(st.integers(0, 30)) * DAY,
            }
        )
    return dossiers


def _petitions(draw: st.DrawFn, as_of: date, dossiers: list[str]) -> Rows:
    def make(number: int) -> dict[str, Any]:
        received = draw(past(as_of))
        drawn = {
            name: draw(maybe(words("petitions", name)) if name != "channel" else words("petitions", name))
            for name in ("channel", "signatories", "processing")
        }
        return drawn | {
            "petition_id": f"T{number}",
            "kind": draw(words("petitions", "kind")),
            "field_code": draw(maybe(one_of("land", "corruption", "khac.la"))),
            "received_on": received,
            "agency_code": draw(codes("agencies", "agency_code")),
            "place_unit_code": draw(maybe(codes("units", "unit_code"))),
            "eligible": draw(st.booleans()),
            "within_authority": draw(maybe(st.booleans())),
            "processed_on": draw(maybe(past(as_of, since=received))),
            "reply_received": draw(maybe(st.booleans())),
            "forwarded_by": draw(maybe(st.just("Mặt trận"))),
            "escalated": draw(maybe(st.booleans())),
            "dossier_id": draw(maybe(st.sampled_from(dossiers))) if dossiers else None,
        }

    return _some(draw, 5, make)


def _what_happened_to(draw: st.DrawFn, as_of: date, dossiers: list[str], petitions: list[str]) -> dict[str, Rows]:
    if not dossiers:
        return {}
    whose = st.sampled_from(dossiers)
    body = codes("agencies", "agency_code")

    def transfer(_: int) -> dict[str, Any]:
        of_petition = bool(petitions) and draw(st.integers(0, 3)) == 0
        return {
            "dossier_id": None if of_petition else draw(whose),
            "petition_id": draw(st.sampled_from(petitions)) if of_petition else None,
            "from_agency_code": draw(body),
            "to_agency_code": draw(body),
            "moved_on": draw(past(as_of)),
            "kind": draw(words("transfers", "kind")),
        }

    def listing(number: int) -> dict[str, Any]:
        listed = draw(past(as_of))
        return {
            "dossier_id": draw(whose),
            "label": f"Vụ {number}",
            "listed_on": listed,
            "delisted_on": draw(maybe(past(as_of, since=listed))),
            "basis": "Kế hoạch 363",
            "lead_agency_code": draw(maybe(body)),
        }

    def directive(number: int) -> dict[str, Any]:
        issued = draw(past(as_of))
        return {
            "directive_id": f"CD{number}",
            "number": f"{number}/CV",
            "issued_on": issued,
            "issued_by": "UBND tỉnh",
            "agency_code": draw(body),
            "summary": "Giải quyết dứt điểm",
            "due_on": draw(maybe(st.integers(-30, 60).map(lambda days: issued + days * DAY))),
            "done_on": draw(maybe(past(as_of, since=issued))),
            "dossier_id": draw(maybe(whose)),
        }

    return {
        "extensions": _some(
            draw,
            3,
            lambda _: {
                "dossier_id": draw(whose),
                "decided_on": draw(past(as_of)),
                "days": draw(st.sampled_from([5, 30])),
            },
        ),
        "suspensions": _some(draw, 3, lambda _: {"dossier_id": draw(whose)} | _spell(draw, as_of)),
        "transfers": _some(draw, 5, transfer),
        "dossier_steps": _some(
            draw,
            3,
            lambda _: {
                "dossier_id": draw(whose),
                "step": draw(words("dossier_steps", "step")),
                "happened_on": draw(past(as_of)),
            },
        ),
        "complex_list": _some(draw, 3, listing),
        "directives": _some(draw, 2, directive),
        "submissions": _some(
            draw,
            3,
            lambda _: {
                "agency_code": draw(body),
                "period_code": draw(one_of("2026-Q3", "2026-M06", "2025-Q4")),
                "submitted_at": datetime.combine(draw(past(as_of)), datetime.min.time()),
            },
        ),
    }


def _sessions(draw: st.DrawFn, as_of: date) -> Rows:
    def make(number: int) -> dict[str, Any]:
        kind = draw(words("reception_sessions", "kind"))
        held = draw(maybe(past(as_of)))
        post = draw(st.sampled_from(tiny_province.rows("posts")))
        headless = kind == "regular"
        scheduled = held or draw(past(as_of))
        return {
            "session_id": f"S{number}",
            "kind": kind,
            "post_code": None if headless else post["post_code"],
            "agency_code": draw(codes("agencies", "agency_code")) if headless else post["agency_code"],
            "scheduled_on": draw(maybe(st.integers(-3, 3).map(lambda days: scheduled + days * DAY))),
            "held_on": held,
            "chaired": draw(maybe(words("reception_sessions", "chaired"))) if held and not headless else None,
            "online": draw(maybe(st.booleans())),
            "half_day": draw(maybe(st.booleans())),
        }

    return _some(draw, 9, make)


def _visits(draw: st.DrawFn, sessions: list[str], dossiers: list[str], petitions: list[str]) -> Rows:
    def make(number: int) -> dict[str, Any]:
        return {
            "visit_id": f"L{number}",
            "session_id": draw(st.sampled_from(sessions)),
            "people": draw(st.sampled_from([1, 1, 2, 4, 5, 40])),
            "first_time": draw(maybe(st.booleans())),
            "matters": draw(maybe(st.integers(0, 3))),
            "kind": draw(maybe(words("reception_visits", "kind"))),
            "petition_id": draw(maybe(st.sampled_from(petitions))) if petitions else None,
            "dossier_id": draw(maybe(st.sampled_from(dossiers))) if dossiers else None,
            "outcome": draw(maybe(words("reception_visits", "outcome"))),
        }

    return _some(draw, 9, make) if sessions else []


# Read and computed once: the same for every database. Eight years are enough for the days drawn.
_load = cache(lambda name: load_rules(name))
_calendar = cache(lambda first, last: working_calendar(first, last))
_periods = cache(lambda first, last: periods(first, last))
YEARS = (2021, 2028)


def in_memory(as_of: date, tables: dict[str, Rows]) -> duckdb.DuckDBPyConnection:
    """The snapshot of a case database: shaped by the loader itself, without files; days off by the library alone."""
    db = duckdb.connect(":memory:", config={"threads": 1})
    db.execute("attach ':memory:' as stage")
    intake.create(db)
    for table in TABLES:
        _fill(db, table.name, tables.get(table.name, []))
    with (
        mock.patch.object(shaping, "years", lambda *_, **__: YEARS),
        mock.patch.object(shaping.rules, "load", lambda name, **_: _load(name)),
        mock.patch.object(shaping.calendar, "working_calendar", lambda first, last, **_: _calendar(first, last)),
        mock.patch.object(shaping.reporting_calendar, "periods", lambda first, last, **_: _periods(first, last)),
    ):
        shaped = shaping.Shaping(db, Settings(), as_of=as_of)
        for table in TABLES:
            shaped.take(table)
        shaped.finish()
    db.execute(
        "create table snapshot_info as select 'random' as snapshot_id, ?::timestamp as taken_at, ?::date as as_of,"
        " 'random' as source_label, false as is_demo, '90' as province_code, 'Tỉnh Mẫu' as province_name,"
        " 1 as contract_version, 5 as mass_group_size",
        [as_of, as_of],
    )
    db.execute("detach stage")
    return db


def _fill(db: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    names = BY_NAME[table].names
    values = [cell for number, row in enumerate(rows) for cell in (number, *(row.get(name) for name in names))]
    if values:
        marks = f"({', '.join('?' * (len(names) + 1))})"
        db.execute(f"insert into stage.{table} values {', '.join([marks] * len(rows))}", values)
    db.execute(
        "update stage.load_log set is_present = true, rows_read = ?, rows_accepted = ? where table_name = ?",
        [len(rows), len(rows), table],
    )
