"""Hand-overs of the standard tables as files: one file, or one sheet of a workbook, is one table."""

from __future__ import annotations

from pathlib import Path

from data_loaders import messages
from data_loaders.contract.text import heading
from data_loaders.messages import LoaderError


def file_of(folder: Path, table: str, suffixes: tuple[str, ...]) -> Path | None:
    """The file of that table, however its name is written. Raises LoaderError where there are two."""
    found = [path for path in folder.iterdir() if path.suffix.lower() in suffixes and heading(path.stem) == table]
    if len(found) > 1:
        names = ", ".join(sorted(path.name for path in found))
        raise LoaderError(messages.FILE_TWICE.format(table=table, names=names))
    return found[0] if found else None
