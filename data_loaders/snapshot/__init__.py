"""The snapshot in force, and taking a new one. Whatever goes wrong, the last good snapshot stays in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from data_loaders import log, messages
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings, local_now
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef, current, last_attempt

__all__ = ["SnapshotRef", "current", "last_attempt", "refresh"]


def refresh(
    settings: Settings, *, progress: Callable[[str], None] = print, now: Callable[[], datetime] = local_now
) -> SnapshotRef:
    """Take a new snapshot and publish it.

    Raises LoaderError (one Vietnamese sentence) when it could not be taken; last_attempt.json then says so.
    """
    from data_loaders.snapshot import building  # what builds is heavy, and who only reads never needs it

    directory = settings.snapshot_dir
    log.start(settings.log_path)
    try:
        with publish.only_one(directory):
            publish.sweep(directory)
            return building.recorded(settings, progress=progress, now=now)
    except OSError as error:
        refused = LoaderError(messages.SNAPSHOT_DIR_FAILED.format(hint=publish.disk_hint(error)))
        refused.entry = log.failed("refresh", error)
        raise refused from None
