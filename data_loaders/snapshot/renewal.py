"""A running app renews its snapshot: one refresh at a time, as a process of its own at the lowest priority.

Nothing is read or built in the app's process. Two apps on one SNAPSHOT_DIR do not disturb each other: `only_one` lets
one refresh in, the other ends at once with one sentence.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from data_loaders import log
from data_loaders.settings import Settings, local_now
from data_loaders.snapshot.publish import current, last_attempt

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "data_loaders", "refresh")
LOOK_EVERY = 20.0
PAUSE = timedelta(minutes=10)
LOWEST = 19


def is_due(directory: Path, *, minutes: int, now: datetime, pause: timedelta = PAUSE) -> bool:
    """The source was looked at `minutes` ago or earlier (or there is no snapshot, or it is of the future), and no
    attempt failed within the last `pause`."""
    if minutes <= 0:
        return False
    ref, attempt = current(directory), last_attempt(directory)
    if ref is not None and _within(timedelta(minutes=minutes), ref.taken_at, now):
        return False
    went_well = attempt.get("ok", True)
    if not attempt or (went_well and ref is None):
        return True
    at = datetime.fromisoformat(str(attempt["at"]))
    return not _within(timedelta(minutes=minutes) if went_well else pause, at, now)


def _within(time: timedelta, at: datetime, now: datetime) -> bool:
    return timedelta(0) <= now - at < time


def start(
    settings: Settings,
    *,
    look_every: float = LOOK_EVERY,
    pause: timedelta = PAUSE,
    then: Callable[[], object] | None = None,
) -> threading.Thread | None:
    """The thread that renews for as long as the process runs; None where SNAPSHOT_RENEW_MINUTES is 0.

    then: what is done each time this app has put a new snapshot in place; not after a look that found nothing new.
    """
    if settings.snapshot_renew_minutes <= 0:
        return None
    thread = threading.Thread(
        target=_watch, args=(settings, look_every, pause, local_now, then), name="snapshot-renewal", daemon=True
    )
    thread.start()
    return thread


def _watch(
    settings: Settings,
    look_every: float,
    pause: timedelta,
    now: Callable[[], datetime],
    then: Callable[[], object] | None,
) -> None:
    quiet = threading.Event()
    while True:
        try:
            before = current(settings.snapshot_dir)
            due = is_due(settings.snapshot_dir, minutes=settings.snapshot_renew_minutes, now=now(), pause=pause)
            done = not due or refresh_beside(log_file=settings.log_path) == 0
            if then and done and current(settings.snapshot_dir) != before:
                then()
        except OSError:  # SNAPSHOT_DIR does not answer; the thread must outlive that
            done = False
        quiet.wait(look_every if done else max(look_every, pause.total_seconds()))


def refresh_beside(*, log_file: Path | None = None) -> int:
    """One refresh in a process of its own; gives its exit code.

    What went wrong it leaves in last_attempt.json; how it ended is in the log, and the places of any error it printed.
    """
    log.start(log_file or Settings().log_path)
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    try:
        process = subprocess.Popen(  # noqa: S603
            COMMAND,
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
        )
    except OSError as error:
        log.failed("renewal", error)
        return 1
    _lowest_priority(process.pid)
    _, said = process.communicate()
    log.ended("renewal", code=process.returncode, said=said)
    return process.returncode


def _lowest_priority(pid: int) -> None:
    """Viewers go first; threads begun later inherit it."""
    try:
        os.setpriority(os.PRIO_PROCESS, pid, LOWEST)
    except OSError:  # it has ended already
        return
