"""A digest of files: the same only where the same files hold the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path]) -> str | None:
    """64 hexadecimal digits of the names and contents of these files, in any order; None where one cannot be read."""
    whole = hashlib.sha256()
    try:
        for path in sorted(filter(Path.is_file, paths)):
            with path.open("rb") as file:
                whole.update(f"{path}\0".encode() + hashlib.file_digest(file, "sha256").digest())
    except OSError:
        return None
    return whole.hexdigest()
