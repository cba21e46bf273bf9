"""Half the rows gone since the last snapshot, or a fifth refused: more likely a fault of the source than the truth."""

from __future__ import annotations

import duckdb

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot.publish import SnapshotRef, current

FEWEST = 20
"""Tables that had fewer rows are not judged."""


def judge(db: duckdb.DuckDBPyConnection, settings: Settings, *, source_label: str) -> None:
    """Raise LoaderError when ``stage`` should not be published, unless the settings accept it."""
    if not settings.case_accept_refused:
        refuse_refusals(db)
    if not settings.case_accept_loss:
        refuse(db, current(settings.snapshot_dir), source_label=source_label)


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


def refuse_refusals(db: duckdb.DuckDBPyConnection) -> None:
    """Raise LoaderError when more than a fifth of the rows of a table of ``stage`` were refused."""
    worst = db.execute(
        "select table_name, rows_read, rows_refused from stage.load_log"
        " where rows_read >= ? and rows_refused * 5 > rows_read order by rows_refused / rows_read desc limit 1",
        [FEWEST],
    ).fetchall()
    if not worst:
        return
    table, read, refused = worst[0]
    reason, rows = db.execute(
        "select reason, count(*) from stage.quarantine where table_name = ? group by reason order by 2 desc, 1 limit 1",
        [table],
    ).fetchall()[0]
    raise LoaderError(
        messages.TOO_MANY_REFUSED.format(
            table=table,
            refused=messages.count(refused),
            read=messages.count(read),
            reason=messages.REASONS.get(reason, reason),
            rows=messages.count(rows),
        )
    )


def _accepted(ref: SnapshotRef) -> dict[str, int]:
    try:
        with duckdb.connect(str(ref.path), read_only=True) as db:
            return dict(db.execute("select table_name, rows_accepted from load_log").fetchall())
    except duckdb.Error:
        return {}
