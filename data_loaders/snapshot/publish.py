"""Files of SNAPSHOT_DIR: one refresh at a time, a new snapshot put in place at once or not at all, old ones removed."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from data_loaders import messages
from data_loaders.messages import LoaderError

MANIFEST = "current.json"
ATTEMPT = "last_attempt.json"
WORKING = "building-"
NAMED = "snapshot-*.duckdb"
STORE = "store"
IDENTITY = "installation"


@dataclass(frozen=True)
class SnapshotRef:
    """The snapshot in force: where it is and what it is of."""

    path: Path
    snapshot_id: str
    taken_at: datetime
    as_of: date
    source_label: str
    is_demo: bool
    province_name: str | None
    made_of: str | None = None
    """What `unchanged.mark` made of everything that went into it."""


@contextmanager
def only_one(directory: Path) -> Iterator[None]:
    """Hold the directory for one refresh; the lock goes with the process, however it ends."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "refresh.lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LoaderError(messages.BUSY) from error
        yield


def identity(directory: Path) -> str:
    """Eight hexadecimal digits that tell this folder of snapshots from every other; empty before `identified`."""
    try:
        return (directory / IDENTITY).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def identified(directory: Path) -> str:
    """As `identity`, given to the folder where it has none. Only while holding `only_one`."""
    if not re.fullmatch("[0-9a-f]{8}", identity(directory)):
        (directory / IDENTITY).write_text(secrets.token_hex(4), encoding="ascii")
    return identity(directory)


def sweep(directory: Path) -> None:
    """Remove what a killed refresh left behind. Only while holding `only_one`."""
    for left in directory.glob(f"{WORKING}*"):
        shutil.rmtree(left, ignore_errors=True)
    for left in directory.glob("*.json.new"):
        left.unlink(missing_ok=True)


def put_in_place(built: Path, directory: Path, facts: dict[str, Any]) -> SnapshotRef:
    """Give the finished file its own name and let current.json point to it; each step is whole or has not happened."""
    taken_at: datetime = facts["taken_at"]
    name = f"snapshot-{taken_at:%Y%m%dT%H%M%S}-{facts['snapshot_id'][-8:]}.duckdb"
    to_disk(built)
    built.rename(directory / name)
    to_disk(directory)
    write_json(directory / MANIFEST, {"file": name, **facts})
    ref = current(directory)
    assert ref is not None  # noqa: S101
    return ref


def current(directory: Path) -> SnapshotRef | None:
    """The snapshot that current.json points to; None where that is not whole or its file is gone."""
    facts = _manifest(directory)
    path = directory / str(facts.get("file", ""))
    if not facts or not path.is_file():
        return None
    try:
        return SnapshotRef(
            path=path.resolve(),
            snapshot_id=facts["snapshot_id"],
            taken_at=datetime.fromisoformat(facts["taken_at"]),
            as_of=date.fromisoformat(facts["as_of"]),
            source_label=facts["source_label"],
            is_demo=bool(facts["is_demo"]),
            province_name=facts["province_name"],
            made_of=facts.get("made_of"),
        )
    except (KeyError, TypeError, ValueError):
        return None


def readable(directory: Path, *, opens: Callable[[SnapshotRef], bool]) -> SnapshotRef | None:
    """The snapshot in force; where its file cannot be read, the newest other one that `opens`.

    None where there is no snapshot at all; the unreadable one in force where no other can be read either.
    """
    ref = current(directory)
    if ref is not None and opens(ref):
        return ref
    others = (_described(path, opens=opens) for path in sorted(directory.glob(NAMED), reverse=True))
    return next((other for other in others if other is not None), ref)


def _described(path: Path, *, opens: Callable[[SnapshotRef], bool]) -> SnapshotRef | None:
    """A snapshot by what it says of itself; None where it cannot be read."""
    import duckdb  # who only reads manifests does not need it

    try:
        with duckdb.connect(str(path), read_only=True) as db:
            facts = db.execute(
                "select snapshot_id, taken_at, as_of, source_label, is_demo, province_name from snapshot_info"
            ).fetchone()
    except duckdb.Error:
        return None
    ref = SnapshotRef(path.resolve(), *facts) if facts else None
    return ref if ref is not None and opens(ref) else None


def last_attempt(directory: Path) -> dict[str, Any]:
    """{"at", "ok", "sentence", "failing_since"} of the last refresh; empty before the first.

    failing_since: when the first of the failures since the last good refresh was; None after a good one.
    A file that does not say when it was counts as none.
    """
    attempt = _read_json(directory / ATTEMPT)
    try:
        datetime.fromisoformat(str(attempt["at"]))
        datetime.fromisoformat(str(attempt.get("failing_since") or attempt["at"]))
    except (KeyError, ValueError):
        return {}
    return attempt


def prune(directory: Path, *, older_than: datetime) -> list[str]:
    """Remove snapshots taken before that moment, and what was worked out of them; never the current one.

    An open file stays readable.
    """
    keep = _manifest(directory).get("file")
    gone = []
    for path in sorted(directory.glob(NAMED)):
        taken = _taken_at(path)
        if path.name != keep and taken is not None and taken < older_than:
            path.unlink(missing_ok=True)
            gone.append(path.name)
    for kept in (directory / STORE).glob("*"):
        if not (directory / f"{kept.name}.duckdb").is_file():
            shutil.rmtree(kept, ignore_errors=True)
    return gone


def keep_until(now: datetime, *, days: int) -> datetime:
    """Snapshots taken before this moment may go."""
    return now - timedelta(days=days)


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Replace a small file at once: readers see the old one or the new one."""
    new = path.with_suffix(".json.new")
    with new.open("w", encoding="utf-8") as handle:
        json.dump(content, handle, ensure_ascii=False, indent=1, default=_iso)
        handle.flush()
        os.fsync(handle.fileno())
    new.replace(path)
    to_disk(path.parent)


def disk_hint(error: BaseException) -> str:
    """Why a file could not be written, in a few words."""
    text = str(error).lower()
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in text:
        return messages.HINT_DISK_FULL
    if getattr(error, "errno", None) in (errno.EACCES, errno.EROFS, errno.EPERM) or "permission denied" in text:
        return messages.HINT_NO_WRITE
    return messages.HINT_OTHER.format(kind=type(error).__name__)


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _manifest(directory: Path) -> dict[str, Any]:
    return _read_json(directory / MANIFEST)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _taken_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name.split("-")[1], "%Y%m%dT%H%M%S")  # noqa: DTZ007
    except (ValueError, IndexError):
        return None


def to_disk(path: Path) -> None:
    """Wait until a file or folder is on the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def discard(working: Path) -> None:
    """Remove a working folder."""
    shutil.rmtree(working, ignore_errors=True)
