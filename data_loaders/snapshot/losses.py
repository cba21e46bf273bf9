"""Half the rows gone since the last snapshot is more likely a fault of the source than the truth."""

from __future__ import annotations

import duckdb

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.snapshot.publish import SnapshotRef

FEWEST = 20
"""Tables that had fewer rows are not judged."""


def refuse(db: duckdb.DuckDBPyConnection, last: SnapshotRef | None, *, source_label: str) -> None:
    """Raise LoaderError when a table of ``stage`` has less than half the accepted rows of the last snapshot.

    Only snapshots of the same source are compared; a last one that cannot be read is no measure.
    """
    if last is None or last.source_label != source_label:
        return
    before = _accepted(last)
    for table, now in db.execute("select table_name, rows_accepted from stage.load_log").fetchall():
        had = before.get(table, 0)
        if had >= FEWEST and now * 2 < had:
            raise LoaderError(
                messages.HALF_GONE.format(table=table, now=messages.count(now), before=messages.count(had))
            )


def _accepted(ref: SnapshotRef) -> dict[str, int]:
    try:
        with duckdb.connect(str(ref.path), read_only=True) as db:
            return dict(db.execute("select table_name, rows_accepted from load_log").fetchall())
    except duckdb.Error:
        return {}
