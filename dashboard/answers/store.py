"""Answers kept on the disk beside their snapshot, for every process of the machine and after a restart.

SNAPSHOT_DIR/store/<snapshot>/<key>: an Arrow table behind its checksum. A key holds the snapshot's file, the viewer's
reach, the question with what was asked, and the program that answered. What is damaged, gone or of another program is
worked out anew; what cannot be written is not kept. Nothing is read from it that could run.
"""

from __future__ import annotations

import ast
import datetime as dt
import hashlib
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from dashboard.answers.cache import Key, Made
from data_loaders.settings import configured
from data_loaders.snapshot.publish import NAMED, STORE
from queries import question

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("dashboard", "queries", "data_loaders")
WRITTEN_IN = (".py", ".sql", ".csv")
MOST_BYTES = 256 * 2**20
MOST_CELLS = 200_000
COUNT_EVERY = 50
PAUSE = 60.0
DIGEST = 32
MISSING: dict[str, object] = {"float": float("nan"), "NoneType": None, "NAType": pd.NA, "NaTType": pd.NaT}
PLAIN = frozenset({"Int64", "boolean", "float64", "str", "datetime64[us]"})
TOLD = frozenset({"question", "taken"})
ATTRS, OBJECTS = b"attrs", b"objects"


class Store:
    """Keeps tables that answer questions; everything else passes through.

    Args:
        most: bytes it may hold of all snapshots together, about; what was used longest ago goes first.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._written = 0
        self._quiet_until = 0.0

    def remember(self, key: Key, make: Callable[[], Made], *, most: int | None = None) -> Made:
        """What is kept under the key, otherwise what is made. `most` is of no account here: the bound is in bytes."""
        path = _path(key)
        if path is None:
            return make()
        found = _read(path)
        if found is not None:
            return found  # type: ignore[return-value]
        made = make()
        if isinstance(made, pd.DataFrame) and time.monotonic() >= self._quiet_until:
            self._keep(path, made)
        return made

    def _keep(self, path: Path, frame: pd.DataFrame) -> None:
        """Whole or not at all; where the disk is full or may not be written, it is left alone for a while."""
        body = _packed(frame) if frame.size <= MOST_CELLS else None
        if body is None:
            return
        try:
            _put(path, body)
            if self._written % COUNT_EVERY == 0:
                thin(path.parents[1], most=self._most)
            self._written += 1
        except OSError:
            self._quiet_until = time.monotonic() + PAUSE


def thin(folder: Path, *, most: int) -> None:
    """Where there is more than `most` bytes, a fifth of that goes, what was used longest ago first. Raises OSError."""
    found = sorted(((each.stat(), each) for each in folder.glob("*/*")), key=lambda each: each[0].st_mtime)
    held = sum(stat.st_size for stat, _ in found)
    if held <= most:
        return
    for stat, path in found:
        if held <= most * 4 // 5:
            return
        path.unlink(missing_ok=True)
        held -= stat.st_size


@cache
def program() -> str:
    """What answers: every source file and rule, the province's own rules, the packages that count."""
    folders = [ROOT / name for name in PROGRAM] + [folder for folder in [configured().rules_dir] if folder]
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in WRITTEN_IN)
    digest = hashlib.blake2b(repr([version(name) for name in ("duckdb", "pandas", "pyarrow")]).encode())
    for path in files:
        digest.update(f"\0{path}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _path(key: Key) -> Path | None:
    """Where the answer to a question is kept; None for what is none, and for what is not of a published snapshot."""
    if len(key) < 2 or key[0] not in _questions() or not _is_plain(key):
        return None
    snapshot = Path(str(key[1]))
    if not snapshot.match(NAMED):
        return None
    try:
        stat = snapshot.stat()
        told = repr((program(), snapshot.name, stat.st_size, stat.st_mtime_ns, key[0], key[2:]))
    except OSError:
        return None
    name = hashlib.blake2b(told.encode(), digest_size=DIGEST).hexdigest()
    return snapshot.parent / STORE / snapshot.stem / name


@cache
def _questions() -> frozenset[str]:
    return frozenset(question.names())


def _is_plain(value: object) -> bool:
    """Whether it is written the same way whenever it is the same."""
    if isinstance(value, tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, (str, int, float, dt.date))


def _read(path: Path) -> pd.DataFrame | None:
    try:
        text = path.read_bytes()
    except OSError:
        return None
    if text[:DIGEST] != _sum(path, text[DIGEST:]):
        return None
    with suppress(OSError):  # a store that may only be read
        os.utime(path)
    return _unpacked(text[DIGEST:])


def _sum(path: Path, body: bytes) -> bytes:
    """Of the content under this name: a file moved to another name is damaged."""
    return hashlib.blake2b(path.name.encode() + body, digest_size=DIGEST).digest()


def _put(path: Path, body: bytes) -> None:
    for folder in (path.parents[1], path.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_sum(path, body) + body)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _packed(frame: pd.DataFrame) -> bytes | None:
    """None where the same table would not come back."""
    try:
        table = pa.Table.from_pandas(frame)
        told = {ATTRS: frame.attrs, OBJECTS: {name: _missing(frame[name]) for name in _objects(frame)}}
        written = {name: repr(value).encode() for name, value in told.items()}
        table = table.replace_schema_metadata({**(table.schema.metadata or {}), **written})
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
            writer.write_table(table)
        body = bytes(sink.getvalue())
        return body if _is_plain_frame(frame) or _is_same(_unpacked(body), frame) else None
    except (pa.ArrowException, ValueError, SyntaxError, TypeError):
        return None


def _unpacked(body: bytes) -> pd.DataFrame:
    table = pa.ipc.open_stream(body).read_all()
    frame = table.to_pandas()
    attrs, objects = (ast.literal_eval(table.schema.metadata[name].decode()) for name in (ATTRS, OBJECTS))
    for name, missing in objects.items():
        cells = frame[name].astype(object)
        frame[name] = cells.where(cells.notna(), MISSING[missing])
    frame.attrs = attrs
    return frame


def _is_plain_frame(frame: pd.DataFrame) -> bool:
    """Whether it comes back by its types alone, so that nobody needs to look: a test reads every answer back."""
    return (
        set(map(str, frame.dtypes)) <= PLAIN
        and type(frame.index) is pd.RangeIndex
        and frame.attrs.keys() <= TOLD
        and all(type(value) is str for value in frame.attrs.values())
    )


def _objects(frame: pd.DataFrame) -> list[str]:
    return [str(name) for name in frame.columns if frame[name].dtype == object]


def _missing(cells: pd.Series) -> str:
    """How a column of objects says that there is nothing."""
    kinds = {type(cell).__name__ for cell in cells[cells.isna()]}
    return kinds.pop() if len(kinds) == 1 else "float"


def _is_same(found: pd.DataFrame, frame: pd.DataFrame) -> bool:
    kinds = all(_kinds(found[name]) == _kinds(frame[name]) for name in _objects(frame))
    return kinds and found.equals(frame) and found.dtypes.equals(frame.dtypes) and found.attrs == frame.attrs


def _kinds(cells: Any) -> list[type]:
    return [type(cell) for cell in cells]
