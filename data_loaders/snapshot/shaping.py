"""From checked tables (``stage``) to the snapshot: SQL of sql/ for joins, Python for what the law computes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import duckdb
import pandas as pd

from data_loaders.contract.tables import FIELD_GROUPS, TABLES, Table
from data_loaders.law import duty, limits, rulebook, rules
from data_loaders.law import messages as say
from data_loaders.law import reporting as reporting_calendar
from data_loaders.law import working_calendar as calendar
from data_loaders.settings import Settings, begins
from data_loaders.snapshot import references, wide

SHAPE = Path(__file__).parent / "sql"
FIRST_YEAR, OLDEST_YEAR = 2010, 1990
"""The calendar begins in FIRST_YEAR, or earlier with the data; dates before OLDEST_YEAR are slips of the pen."""
YEARS_AHEAD = 10
DOSSIERS_AT_ONCE = 100_000
ASKED_BY_THE_CLOCK = "dossier_id, kind, instance, complexity, remote_area, received_on, accepted_on, closed_on, due_on"
RULE_TABLES = {
    "deadline_rule": "deadlines",
    "suspension_rule": "suspensions",
    "duty_rule": "reception_duty",
    "reporting_calendar": "reporting_calendars",
    "vocabulary": "vocabularies",
    "holiday": "holidays",
    "event": "events",
    "watch_rule": "watch",
}
DATED = {
    "dossiers": ("received_on", "accepted_on"),
    "petitions": ("received_on",),
    "reception_sessions": ("held_on", "scheduled_on"),
    "posts": ("valid_from",),
}
WITHIN_CALENDAR = ("deadline_rule", "suspension_rule", "duty_rule", "holiday")


class Shaping:
    """The snapshot ``db`` but snapshot_info and boundary, filled from ``stage`` as its tables come in, in the order of
    the contract."""

    def __init__(self, db: duckdb.DuckDBPyConnection, settings: Settings, *, as_of: date) -> None:
        self._db, self._as_of = db, as_of
        self._rules = {table: rules.load(name, directory=settings.rules_dir) for table, name in RULE_TABLES.items()}
        self._book = rulebook.of_files({name: self._rules[table] for table, name in RULE_TABLES.items()})
        for table, frame in {**self._rules, "law_change": self._book.changes}.items():
            _store(db, frame, f"create table {table} as select * from frame")
        _prepare(db, self._rules["vocabulary"], as_of=as_of, mass_group_size=settings.mass_group_size)
        _declare(db, begins(settings.case_data_begin))
        run(db, "derived")
        self._then: dict[str, Callable[[], None]] = {
            "unit_groups": partial(run, db, "place"),
            "suspensions": partial(_widen, db, "suspensions"),
            "transfers": self._moved,
            "reception_sessions": self._dated,
        }

    def take(self, table: Table) -> None:
        """The rows of this table are in ``stage`` and settled: what can be made of them and of those before it."""
        if (SHAPE / "cases" / f"{table.name}.sql").is_file():
            run(self._db, f"cases/{table.name}")
        if table.name in self._then:
            self._then[table.name]()

    def _moved(self) -> None:
        _widen(self._db, "transfers")
        run(self._db, "histories")

    def _dated(self) -> None:
        """The calendar begins with the first date of the tables until here; with it the days that the law computes."""
        db, rule = self._db, self._rules
        first, last = years(db, as_of=self._as_of)
        _refuse_beyond(date(last, 12, 31), {table: rule[table] for table in WITHIN_CALENDAR})
        days = calendar.working_calendar(date(first, 1, 1), date(last, 12, 31), overrides=rule["holiday"])
        _append(db, "calendar_day", days)
        _append(db, "reporting_period", reporting_calendar.periods(first, last, rules=self._book))
        for due in due_dates(db, rule["deadline_rule"], rule["suspension_rule"], days):
            _append(db, "stage.dossier_due", due)
        _widen(db, "dossier_due")
        _append(db, "duty_month", _duty_months(db, rule["duty_rule"], days, self._as_of))

    def finish(self) -> None:
        """What is told of all tables."""
        run(self._db, "data_begin")
        self._db.execute("create table load_log as select * from stage.load_log")
        order = "reason in ?, list_position(?, table_name), rowid"
        told = [list(references.LATER), [table.name for table in TABLES]]
        for table, but in {"quarantine": "", "left_out": "exclude (seq)"}.items():
            self._db.execute(f"create table {table} as select * {but} from stage.{table} order by {order}", told)


def years(db: duckdb.DuckDBPyConnection, *, as_of: date) -> tuple[int, int]:
    """First and last year of the calendar: all the data, and some years after it for what falls due."""
    found = [
        _one(db, f"select year(min({column})) from {table} where year({column}) >= {OLDEST_YEAR}")
        for table, columns in DATED.items()
        for column in columns
    ]
    return min([FIRST_YEAR, *filter(None, found)]), as_of.year + YEARS_AHEAD


def _refuse_beyond(last: date, tables: dict[str, pd.DataFrame]) -> None:
    """Raise RuleError for a rule that begins after the calendar ends: its days could not be counted."""
    for table, frame in tables.items():
        beyond = frame[frame["valid_from"] > pd.Timestamp(last)]
        for row in beyond.head(1).to_dict("records"):
            name = RULE_TABLES[table]
            rule, day = row.get("rule_id") or row.get("name"), row["valid_from"]
            raise rules.RuleError(
                say.AFTER_CALENDAR.format(rule=rule, file=name, day=f"{day:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
            )


def run(db: duckdb.DuckDBPyConnection, name: str) -> None:
    """Run one file of sql/."""
    db.execute((SHAPE / f"{name}.sql").read_text(encoding="utf-8"))


def _widen(db: duckdb.DuckDBPyConnection, table: str) -> None:
    """The table of ``stage`` as the snapshot has it: wide, in the order in which it is read."""
    rows = f"from ({wide.select(table)}) as w order by {wide.ORDER[table]}"
    db.execute(f"create table {table} as select columns(lambda name: name <> 'seq') {rows}")


def _prepare(db: duckdb.DuckDBPyConnection, vocabulary: pd.DataFrame, *, as_of: date, mass_group_size: int) -> None:
    db.execute(
        "create table stage.run as select ?::date as as_of, ?::integer as mass_group_size", [as_of, mass_group_size]
    )
    listed = vocabulary.loc[vocabulary["vocabulary"] == "field_code", "code"].astype(str).str.partition(".")[0]
    groups = sorted({*FIELD_GROUPS, *listed})
    db.execute("create table stage.field as select unnest(?::varchar[]) as field_group", [groups])


def _declare(db: duckdb.DuckDBPyConnection, declared: dict[str, date]) -> None:
    db.execute("create table stage.declared_begin (table_name varchar, begins_on date)")
    for table, day in declared.items():
        db.execute("insert into stage.declared_begin values (?, ?)", [table, day])


def due_dates(
    db: duckdb.DuckDBPyConnection, deadline_rules: pd.DataFrame, suspension_rules: pd.DataFrame, days: pd.DataFrame
) -> Iterator[pd.DataFrame]:
    """The dossier_due rows of all dossiers, some at a time."""
    total = _one(db, "select count(*) from dossiers")
    for first in range(0, total, DOSSIERS_AT_ONCE):
        some = (
            f"select {ASKED_BY_THE_CLOCK} from dossiers where rowid between {first} and {first + DOSSIERS_AT_ONCE - 1}"
        )
        theirs = f"where dossier_id in (select dossier_id from ({some}))"
        yield limits.due_timeline(
            db.execute(some).df(),
            extensions=db.execute(f"select * from extensions {theirs}").df(),
            suspensions=db.execute(f"select * from suspensions {theirs}").df(),
            deadline_rules=deadline_rules,
            suspension_rules=suspension_rules,
            calendar=days,
        )


def _duty_months(
    db: duckdb.DuckDBPyConnection, duty_rules: pd.DataFrame, days: pd.DataFrame, as_of: date
) -> pd.DataFrame:
    return duty.duty_months(
        db.execute("select * from posts").df(),
        post_holders=db.execute("select * from post_holders").df(),
        sessions=db.execute("select post_code, scheduled_on from reception_sessions where kind = 'periodic'").df(),
        rules=duty_rules,
        calendar=days,
        until=(pd.Timestamp(as_of) + pd.offsets.MonthBegin(2)).date(),
    )


def _store(db: duckdb.DuckDBPyConnection, frame: pd.DataFrame, statement: str) -> None:
    db.register("frame", frame)
    db.execute(statement)
    db.unregister("frame")


def _append(db: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    if len(frame):
        _store(db, frame[columns(db, table)], f"insert into {table} select * from frame")


def columns(db: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """Column names of a table of the snapshot, in order."""
    return [row[0] for row in db.execute(f"describe {table}").fetchall()]


def _one(db: duckdb.DuckDBPyConnection, statement: str) -> int:
    row = db.execute(statement).fetchone()
    return int(row[0]) if row and row[0] is not None else 0
