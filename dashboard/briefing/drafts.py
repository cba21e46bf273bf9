"""An officer's draft of one period's meeting as a file: on the server, or carried by hand.

A draft is JSON: the note's `order drop notes worded added said`, whose it is, when it was kept, and a number that grows
by one each time, so that who began from an older one is told. Only the account of the server reads it (0600).
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dashboard.briefing.agenda import Concluding, Note, Reworded
from dashboard.words import drafts as words

KIND = "ban-nhap-giao-ban"
LARGEST = 512 * 1024
BAD = (ValueError, KeyError, TypeError, AttributeError)


class DraftError(Exception):
    """The draft cannot be used; one Vietnamese sentence."""


@dataclass(frozen=True)
class Draft:
    """What stands of one period; `at` is None where nothing was kept yet."""

    period: str
    calendar: str
    note: Note = Note()  # noqa: RUF009 - it is frozen
    by: str = ""
    at: dt.datetime | None = None
    number: int = 0


class Overtaken(Exception):  # noqa: N818 - it is no error of the program
    """Somebody kept another draft meanwhile."""

    def __init__(self, other: Draft) -> None:
        super().__init__(other.number)
        self.other = other


def as_facts(note: Note) -> dict[str, Any]:
    """The note as it stands in JSON."""
    return {
        "order": list(note.order),
        "drop": list(note.drop),
        "notes": dict(note.notes or {}),
        "worded": {name: list(written) for name, written in (note.worded or {}).items()},
        "added": [list(written) for written in note.added],
        "said": {name: list(written) for name, written in (note.said or {}).items()},
    }


def as_note(given: Mapping[str, Any]) -> Note:
    """The note of these facts, each optional. Raises one of `BAD` where they are none."""
    return Note(
        tuple(str(name) for name in given.get("order", [])),
        tuple(str(name) for name in given.get("drop", [])),
        {str(name): str(text) for name, text in given.get("notes", {}).items()} or None,
        {str(name): Concluding(*map(str, parts)) for name, parts in given.get("worded", {}).items()} or None,
        tuple(Concluding(*map(str, parts)) for parts in given.get("added", [])),
        {str(name): Reworded(*map(str, parts)) for name, parts in given.get("said", {}).items()} or None,
    )


def is_untouched(note: Note) -> bool:
    """Nothing of the officer's is in it."""
    return as_facts(note) == as_facts(Note())


def as_bytes(draft: Draft) -> bytes:
    """The file of a draft."""
    facts = {
        "kind": KIND,
        "period": draft.period,
        "calendar": draft.calendar,
        "by": draft.by,
        "at": draft.at.isoformat(timespec="seconds") if draft.at else None,
        "number": draft.number,
        **as_facts(draft.note),
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode()


def parsed(content: bytes) -> Draft:
    """The draft in these bytes. Raises DraftError."""
    try:
        if len(content) > LARGEST:
            raise ValueError(len(content))
        given = json.loads(content.decode("utf-8"))
        if given["kind"] != KIND:
            raise ValueError(given["kind"])
        at = dt.datetime.fromisoformat(given["at"]) if given.get("at") else None
        names = (str(given["period"]), str(given["calendar"]))
        return Draft(*names, as_note(given), str(given.get("by", "")), at, int(given.get("number", 0)))
    except BAD as error:
        raise DraftError(words.BROKEN) from error


def read(folder: Path, period: str, calendar: str) -> Draft:
    """What is kept of that period; an empty draft where nothing is. Raises DraftError, OSError."""
    path = _path(folder, period, calendar)
    return parsed(path.read_bytes()) if path.is_file() else Draft(period, calendar)


def keep(folder: Path, draft: Draft, *, over: bool = False) -> Draft:
    """Write the next one of that period at once or not at all; gives it with its number.

    Args:
        draft: its number is that of the draft the officer began from.
        over: whatever stands there.

    Raises:
        Overtaken: another stands there than the officer began from.
        DraftError: what stands there cannot be read.
        OSError: it could not be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "drafts.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        there = Draft(draft.period, draft.calendar) if over else read(folder, draft.period, draft.calendar)
        if not over and there.number != draft.number:
            raise Overtaken(there)
        made = replace(draft, number=draft.number + 1)
        _put(_path(folder, draft.period, draft.calendar), as_bytes(made))
    return made


def _path(folder: Path, period: str, calendar: str) -> Path:
    return folder / f"{period}-{calendar}.json"


def _put(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
