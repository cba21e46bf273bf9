"""python -m dashboard.exports PERIOD [--calendar inspectorate] [--format text|docx|pptx|xlsx] [--out FILE]

Writes the briefing of a period. Exit 0 when written; 1 with one Vietnamese sentence and nothing written otherwise.
Without --out the text goes to standard output.
"""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import hashlib
import json
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from dashboard.answers.answers import Answers
from dashboard.briefing import Note, drafts
from dashboard.exports import pack
from dashboard.exports.stamp import find_lock, lock_line
from dashboard.exports.template import TemplateError
from dashboard.words import drafts as draft_words
from dashboard.words import files as words
from dashboard.words import numbers as vi
from data_loaders import log, messages, trail
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings, local_now
from data_loaders.snapshot import SnapshotRef, current, locks
from queries.analytics import serving
from queries.errors import QueryError
from queries.operators import Operator, operator
from queries.periods import Period, PeriodError, parse, rules_of


class CommandError(Exception):
    """One Vietnamese sentence for the person at the keyboard."""


def main(argv: list[str] | None = None) -> int:
    started = time.monotonic()
    log.start(Settings().log_path)
    try:
        args = _parser().parse_args(argv)
        asks = operator(Settings().access_roles, args.role)
        asks.must_take_briefings()
        made = _make(args, asks, at=local_now())
        _tell(args, asks, made)
        if args.out is None:
            sys.stdout.write(made.decode())
            return 0
        _write(args.out, made)
    except (CommandError, LoaderError, PeriodError, QueryError, TemplateError) as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:
        print(log.with_entry(messages.UNEXPECTED, log.failed("export", error)), file=sys.stderr)
        return 1
    seconds = vi.number(time.monotonic() - started)
    print(words.WRITTEN.format(path=args.out, size=vi.count(len(made) / 1024), seconds=seconds), file=sys.stderr)
    return 0


def _tell(args: argparse.Namespace, asks: Operator, made: bytes) -> None:
    """The trail is told before the file is there."""
    facts = {
        "role": asks.role,
        "page": "briefing",
        "view": {"ky": args.period, "lich": args.calendar},
        "file": args.out.name if args.out else args.format,
        "bytes": len(made),
        "sha256": hashlib.sha256(made).hexdigest(),
    }
    trail.by_operator(Settings().trail_dir, "file", facts)


def _make(args: argparse.Namespace, asks: Operator, *, at: dt.datetime) -> bytes:
    if args.out is None and args.format != "text":
        raise CommandError(words.NO_OUT.format(format=args.format))
    directory = Path(Settings().snapshot_dir)
    ref = current(directory)
    if ref is None:
        raise CommandError(words.NO_SNAPSHOT)
    period = parse(args.period, calendar=args.calendar, rules=rules_of(serving(ref.path)))
    note = _note(args.notes, period)
    order = pack.Order(
        args.format, args.layout, args.template, args.units, asks.counts_denunciations, args.all_forms, note
    )
    with tempfile.TemporaryDirectory() as folder:
        path, snapshot_id = _source(args, period, ref, into=Path(folder))
        return pack.build(
            Answers(serving(path), replace(asks.scope, viewer=args.by)),
            period,
            order=order,
            author=args.by,
            exported_at=at,
            lock=lock_line(directory, period, snapshot_id=snapshot_id),
        )


def _source(args: argparse.Namespace, period: Period, ref: SnapshotRef, *, into: Path) -> tuple[Path, str]:
    """The file to ask and its snapshot's id: today's, or with --locked the one kept when the period was locked."""
    if not args.locked:
        return ref.path, ref.snapshot_id
    locked = find_lock(ref.path.parent, period)
    if locked is None:
        raise CommandError(words.NO_LOCK.format(code=period.code))
    return locks.open_locked(locked, into=into), locked.snapshot_id


def _note(path: Path | None, period: Period) -> Note:
    """A draft's file, of this period alone, or JSON of any of its parts (`dashboard/briefing/drafts.py`)."""
    if path is None:
        return Note()
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
        theirs, note = given.get("period", period.code), drafts.as_note(given)
    except (OSError, *drafts.BAD) as error:
        raise CommandError(words.BAD_NOTES.format(path=path)) from error
    if (theirs, given.get("calendar", period.calendar)) != (period.code, period.calendar):
        raise CommandError(draft_words.OTHER_PERIOD.format(theirs=theirs, ours=period.code))
    return note


def _write(path: Path, made: bytes) -> None:
    """The whole file at once or nothing."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).chmod(0o640)
        Path(name).replace(path)
    except OSError as error:
        why = {FileNotFoundError: words.NO_FOLDER, PermissionError: words.NO_RIGHT}.get(
            type(error), type(error).__name__
        )
        raise CommandError(words.NOT_WRITTEN.format(path=path, why=why)) from error


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise CommandError(words.BAD_COMMAND)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m dashboard.exports", description=__doc__, allow_abbrev=False)
    parser.add_argument("period", help="2026-Q3, 2026-H1, 2026-9M, 2026-Y, 2026-M05, 2025-08-01..2026-07-31")
    parser.add_argument("--calendar", default="inspectorate", choices=["inspectorate", "calendar"])
    parser.add_argument("--format", default="text", choices=pack.FORMATS)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--layout", default="party", choices=pack.LAYOUTS)
    parser.add_argument("--template", type=Path)
    parser.add_argument("--units", default="agency", choices=pack.UNITS, help="rows of the official forms")
    parser.add_argument("--all-forms", action="store_true", help="forms of every circular, not only those in force")
    parser.add_argument(
        "--notes", type=Path, help="a draft, or JSON of its parts: order, drop, notes, worded, added, said"
    )
    parser.add_argument("--locked", action="store_true", help="the figures as they were locked")
    parser.add_argument("--role", help="a role to act in, as in the file of roles")
    parser.add_argument("--by", default=getpass.getuser(), help="who exports it")
    return parser


if __name__ == "__main__":
    sys.exit(main())
