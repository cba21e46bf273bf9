"""The log: what was done, for how long, how many; which error, where in the code. Never a value of a row.

An error is told by its kind, the codes a driver gives, and the places it passed (file, line, function), with everything
that led to it. Its message is told only where it is one of this product's own sentences, which hold no value of a row:
those of drivers quote parameters and rows.
"""

from __future__ import annotations

import logging
import re
import secrets
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from data_loaders.messages import ENTRY, LoaderError

LOGGER = logging.getLogger("data_loaders")
LOGGER.propagate = False  # what a library prints of its own goes elsewhere
LOGGER.setLevel(logging.INFO)
FORMAT = "%(asctime)s %(levelname)s %(process)d %(message)s"
Fact = int | float | date | str
_PLAIN = re.compile(r"[A-Za-z0-9_./:-]{1,60}")
_FRAME = re.compile(r'^\s*File "(?P<file>[^"]+)", line (?P<line>\d+), in (?P<name>[\w<>]+)')
_KIND = re.compile(r"^(?P<kind>[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning))(?::|$)")


class _File(logging.FileHandler):
    """Appends to a file; a disk that is full or not to be written must not stop what is logged."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            super().emit(record)
        except OSError:  # it cannot be opened
            return

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name logging calls
        return


def start(path: Path) -> None:
    """Write to that file from now on; a second call with the same path changes nothing."""
    path = path.absolute()
    if any(isinstance(kept, _File) and Path(kept.baseFilename) == path for kept in LOGGER.handlers):
        return
    for kept in LOGGER.handlers[:]:
        LOGGER.removeHandler(kept)
        kept.close()
    handler = _File(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(FORMAT))
    LOGGER.addHandler(handler)


def done(what: str, **facts: Fact) -> None:
    """One line: what was done, and its numbers; a text that is more than a code or a name of a file is left out."""
    LOGGER.info("%s", " ".join([what, *(f"{name}={_fact(value)}" for name, value in facts.items())]))


def failed(what: str, error: BaseException) -> str:
    """The error and all that led to it, under a short number that the user's sentence may name; gives the number."""
    entry = secrets.token_hex(2)
    lines = [f"{what} failed [{entry}]", *(line for each in _chain(error) for line in _told(each))]
    LOGGER.error("%s", "\n  ".join(lines))
    return entry


@contextmanager
def timed(what: str, **facts: Fact) -> Iterator[dict[str, Fact]]:
    """Log what is done inside with its seconds and what is put into the dictionary, or how it failed.

    A LoaderError is given the number of its entry.
    """
    started = time.monotonic()
    try:
        yield (more := dict(facts))
    except LoaderError as error:
        error.entry = error.entry or failed(what, error)
        raise
    done(what, seconds=round(time.monotonic() - started, 1), **more)


def told(error: LoaderError) -> str:
    """The sentence for the user, with the entry where the error is in the log: '… (nhật ký: 7f3a).'"""
    return with_entry(str(error), error.entry)


def with_entry(sentence: str, entry: str | None) -> str:
    """The sentence with the number of an entry of the log before its full stop."""
    return f"{sentence.removesuffix('.')} {ENTRY.format(entry=entry)}." if entry else sentence


def ended(what: str, *, code: int, said: str) -> None:
    """How a process of its own ended: of what it printed to standard error the kinds and places of errors alone."""
    kept = [shown for line in said.splitlines() if (shown := _place_or_kind(line))]
    (LOGGER.info if code == 0 else LOGGER.error)("%s", "\n  ".join([f"{what} ended code={code}", *kept]))


def _place_or_kind(line: str) -> str | None:
    if found := _FRAME.match(line):
        return f"{_short(found['file'])}:{found['line']} {found['name']}"
    return found["kind"] if (found := _KIND.match(line)) else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, then what led to it, also where that is kept from the user with `from None`."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__ or getattr(current, "orig", None)


def _told(error: BaseException) -> Iterator[str]:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    own = f": {error}" if isinstance(error, LoaderError) else ""
    codes = [f"{name}={value}" for name in ("errno", "sqlstate") if (value := _code(error, name))]
    yield " ".join([kind + own, *codes])
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"


def _code(error: BaseException, name: str) -> str | None:
    value = getattr(error, name, None)
    return (
        str(value)
        if isinstance(value, int) or (isinstance(value, str) and re.fullmatch("[0-9A-Z]{5}", value))
        else None
    )


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-3:])


def _fact(value: Fact) -> str:
    return str(value) if not isinstance(value, str) or _PLAIN.fullmatch(value) else "-"
