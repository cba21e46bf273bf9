"""Chốt số liệu: the facts of a closed period kept as they were, with checksums, who and when.

SNAPSHOT_DIR/locks/<code>-<calendar>/ holds every table as Parquet (the DuckDB format moves between versions), the
snapshot's own file for reading at once, and manifest.json with the sha256 of each. A lock is never written twice.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import shutil
import time
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from data_loaders import log, messages
from data_loaders.law import reporting, rulebook
from data_loaders.law.rulebook import RuleBook
from data_loaders.messages import LoaderError
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef

FOLDER = "locks"
MANIFEST, SEAL = "manifest.json", "manifest.sha256"
SNAPSHOT = "snapshot.duckdb"
_CODE = re.compile(r"(\d{4})-(Q[1-4]|H[12]|9M|Y|M(?:0[1-9]|1[0-2]))")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Lock:
    """One locked period. ``damaged`` names the files that are not what they were; none: whole."""

    folder: Path
    code: str
    calendar: str
    start_on: date
    end_on: date
    locked_at: datetime
    locked_by: str
    snapshot_id: str
    as_of: date
    rows: dict[str, int] = field(default_factory=dict)
    damaged: tuple[str, ...] = ()


def lock(
    directory: Path,
    ref: SnapshotRef,
    *,
    code: str,
    calendar: str,
    by: str,
    now: datetime,
) -> Lock:
    """Freeze a period that is over by the snapshot's own calendar.

    Raises LoaderError when it is not over, already locked, or no period.
    """
    start, end = window(code, calendar=calendar, rules=_rules(ref.path))
    if end >= ref.as_of:
        raise LoaderError(messages.NOT_OVER.format(code=code, end=f"{end:%d/%m/%Y}", as_of=f"{ref.as_of:%d/%m/%Y}"))
    final = directory / FOLDER / f"{code}-{calendar}"
    with publish.only_one(directory):
        if final.exists():
            old = read(final)
            at = messages.moment(old.locked_at) if old else "?"
            raise LoaderError(messages.ALREADY_LOCKED.format(code=code, at=at))
        working = directory / f"{publish.WORKING}{secrets.token_hex(4)}"
        started = time.monotonic()
        try:
            working.mkdir()
            rows = _export(ref.path, working)
            facts = {
                "code": code,
                "calendar": calendar,
                "start_on": start,
                "end_on": end,
                "locked_at": now.replace(microsecond=0),
                "locked_by": by,
                "snapshot_id": ref.snapshot_id,
                "as_of": ref.as_of,
                "taken_at": ref.taken_at,
                "source_label": ref.source_label,
                "rows": rows,
            }
            _seal(working, facts)
            final.parent.mkdir(exist_ok=True)
            working.rename(final)
            publish.to_disk(final.parent)
        except OSError as error:
            publish.discard(working)
            raise LoaderError(messages.SNAPSHOT_DIR_FAILED.format(hint=publish.disk_hint(error))) from None
    made = read(final)
    assert made is not None  # noqa: S101
    seconds = round(time.monotonic() - started, 1)
    log.done("lock", code=code, calendar=calendar, files=len(made.rows), rows=sum(made.rows.values()), seconds=seconds)
    return made


def window(code: str, *, calendar: str, rules: RuleBook | None = None) -> tuple[date, date]:
    """First and last day of a period's code; without rules by those of this installation. Raises LoaderError."""
    known = _CODE.fullmatch(code)
    if known:
        return reporting.window(known[2], year=int(known[1]), calendar=calendar, rules=rules)
    days = _RANGE.fullmatch(code)
    try:
        start, end = (date.fromisoformat(day) for day in days.groups()) if days else (date.max, date.min)
    except ValueError:
        start, end = date.max, date.min
    if start > end:
        raise LoaderError(messages.BAD_PERIOD.format(code=code[:40]))
    return start, end


def _rules(snapshot: Path) -> RuleBook:
    """The built-in book with the reporting calendars that the snapshot was taken with."""
    with duckdb.connect(str(snapshot), read_only=True) as db:
        return replace(rulebook.built_in(), calendars=db.execute("from reporting_calendar").df())


