"""Whether the snapshot in force is still what a refresh would take: then the source is not read again."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import duckdb

from data_loaders.settings import Settings
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef
from data_loaders.sources.address import case_url
from data_loaders.sources.source import Source, geography_folders
from data_loaders.sources.written import digest

PROGRAM = Path(__file__).resolve().parents[1]
ADDRESSES = {"case_database_url", "analytics_url"}


def mark(source: Source, settings: Settings, *, today: date) -> str | None:
    """A mark of all that a snapshot is made of: what lies in the source, the day, the settings, SELECTs, rules, maps
    and this program with the list of its packages (requirements.lock, where it lies beside the program); taken before
    the source is read, so that what is written meanwhile makes another mark.

    None where CASE_SKIP_UNCHANGED is not set or the source cannot say whether it was written to.
    """
    written = source.written() if settings.case_skip_unchanged else None
    files = digest(_files(settings, source)) if written else None
    if written is None or files is None:
        return None
    own = settings.model_dump_json(exclude=ADDRESSES)
    address = case_url(settings).render_as_string(hide_password=True)
    parts = [written, files, own, address, today.isoformat(), settings.as_of().isoformat()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _files(settings: Settings, source: Source) -> list[Path]:
    folders = filter(None, [settings.case_source, settings.rules_dir, *geography_folders(settings, source)])
    own = [path for path in PROGRAM.rglob("*") if path.parent.name != "__pycache__"]
    return [*own, PROGRAM.parent / "requirements.lock", *(path for folder in folders for path in folder.glob("*"))]


def still(directory: Path, made_of: str | None) -> SnapshotRef | None:
    """The snapshot in force where it bears that mark and can be opened."""
    ref = publish.current(directory)
    if made_of is None or ref is None or ref.made_of != made_of:
        return None
    try:
        with duckdb.connect(str(ref.path), read_only=True) as db:
            return ref if db.execute("select 1 from snapshot_info").fetchone() else None
    except duckdb.Error:
        return None
