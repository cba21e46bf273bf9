"""Snapshots that pages are shown on: none, the tiny province, the demo province at full size. Built once."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from dashboard.screen.navigation import ENTRIES
from data_loaders.demo import province as demo_province
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from tests import first_year as first_year_province
from tests import tiny_province

ROOT = Path(__file__).resolve().parent.parent
PAGES = {entry.key: entry.slug for entry in ENTRIES}


@cache
def empty() -> Path:
    """A SNAPSHOT_DIR without a snapshot."""
    return _folder() / "snapshots"


@cache
def tiny() -> Path:
    """The SNAPSHOT_DIR of the tiny province."""
    return once("tiny", lambda folder: taken(folder, tiny_province.build(folder / "case.sqlite"))) / "snapshots"


@cache
def first_year() -> Path:
    """The SNAPSHOT_DIR of a province whose records begin within the running quarter."""
    begins = dt.date(2026, 9, 28)
    return (
        once("first-year", lambda folder: taken(folder, first_year_province.build(folder, 1, begins=begins)))
        / "snapshots"
    )


@cache
def full() -> Path:
    """The SNAPSHOT_DIR of the demo province, marked as the demo that it is."""
    return once("full", _demo) / "snapshots"


@cache
def demo(dossiers: int) -> Path:
    """The SNAPSHOT_DIR of a demo province of that size; its case database stands beside it."""
    return once(f"demo-{dossiers}", lambda folder: _demo(folder, dossiers=dossiers)) / "snapshots"


def once(name: str, build: Callable[[Path], object]) -> Path:
    """The folder that `build` filled, once for all processes of a run: to be read, never written."""
    folder = Path(os.environ["TESTS_RUN_FOLDER"]) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            build(folder)
            (folder / "built").touch()
    return folder


def _demo(folder: Path, **size: int) -> Path:
    demo_province.build(folder / "case.sqlite", progress=lambda _: None, **size)
    snapshots = taken(folder, folder / "case.sqlite")
    manifest = snapshots / "current.json"
    facts = json.loads(manifest.read_text(encoding="utf-8")) | {"is_demo": True}
    manifest.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return snapshots


def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="shown-"))


def taken(folder: Path, database: Path) -> Path:
    """The SNAPSHOT_DIR within the folder, with a snapshot of that case database as of 22/11/2026."""
    settings = Settings(
        case_database_url=f"sqlite:///{database}",
        case_as_of=dt.date(2026, 11, 22),
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    refresh(settings, progress=lambda _: None)
    return folder / "snapshots"