def _export(snapshot: Path, folder: Path) -> dict[str, int]:
    rows = {}
    with duckdb.connect(str(snapshot), read_only=True) as db:
        for (table,) in db.execute("select table_name from duckdb_tables() order by table_name").fetchall():
            path = folder / f"{table}.parquet"
            db.execute(f"copy (from {table}) to '{path}' (format parquet, compression zstd)")
            count = db.execute(f"select count(*) from {table}").fetchone()
            rows[table] = int(count[0]) if count else 0
    shutil.copyfile(snapshot, folder / SNAPSHOT)  # no link: what damages the served file must not reach the lock
    return rows


def _seal(folder: Path, facts: dict[str, Any]) -> None:
    files = {path.name: sha256(path) for path in sorted(folder.iterdir())}
    publish.write_json(folder / MANIFEST, {**facts, "files": files})
    (folder / SEAL).write_text(sha256(folder / MANIFEST) + "\n", encoding="ascii")
    for path in folder.iterdir():
        publish.to_disk(path)
    publish.to_disk(folder)


def sha256(path: Path) -> str:
    """The file's checksum as hexadecimal text."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed(directory: Path, *, verify: bool = True) -> list[Lock]:
    """All locks, oldest period first; with ``verify`` every file is read and compared with its checksum."""
    folders = sorted(path for path in (directory / FOLDER).glob("*") if path.is_dir())
    found = [inspect(folder, verify=verify) for folder in folders]
    return sorted(found, key=lambda each: (each.start_on, each.end_on))


def inspect(folder: Path, *, verify: bool = True) -> Lock:
    """One lock; where not even its manifest can be read, one that names it as damaged."""
    return read(folder, verify=verify) or _unreadable(folder)


def read(folder: Path, *, verify: bool = False) -> Lock | None:
    """One lock; None where its manifest cannot be read."""
    try:
        facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Lock(
            folder=folder,
            code=str(facts["code"]),
            calendar=str(facts["calendar"]),
            start_on=date.fromisoformat(facts["start_on"]),
            end_on=date.fromisoformat(facts["end_on"]),
            locked_at=datetime.fromisoformat(facts["locked_at"]),
            locked_by=facts["locked_by"],
            snapshot_id=facts["snapshot_id"],
            as_of=date.fromisoformat(facts["as_of"]),
            rows=facts["rows"],
            damaged=tuple(_damaged(folder, dict(facts["files"]))) if verify else (),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _damaged(folder: Path, files: dict[str, str]) -> list[str]:
    bad = [name for name, digest in files.items() if not (folder / name).is_file() or sha256(folder / name) != digest]
    try:
        sealed = (folder / SEAL).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        sealed = ""
    return bad if sealed == sha256(folder / MANIFEST) else [*bad, MANIFEST]


def _unreadable(folder: Path) -> Lock:
    code, _, calendar = folder.name.rpartition("-")
    long_ago = datetime(1900, 1, 1)  # noqa: DTZ001
    return Lock(folder, code, calendar, date.min, date.min, long_ago, "?", "?", date.min, damaged=(MANIFEST,))


def open_locked(locked: Lock, *, into: Path) -> Path:
    """A DuckDB file with the locked facts: the kept one, or one made again from Parquet in the folder ``into``.

    Raises LoaderError when the lock is damaged.
    """
    known = read(locked.folder, verify=True)
    if known is None or known.damaged:
        files = ", ".join(known.damaged if known else (MANIFEST,))
        raise LoaderError(messages.LOCK_BROKEN.format(code=locked.code, files=files))
    try:
        duckdb.connect(str(locked.folder / SNAPSHOT), read_only=True).close()
        return locked.folder / SNAPSHOT
    except duckdb.Error:
        return _again(locked, into / f"locked-{locked.folder.name}.duckdb")


def _again(locked: Lock, path: Path) -> Path:
    new = path.with_suffix(f".{secrets.token_hex(4)}")
    with duckdb.connect(str(new)) as db:
        for table in locked.rows:
            db.execute(f"create table {table} as from '{locked.folder / f'{table}.parquet'}'")
    new.replace(path)
    return path
