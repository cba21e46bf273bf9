"""What stands behind the pages: source, folders, disk, snapshot, locks, trail."""

from __future__ import annotations

import datetime as dt
import errno
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dashboard.doctor.finding import Finding, absent
from dashboard.words import doctor as words
from dashboard.words import numbers as vi
from data_loaders import trail
from data_loaders.contract.tables import TABLES
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import checking, current, last_attempt, locks, status
from data_loaders.sources.source import Source, open_source

OLD_HOURS = 26
LEAST_MB = 500
MB = 2**20
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def source(settings: Settings) -> Iterator[Finding]:
    """Reachable, read-only, every table that must be there with the columns it must have."""
    if settings.is_demo:
        yield absent("source", words.DEMO)
        return
    try:
        opened = open_source(settings)
    except LoaderError as error:
        yield Finding("source", str(error), words.SOURCE_DO)
        return
    yield Finding("source", words.SOURCE_GOOD.format(label=opened.label))
    yield _tables(opened)
    opened.close()


def _tables(opened: Source) -> Finding:
    missing, needed = 0, sum(not table.optional for table in TABLES)
    try:
        for table in TABLES:
            offered = opened.columns(table.name)
            missing += offered is None
            if why := checking.unusable(table, offered):
                return Finding("tables", why, words.TABLES_DO)
    except LoaderError as error:
        return Finding("tables", str(error), words.TABLES_DO)
    return Finding("tables", words.TABLES_GOOD.format(count=needed, others=missing))


def folders(settings: Settings) -> Iterator[Finding]:
    """Every folder the app writes: it can, there is room, and not everybody on the machine may. Nothing stays."""
    places = [settings.snapshot_dir, settings.access_dir, settings.log_path.parent, settings.trail_dir]
    named = list(dict.fromkeys(place for place in places if place))
    said = {place: why for place in named if (why := _why_not(place))}
    for place, why in said.items():
        yield Finding(
            "folders", why.format(name=place), words.FULL_DO if why == words.FOLDER_FULL else words.FOLDERS_DO
        )
    if not said:
        yield Finding("folders", words.FOLDERS_GOOD.format(names=", ".join(map(str, named))))


def _why_not(place: Path) -> str | None:
    """Tried in the folder, or in the nearest above it where it is not there yet."""
    there = next(each for each in (place.absolute(), *place.absolute().parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(bytes(MB))
    except OSError as error:
        return words.FOLDER_FULL if error.errno in FULL else words.FOLDER_BAD
    return words.FOLDER_OPEN if there == place.absolute() and there.stat().st_mode & stat.S_IWOTH else None


def disk(settings: Settings) -> Iterator[Finding]:
    """Room for three snapshots."""
    place = settings.snapshot_dir
    if not place.is_dir():
        return
    ref = current(place)
    need = max(LEAST_MB, 3 * (ref.path.stat().st_size if ref else 0) // MB)
    free = shutil.disk_usage(place).free // MB
    told = {"free": vi.count(free), "need": vi.count(need)}
    if free < need:
        yield Finding("disk", words.DISK_BAD.format(**told), words.DISK_DO)
    else:
        yield Finding("disk", words.DISK_GOOD.format(**told))


def snapshot(settings: Settings, *, now: dt.datetime) -> Iterator[Finding]:
    """There, whole, not too old, and the last attempt went well."""
    try:
        known = status.facts(settings.snapshot_dir)
    except LoaderError as error:
        yield Finding("snapshot", str(error), words.SNAPSHOT_DO)
        return
    taken, as_of = known["taken_at"], vi.date(known["as_of"])
    told = vi.moment(taken)
    attempt = last_attempt(settings.snapshot_dir)
    if taken > now + dt.timedelta(minutes=2):
        yield Finding("snapshot", words.SNAPSHOT_AHEAD.format(taken=told), words.AHEAD_DO)
    elif attempt and not attempt["ok"]:
        yield Finding("snapshot", words.SNAPSHOT_FAILED.format(sentence=attempt["sentence"]), words.SNAPSHOT_DO)
    elif now - taken > dt.timedelta(hours=OLD_HOURS) and not known["is_demo"]:
        yield Finding("snapshot", words.SNAPSHOT_OLD.format(taken=told, hours=OLD_HOURS), words.SNAPSHOT_DO)
    else:
        yield Finding("snapshot", words.SNAPSHOT_GOOD.format(as_of=as_of, taken=told))


def kept(settings: Settings) -> Iterator[Finding]:
    """Locks as they were made, and the trail without a break up to its anchors."""
    found = locks.listed(settings.snapshot_dir)
    if damaged := [lock.code for lock in found if lock.damaged]:
        yield Finding("locks", words.LOCKS_BAD.format(codes=", ".join(damaged)), words.LOCKS_DO)
    elif found:
        yield Finding("locks", words.LOCKS_GOOD.format(count=len(found)))
    else:
        yield absent("locks", words.LOCKS_NONE)
    yield _trail(settings)


def _trail(settings: Settings) -> Finding:
    if settings.trail_dir is None:
        return absent("trail", words.TRAIL_ABSENT)
    try:
        records = trail.check(settings.trail_dir, settings.trail_anchor).records
    except LoaderError as error:
        return Finding("trail", str(error), words.TRAIL_DO)
    told = words.TRAIL_GOOD if settings.trail_anchor else words.TRAIL_UNANCHORED
    return Finding("trail", told.format(count=vi.count(records)))
