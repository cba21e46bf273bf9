"""The trail: who looked at what and took what away, as JSON lines of which each holds the hash of the one before.

A record is ``n`` (1, 2, …), ``p`` (hash before, '' for the first), ``at`` (UTC), ``what``, its facts, and ``h``:
SHA-256 of the canonical JSON (sorted keys, no spaces, UTF-8) without ``h``. Files are numbered and never renamed; one
lock file beside them makes writers take turns, in this process and in others. The chain finds a line that was
changed, taken out or moved. A tail cut off, or everything computed anew, is found by an anchor only: the head (n,
hash), kept where the account that writes the trail cannot change it.
"""

from __future__ import annotations

import fcntl
import getpass
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data_loaders import messages
from data_loaders.messages import LoaderError

LARGEST = 16 * 2**20  # bytes after which a new file is begun
LOCK = "trail.lock"
ANCHORS = "trail-anchors.jsonl"
LAST_CHECK = "trail-last-check.json"
FIRST_TAIL = 64 * 2**10
Record = dict[str, Any]


@dataclass
class Checked:
    """A whole chain: how many records, the last hash, and lines that a writer left unfinished (file, line)."""

    records: int = 0
    head: str = ""
    unfinished: list[tuple[str, int]] = field(default_factory=list)


def write(folder: Path, what: str, facts: Mapping[str, object], *, largest: int = LARGEST) -> None:
    """Append one record; it is on the disk when this returns.

    Args:
        what: open, view, file, refused, lock, command.
        facts: texts, whole numbers and dictionaries of them; nothing of a row of the cases.

    Raises:
        LoaderError: it could not be written; what it would have told of must not happen.
    """
    try:
        with _turn(folder):
            _append(
                folder, {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "what": what, **facts}, largest
            )
    except OSError as error:
        raise LoaderError(messages.TRAIL_FAILED) from error


def by_operator(folder: Path | None, what: str, facts: Mapping[str, object]) -> None:
    """As `write`, of a command on the server: who ran it is the operating system's user. None: no trail is kept."""
    if folder is not None:
        write(folder, what, {"operator": getpass.getuser(), **facts})


def check(folder: Path, anchors: Path | None = None) -> Checked:
    """The chain from its first record to its last, and every anchor on it.

    Raises:
        LoaderError: names the first break by file and line, or the anchor the chain does not reach or does not hold.
    """
    try:
        wanted = _anchored(anchors)
        found = Checked()
        for path in _files(folder):
            _follow(path, found, wanted)
    except OSError as error:
        raise LoaderError(messages.TRAIL_UNREADABLE.format(name=Path(error.filename or folder).name)) from error
    if missing := [number for number in wanted if number > found.records]:
        raise LoaderError(messages.TRAIL_CUT.format(last=found.records, anchored=max(missing)))
    return found


def anchor(checked: Checked, anchors: Path) -> None:
    """Add the head of a chain that is whole to the anchors.

    Raises:
        LoaderError: they cannot be written.
    """
    kept = {"n": checked.records, "h": checked.head, "at": datetime.now(UTC).isoformat(timespec="seconds")}
    try:
        _put(_anchor_file(anchors), _canonical(kept))
    except OSError as error:
        raise LoaderError(messages.TRAIL_NO_ANCHOR) from error


def newest(folder: Path, *, before: int | None = None) -> Iterator[Record]:
    """Records from the last to the first, `before` a number; read from the ends of the files in parts, not checked.

    Raises:
        LoaderError: a file cannot be read.
    """
    try:
        for path in reversed(_files(folder)):
            for line in _backwards(path):
                record = _read(line)
                if record and (before is None or record["n"] < before):
                    yield record
    except OSError as error:
        raise LoaderError(messages.TRAIL_UNREADABLE.format(name=Path(error.filename or folder).name)) from error


def note_check(place: Path, said: str, *, whole: bool) -> None:
    """Keep what a check found, beside the anchors.

    Args:
        place: file or folder of the anchors, or the trail's own folder.

    Raises:
        LoaderError: it cannot be written.
    """
    kept = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "whole": whole, "said": said}
    path = _beside(place)
    try:
        new = path.with_suffix(".new")
        new.write_bytes(_canonical(kept))
        new.chmod(0o640)
        new.replace(path)
    except OSError as error:
        raise LoaderError(messages.TRAIL_NO_CHECK) from error


