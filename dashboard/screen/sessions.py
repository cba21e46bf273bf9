"""What several app processes must know of a session: ended, tried to renew, sent in vain, at the identity service
just now and unasked, last used, shown for long, where it wanted to go.

Small files in a folder that all of them share, named by a hash, so that no name of a person stands on the disk.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from data_loaders.settings import configured

DAY = 86_400.0
LIFE = {
    "ended": 31 * DAY,
    "tried": DAY,
    "used": DAY,
    "visit": 400 * DAY,
    "link": 600.0,
    "unreached": 120.0,
    "shown": 120.0,
    "unasked": 60.0,
    "away": 6.0,
}
"""How long each sort is kept, in seconds; the browser keeps an identity for 30 days."""
MOST = 5000


def put(sort: str, key: Sequence[object], text: str = "") -> None:
    """Note it, whole or not at all; what is too old goes, and of too many the oldest."""
    path = _path(sort, key)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
    _prune(path.parent, LIFE[sort])


def age(sort: str, key: Sequence[object]) -> float | None:
    """Seconds since it was noted; None: it was not, or too long ago."""
    try:
        seconds = time.time() - _path(sort, key).stat().st_mtime
    except FileNotFoundError:
        return None
    return seconds if seconds <= LIFE[sort] else None


def noted(sort: str, key: Sequence[object]) -> str | None:
    """The text that was noted; None as in `age`."""
    if age(sort, key) is None:
        return None
    try:
        return _path(sort, key).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None


def take(sort: str, key: Sequence[object]) -> str | None:
    """The text, once."""
    text = noted(sort, key)
    _path(sort, key).unlink(missing_ok=True)
    return text


def _path(sort: str, key: Sequence[object]) -> Path:
    name = hashlib.sha256("\0".join(map(str, key)).encode()).hexdigest()
    return configured().access_dir / sort / name


def _prune(folder: Path, life: float) -> None:
    found = sorted(((_noted_at(path), path) for path in folder.glob("[!.]*")), reverse=True)
    old = [path for at, path in found if time.time() - at > life]
    for path in {*old, *(path for _, path in found[MOST:])}:
        path.unlink(missing_ok=True)


def _noted_at(path: Path) -> float:
    """As 0 where another process has just taken it away."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
