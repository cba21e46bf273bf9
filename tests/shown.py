"""Snapshots that pages are shown on: none, the tiny province, the demo province at full size. Built once."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import tempfile
from functools import cache
from pathlib import Path

from data_loaders.demo import province as demo_province
from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from tests import tiny_province

ROOT = Path(__file__).resolve().parent.parent
PAGES = {
    "overview": "tong-quan",
    "hotspots": "ban-do",
    "backlog": "ton-dong",
    "reception": "tiep-cong-dan",
    "ledger": "so-tiep-cong-dan",
    "comparison": "so-sanh",
    "presentation": "trinh-chieu",
    "locked": "so-da-chot",
    "briefing": "giao-ban",
    "definitions": "dinh-nghia",
    "quality": "chat-luong-du-lieu",
}


@cache
def empty() -> Path:
    """A SNAPSHOT_DIR without a snapshot."""
    return _folder() / "snapshots"


@cache
def tiny() -> Path:
    """The SNAPSHOT_DIR of the tiny province."""
    folder = _folder()
    return _taken(folder, tiny_province.build(folder / "case.sqlite"))


@cache
def full() -> Path:
    """The SNAPSHOT_DIR of the demo province, marked as the demo that it is; built once for all processes of a run."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"shown-full-{run}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        taken = folder / "snapshots"
        return taken if (taken / "current.json").is_file() else _demo(folder)


def _demo(folder: Path) -> Path:
    demo_province.build(folder / "case.sqlite", progress=lambda _: None)
    taken = _taken(folder, folder / "case.sqlite")
    manifest = taken / "current.json"
    facts = json.loads(manifest.read_text(encoding="utf-8")) | {"is_demo": True}
    manifest.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return taken


def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="shown-"))


def _taken(folder: Path, database: Path) -> Path:
    settings = Settings(
        case_database_url=f"sqlite:///{database}",
        case_as_of=dt.date(2026, 11, 22),
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    refresh(settings, progress=lambda _: None)
    return folder / "snapshots"
