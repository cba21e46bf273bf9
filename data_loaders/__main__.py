"""``python -m data_loaders`` COMMAND: exit 0 when done, 1 with one Vietnamese sentence when not."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from contextlib import suppress
from functools import partial

from pydantic import ValidationError

from data_loaders import log, messages, snapshot, trail
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings, local_now


def settings_from_environment() -> Settings:
    """The settings, or a LoaderError that names the variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).upper()
        raise LoaderError(messages.BAD_SETTING.format(name=name)) from None


def _refresh(_: argparse.Namespace) -> None:
    snapshot.refresh(settings_from_environment(), progress=partial(print, flush=True))


def _share(_: argparse.Namespace) -> None:
    from data_loaders.snapshot import publish, sharing

    settings = settings_from_environment()
    ref = snapshot.current(settings.snapshot_dir)
    if ref is None:
        raise LoaderError(messages.NO_SNAPSHOT)
    if settings.analytics_url is None:
        raise LoaderError(messages.NO_ANALYTICS)
    with publish.only_one(settings.snapshot_dir):
        loaded = sharing.share(settings.analytics_url, ref)
    print((messages.SHARED if loaded else messages.SHARED_BEFORE).format(name=ref.path.name))


def _status(asked: argparse.Namespace) -> None:
    from data_loaders.snapshot import status

    print(status.report(settings_from_environment(), as_json=asked.json))


def _check(asked: argparse.Namespace) -> None:
    from data_loaders.snapshot import checking
    from data_loaders.sources.source import open_source

    settings = settings_from_environment()
    source = open_source(settings)
    findings = []
    with checking.stage() as db:
        for finding in checking.look(source, db, as_of=settings.as_of(), limit=asked.limit):
            findings.append(finding)
            print("\n".join(checking.words(finding)))
        source.close()
        if stopped := sum(finding.failure is not None for finding in findings):
            raise LoaderError(messages.CHECK_BAD.format(count=stopped))
        if not all(finding.whole for finding in findings):
            print(messages.CHECK_PARTLY.format(limit=messages.count(asked.limit)))
            return
        for line in checking.rehearse(db, settings, source_label=source.label):
            print(line)
    print(messages.CHECK_GOOD)


def _lock(asked: argparse.Namespace) -> None:
    from data_loaders.snapshot import locks

    settings = settings_from_environment()
    ref = snapshot.current(settings.snapshot_dir)
    if ref is None:
        raise LoaderError(messages.NO_SNAPSHOT)
    made = locks.lock(
        settings.snapshot_dir,
        ref,
        code=asked.period,
        calendar=asked.calendar,
        by=asked.by or getpass.getuser(),
        now=local_now(),
    )
    trail.by_operator(
        settings.trail_dir, "lock", {"period": made.code, "calendar": made.calendar, "by": made.locked_by}
    )
    days = {"start": f"{made.start_on:%d/%m/%Y}", "end": f"{made.end_on:%d/%m/%Y}"}
    rows = messages.count(sum(made.rows.values()))
    print(messages.LOCKED.format(code=made.code, files=len(made.rows), rows=rows, by=made.locked_by, **days))


def _trail(asked: argparse.Namespace) -> None:
    settings = settings_from_environment()
    if settings.trail_dir is None:
        raise LoaderError(messages.NO_TRAIL)
    place = settings.trail_anchor or settings.trail_dir
    try:
        found = trail.check(settings.trail_dir, settings.trail_anchor)
    except LoaderError as broken:
        with suppress(LoaderError):  # the break is what must be told
            trail.note_check(place, str(broken), whole=False)
        raise
    for file, line in found.unfinished:
        print(messages.TRAIL_UNFINISHED.format(file=file, line=line))
    if asked.anchor:
        if settings.trail_anchor is None:
            raise LoaderError(messages.NO_ANCHOR)
        trail.anchor(found, settings.trail_anchor)
    said = messages.TRAIL_WHOLE.format(count=messages.count(found.records), head=found.head)
    if asked.anchor or settings.trail_anchor is None:
        trail.note_check(place, said, whole=True)
    print(said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data_loaders", description=messages.HELP)
    commands = parser.add_subparsers(required=True, metavar=messages.COMMAND)
    commands.add_parser("refresh", help=messages.HELP_REFRESH).set_defaults(run=_refresh)
    commands.add_parser("share", help=messages.HELP_SHARE).set_defaults(run=_share)
    shown = commands.add_parser("status", help=messages.HELP_STATUS)
    shown.add_argument("--json", action="store_true", help=messages.HELP_JSON)
    shown.set_defaults(run=_status)
    looked = commands.add_parser("check", help=messages.HELP_CHECK)
    looked.add_argument("--limit", type=int, default=10_000, help=messages.HELP_LIMIT)
    looked.set_defaults(run=_check)
    locked = commands.add_parser("lock", help=messages.HELP_LOCK)
    locked.add_argument("period", metavar=messages.PERIOD, help=messages.HELP_PERIOD)
    locked.add_argument(
        "--calendar", choices=("inspectorate", "calendar"), default="inspectorate", help=messages.HELP_CALENDAR
    )
    locked.add_argument("--by", metavar="AI", help=messages.HELP_BY)
    locked.set_defaults(run=_lock)
    trailed = commands.add_parser("trail", help=messages.HELP_TRAIL)
    trailed.add_argument("--anchor", action="store_true", help=messages.HELP_ANCHOR)
    trailed.set_defaults(run=_trail)
    commands.add_parser("geography", help=messages.HELP_GEOGRAPHY, add_help=False)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["geography"]:
        from data_loaders.geography import command as geography

        return geography.main(given[1:])
    asked = _parser().parse_args(given)
    try:
        _start_log()
        asked.run(asked)
    except LoaderError as error:
        print(log.told(error), file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        print(log.with_entry(messages.UNEXPECTED, log.failed("command", error)), file=sys.stderr)
        return 1
    return 0


def _start_log() -> None:
    log.start(settings_from_environment().log_path)


if __name__ == "__main__":
    sys.exit(main())
