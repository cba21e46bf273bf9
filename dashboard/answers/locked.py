"""Locked periods for the pages: which there are, whether they are whole, and their figures.

Checksums are verified once for a state of the files (names, sizes, times), not at every run of a page.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import duckdb
import streamlit as st

from dashboard.facts.change import Figure, figures
from dashboard.screen.page import Page
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import locks
from data_loaders.snapshot.locks import Lock
from queries.periods import Period

KEPT = 40
HOUR = 3600
State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class LockedFigures:
    """A locked period. `figures` as `stats.change.figures`, by name; empty where `problem` says why:

    'damaged' (a file is not what it was) or 'unreadable' (its tables are of another version of the contract).
    """

    lock: Lock
    figures: Mapping[str, Figure] = field(default_factory=dict)
    problem: str | None = None


def of(page: Page, period: Period, *, kind: str | None = None, area: str | None = None) -> LockedFigures | None:
    """What was locked for this period (code and calendar), for the kind and area asked for; None: it is not locked."""
    found = [each for each in listed() if (each.code, each.calendar) == (period.code, period.calendar)]
    return read(page, found[0], kind=kind, area=area) if found else None


def read(page: Page, lock: Lock, *, kind: str | None = None, area: str | None = None) -> LockedFigures:
    """The figures of one lock as it was locked."""
    then = locked_page(page, lock)
    if then is None:
        return LockedFigures(lock, problem="damaged")
    try:
        answer = then.ask("figures", start=lock.start_on, end=lock.end_on, kind=kind, area=area)
    except duckdb.Error:
        return LockedFigures(lock, problem="unreadable")
    return LockedFigures(lock, figures(answer))


def locked_page(page: Page, lock: Lock) -> Page | None:
    """The same page and viewer, asking the locked file; None where the lock is damaged."""
    path = None if lock.damaged else _opened(str(lock.folder), _state(lock.folder))
    if path is None:
        return None
    return page.asking(replace(page.snapshot, path=Path(path), snapshot_id=lock.snapshot_id, as_of=lock.as_of))


def listed() -> list[Lock]:
    """All locks, the one that ended last first; damaged ones name their files."""
    folders = [path for path in (Settings().snapshot_dir / locks.FOLDER).glob("*") if path.is_dir()]
    found = [_verified(str(folder.resolve()), _state(folder)) for folder in folders]
    return sorted(found, key=lambda each: (each.end_on, each.start_on, each.folder.name), reverse=True)


def _state(folder: Path) -> State:
    """Names, sizes and times of a lock's files: what is verified again as soon as it changes."""
    try:
        entries = [(entry.name, entry.stat()) for entry in os.scandir(folder)]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_size, stat.st_mtime_ns) for name, stat in entries))


@st.cache_data(max_entries=KEPT, ttl=dt.timedelta(seconds=HOUR), show_spinner=False)
def _verified(folder: str, state: State) -> Lock:
    return locks.inspect(Path(folder))


@st.cache_data(max_entries=KEPT, ttl=dt.timedelta(seconds=HOUR), show_spinner=False)
def _opened(folder: str, state: State) -> str | None:
    """A file with the locked facts that this DuckDB reads."""
    try:
        return str(locks.open_locked(locks.inspect(Path(folder)), into=Path(_rebuilt().name)))
    except (LoaderError, duckdb.Error, OSError):
        return None


@cache
def _rebuilt() -> tempfile.TemporaryDirectory[str]:
    """Where locks that this DuckDB cannot read are made again from Parquet; it goes with the process."""
    return tempfile.TemporaryDirectory(prefix="locked-")