def last_check(place: Path) -> Record | None:
    """at (UTC, ISO), whole, said: what the last check found; None where none is kept or it cannot be read."""
    try:
        found = _json(_beside(place).read_bytes())
    except OSError:
        return None
    return found if found and {"at", "whole", "said"} <= found.keys() else None


def _beside(place: Path) -> Path:
    return (place if place.is_dir() else place.parent) / LAST_CHECK


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One writer at a time; the lock falls with the process that holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _append(folder: Path, facts: Record, largest: int) -> None:
    files = _files(folder)
    last = next((record for path in reversed(files) if (record := _last(path))), None)
    path = files[-1] if files else folder / _name(1)
    if path.exists() and path.stat().st_size >= largest:
        path = folder / _name(int(path.stem.rpartition("-")[2]) + 1)
    begins = {"after": files[-1].name} if files and path != files[-1] else {}
    number, before = (int(last["n"]), str(last["h"])) if last else (0, "")
    record = facts | begins | {"n": number + 1, "p": before}
    _put(path, _canonical(record | {"h": _hash(record)}))


def _put(path: Path, line: bytes) -> None:
    """The line on the disk; half a line of a writer that was killed is closed first."""
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o640)
    try:
        size = os.fstat(handle).st_size
        open_end = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
        whole = b"\n" * open_end + line + b"\n"
        if os.write(handle, whole) != len(whole):
            raise OSError(f"{path.name}: the disk is full")
        os.fsync(handle)
    finally:
        os.close(handle)
    if new:
        _sync(path.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _last(path: Path) -> Record | None:
    """The last whole record of a file; only as much of its end is read as that takes."""
    size, tail = path.stat().st_size, FIRST_TAIL
    while True:
        with path.open("rb") as file:
            file.seek(max(0, size - tail))
            lines = file.read().split(b"\n")
        whole = lines if tail >= size else lines[1:]
        found = next((record for line in reversed(whole) if (record := _read(line))), None)
        if found or tail >= size:
            return found
        tail *= 8


def _backwards(path: Path) -> Iterator[bytes]:
    """The lines of a file from its last to its first, of which one part is held at a time."""
    with path.open("rb") as file:
        at, rest = file.seek(0, os.SEEK_END), b""
        while at > 0:
            size = min(FIRST_TAIL, at)
            at = file.seek(at - size)
            rest, *lines = (file.read(size) + rest).split(b"\n")
            yield from reversed(lines)
        yield rest


def _follow(path: Path, found: Checked, wanted: Mapping[int, str]) -> None:
    with path.open("rb") as file:
        for at, line in enumerate(file, start=1):
            record = _read(line)
            if record is None:
                found.unfinished.append((path.name, at))
            elif why := _broken(record, found, wanted):
                raise LoaderError(messages.TRAIL_BROKEN.format(file=path.name, line=at, why=why))
            else:
                found.records, found.head = record["n"], record["h"]


def _broken(record: Record, before: Checked, wanted: Mapping[int, str]) -> str | None:
    """Why the record does not belong here; None where it does."""
    if record["h"] != _hash({name: value for name, value in record.items() if name != "h"}):
        return messages.TRAIL_CHANGED
    if record["p"] != before.head or record["n"] != before.records + 1:
        return messages.TRAIL_GAP.format(expected=before.records + 1, found=record["n"])
    if wanted.get(record["n"], record["h"]) != record["h"]:
        return messages.TRAIL_REWRITTEN.format(number=record["n"])
    return None


def _anchored(anchors: Path | None) -> dict[int, str]:
    """Hash by number of every anchor; empty where none is kept."""
    if anchors is None:
        return {}
    path = _anchor_file(anchors)
    lines = path.read_bytes().splitlines() if path.exists() else []
    read = [_json(line) for line in lines]
    return {record["n"]: record["h"] for record in read if record and {"n", "h"} <= record.keys()}


def _anchor_file(anchors: Path) -> Path:
    return anchors / ANCHORS if anchors.is_dir() else anchors


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("trail-[0-9]*.jsonl"))


def _name(number: int) -> str:
    return f"trail-{number:06d}.jsonl"


def _read(line: bytes) -> Record | None:
    """A record, whole if perhaps not true; None: half a line, or none at all."""
    record = _json(line)
    return record if record and {"n", "p", "h"} <= record.keys() and isinstance(record["n"], int) else None


def _json(line: bytes) -> Record | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _canonical(record: Record) -> bytes:
    return json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _hash(record: Record) -> str:
    return hashlib.sha256(_canonical(record)).hexdigest()
