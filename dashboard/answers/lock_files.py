"""Locked periods as files: which there are, whether they are whole, and one opened to be asked.

Checksums are verified once an hour for a state of the files (names, sizes, times), not at every run of a page.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import cache
from pathlib import Path

import duckdb

from dashboard.answers.cache import SHARED, Cache
from data_loaders.messages import LoaderError
from data_loaders.settings import configured
from data_loaders.snapshot import locks
from data_loaders.snapshot.locks import Lock
from queries.snapshot import Snapshot, open_snapshot

HOUR = 3600
State = tuple[tuple[str, int, int], ...]


def listed(kept: Cache = SHARED) -> list[Lock]:
    """All locks, the one that ended last first; damaged ones name their files."""
    folders = [path for path in (configured().snapshot_dir / locks.FOLDER).glob("*") if path.is_dir()]
    found = [_verified(folder.resolve(), kept) for folder in folders]
    return sorted(found, key=lambda each: (each.end_on, each.start_on, each.folder.name), reverse=True)


def opened(lock: Lock, kept: Cache = SHARED) -> Snapshot | None:
    """The locked facts, to be asked; None where the lock is damaged or this DuckDB cannot read it."""
    if lock.damaged:
        return None
    path = kept.remember(("lock opened", *_state(lock.folder)), lambda: _file(lock.folder))
    return open_snapshot(path) if path else None


def _verified(folder: Path, kept: Cache) -> Lock:
    return kept.remember(("lock verified", *_state(folder)), lambda: locks.inspect(folder))


def _state(folder: Path) -> tuple[str, State, int]:
    """What is verified again as soon as it changes: where, names, sizes and times of the files, the hour."""
    hour = int(time.monotonic() // HOUR)
    try:
        entries = [(entry.name, entry.stat()) for entry in os.scandir(folder)]
    except OSError:
        entries = []
    return str(folder), tuple(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in entries)), hour


def _file(folder: Path) -> Path | None:
    """A file with the locked facts that this DuckDB reads."""
    try:
        return locks.open_locked(locks.inspect(folder), into=Path(_rebuilt().name))
    except (LoaderError, duckdb.Error, OSError):
        return None


@cache
def _rebuilt() -> tempfile.TemporaryDirectory[str]:
    """Where locks that this DuckDB cannot read are made again from Parquet; it goes with the process."""
    return tempfile.TemporaryDirectory(prefix="locked-")
