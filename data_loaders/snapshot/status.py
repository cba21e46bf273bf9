"""What is there: the snapshot in force, what was read and what was refused, the last attempt, the locks."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import Settings
from data_loaders.snapshot import locks
from data_loaders.snapshot.publish import current, last_attempt


def facts(directory: Path) -> dict[str, Any]:
    """Everything `status --json` prints.

    as_of, taken_at, source, snapshot_id, province, is_demo; rows_read, rows_accepted, rows_quarantined in all;
    tables: per table present, read, accepted, quarantined; quarantine: rows by reason; left_out: single values by
    table.column and reason; last_attempt; locks.
    Raises LoaderError where there is no snapshot or its file is damaged.
    """
    ref = current(directory)
    if ref is None:
        raise LoaderError(messages.NO_SNAPSHOT)
    try:
        with duckdb.connect(str(ref.path), read_only=True) as db:
            log = db.execute(
                "select table_name, is_present, rows_read, rows_accepted, rows_refused from load_log"
            ).fetchall()
            reasons = db.execute(
                "select reason, count(*) from quarantine group by reason order by count(*) desc, reason"
            ).fetchall()
            left_out = db.execute(
                "select table_name, column_name, reason, count(*) from left_out group by all order by all"
            ).fetchall()
    except duckdb.Error:
        raise LoaderError(messages.BAD_SNAPSHOT.format(name=ref.path.name)) from None
    return {
        "as_of": ref.as_of,
        "taken_at": ref.taken_at,
        "source": ref.source_label,
        "snapshot_id": ref.snapshot_id,
        "province": ref.province_name,
        "is_demo": ref.is_demo,
        "rows_read": sum(row[2] for row in log),
        "rows_accepted": sum(row[3] for row in log),
        "rows_quarantined": sum(row[4] for row in log),
        "tables": {
            name: {"present": present, "read": read, "accepted": accepted, "quarantined": refused}
            for name, present, read, accepted, refused in log
        },
        "quarantine": dict(reasons),
        "left_out": _by_cell(left_out),
        "last_attempt": last_attempt(directory),
        "locks": [
            {
                "period": each.code,
                "calendar": each.calendar,
                "locked_at": each.locked_at,
                "locked_by": each.locked_by,
                "snapshot_id": each.snapshot_id,
                "damaged": list(each.damaged),
            }
            for each in locks.listed(directory)
        ],
    }


def _by_cell(rows: list[Any]) -> dict[str, dict[str, int]]:
    """table.column → reason → how many of its values were left out."""
    found: dict[str, dict[str, int]] = {}
    for table, column, reason, cells in rows:
        found.setdefault(f"{table}.{column}", {})[reason] = cells
    return found


def report(settings: Settings, *, as_json: bool) -> str:
    """The facts as JSON, or in words."""
    known = facts(settings.snapshot_dir)
    if as_json:
        return json.dumps(known, ensure_ascii=False, indent=1, default=_iso)
    return "\n".join(_lines(known))


def _lines(known: dict[str, Any]) -> list[str]:
    source = known["source"] + (f" ({messages.DEMO})" if known["is_demo"] else "")
    lines = [
        messages.STATUS_AS_OF.format(as_of=f"{known['as_of']:%d/%m/%Y}", taken=messages.moment(known["taken_at"])),
        messages.STATUS_SOURCE.format(source=source, province=known["province"] or messages.NO_PROVINCE),
        messages.STATUS_ROWS.format(
            **{name: messages.count(known[f"rows_{name}"]) for name in ("read", "accepted", "quarantined")}
        ),
    ]
    for name, table in known["tables"].items():
        if table["present"]:
            read, refused = messages.count(table["read"]), messages.count(table["quarantined"])
            lines.append(messages.STATUS_TABLE.format(table=name, read=read, quarantined=refused))
        else:
            lines.append(messages.STATUS_ABSENT.format(table=name))
    for reason, rows in known["quarantine"].items():
        words = messages.REASONS.get(reason, reason)
        lines.append(messages.STATUS_REASON.format(reason=words, rows=messages.count(rows)))
    for cell, reasons in known["left_out"].items():
        for reason, cells in reasons.items():
            words = messages.REASONS.get(reason, reason)
            lines.append(messages.STATUS_LEFT_OUT.format(cell=cell, reason=words, cells=messages.count(cells)))
    for each in known["locks"]:
        state = (
            messages.LOCK_DAMAGED.format(files=", ".join(each["damaged"])) if each["damaged"] else messages.LOCK_WHOLE
        )
        lines.append(
            messages.STATUS_LOCK.format(
                code=each["period"],
                calendar=each["calendar"],
                at=messages.moment(each["locked_at"]),
                by=each["locked_by"],
                state=state,
            )
        )
    attempt = known["last_attempt"]
    if attempt and not attempt["ok"]:
        at = messages.moment(datetime.fromisoformat(attempt["at"]))
        lines.append(messages.STATUS_FAILED.format(at=at, sentence=attempt["sentence"]))
    return lines


def _iso(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
