"""One refresh: source, checks, shaping, publishing."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from data_loaders import log, messages
from data_loaders.contract.tables import VERSION
from data_loaders.geography import areas, cluster_table
from data_loaders.messages import LoaderError
from data_loaders.settings import DEMO_DATABASE, Settings
from data_loaders.snapshot import intake, losses, outlook, publish, shaping, sharing, unchanged, watch
from data_loaders.snapshot.publish import SnapshotRef, last_attempt
from data_loaders.sources.source import Source, geography_folders, open_source


def recorded(settings: Settings, *, progress: Callable[[str], None], now: Callable[[], datetime]) -> SnapshotRef:
    """Take a snapshot, publish it and note in last_attempt.json how it went. Only while holding `only_one`."""
    before = last_attempt(settings.snapshot_dir)
    attempt = {"at": now(), "ok": True, "sentence": "", "failing_since": None}
    failed = {"ok": False, "failing_since": before.get("failing_since") or attempt["at"]}
    try:
        with log.timed("refresh") as facts:
            ref, counted = _taken(settings, progress=progress, taken_at=now())
            facts |= {"snapshot": ref.path.name, **counted}
    except LoaderError as error:
        _note(settings.snapshot_dir, attempt | failed | {"sentence": log.told(error)})
        raise
    _note(settings.snapshot_dir, attempt)
    _share(settings, ref, progress=progress)
    publish.prune(settings.snapshot_dir, older_than=publish.keep_until(ref.taken_at, days=settings.snapshot_keep_days))
    return ref


def _share(settings: Settings, ref: SnapshotRef, *, progress: Callable[[str], None]) -> None:
    """Where a server answers the pages it is given the new snapshot too; until it has it they read the file."""
    if settings.analytics_url is None:
        return
    try:
        with log.timed("share"):
            sharing.share(settings.analytics_url, ref)
    except LoaderError as error:
        progress(log.told(error))


def _note(directory: Path, attempt: dict[str, Any]) -> None:
    try:
        publish.write_json(directory / publish.ATTEMPT, attempt)
    except OSError:
        return


def _taken(
    settings: Settings, *, progress: Callable[[str], None], taken_at: datetime
) -> tuple[SnapshotRef, dict[str, int]]:
    """`_take`, with whatever went wrong as one sentence."""
    try:
        return _take(settings, progress=progress, taken_at=taken_at)
    except (duckdb.Error, OSError, MemoryError) as error:
        raise LoaderError(messages.SNAPSHOT_DIR_FAILED.format(hint=publish.disk_hint(error))) from None
    except LoaderError:
        raise
    except Exception:
        raise LoaderError(messages.REFRESH_UNEXPECTED) from None


def _take(
    settings: Settings, *, progress: Callable[[str], None], taken_at: datetime
) -> tuple[SnapshotRef, dict[str, int]]:
    """The snapshot in its place, and how many rows were accepted and refused; the one in force, and nothing, where
    nothing was written since."""
    started = time.monotonic()
    if settings.is_demo:
        _ensure_demo(progress)
    with closing(open_source(settings)) as source:
        made_of = unchanged.mark(source, settings, today=taken_at.date())
        if (still := unchanged.still(settings.snapshot_dir, made_of)) is not None:
            progress(messages.UNCHANGED.format(taken=messages.moment(still.taken_at)))
            return still, {}
        working = settings.snapshot_dir / f"{publish.WORKING}{secrets.token_hex(4)}"
        working.mkdir()
        try:
            facts, totals = _build(working, source, settings, progress=progress, taken_at=taken_at)
            built = working / "snapshot.duckdb"
            ref = publish.put_in_place(built, settings.snapshot_dir, facts | {"made_of": made_of})
        finally:
            publish.discard(working)
    rows = {name: messages.count(number) for name, number in totals.items()}
    progress(messages.DONE.format(as_of=f"{ref.as_of:%d/%m/%Y}", seconds=round(time.monotonic() - started), **rows))
    return ref, totals


def _ensure_demo(progress: Callable[[str], None]) -> None:
    if DEMO_DATABASE.is_file():
        return
    from data_loaders.demo import province as demo_province

    progress(messages.BUILDING_DEMO)
    demo_province.build(DEMO_DATABASE, progress=progress)


def _build(
    working: Path, source: Source, settings: Settings, *, progress: Callable[[str], None], taken_at: datetime
) -> tuple[dict[str, Any], dict[str, int]]:
    """Build working/snapshot.duckdb; gives the manifest's facts, and how many rows were accepted and refused."""
    as_of = settings.as_of()
    with duckdb.connect(str(working / "snapshot.duckdb"), config=_limits(working, settings)) as db:
        db.execute("set timezone = 'Asia/Ho_Chi_Minh'")
        db.execute(f"attach '{working / 'stage.duckdb'}' as stage")
        intake.create(db)
        shaped = shaping.Shaping(db, settings, as_of=as_of)
        intake.load(db, source, as_of=as_of, progress=progress, then=shaped.take)
        losses.judge(db, settings, source_label=source.label)
        shaped.finish()
        province = _province(db)
        facts = {
            "snapshot_id": f"{taken_at:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}",
            "taken_at": taken_at.replace(microsecond=0),
            "as_of": as_of,
            "source_label": source.label,
            "is_demo": settings.is_demo or source.columns("demo_notice") is not None,
            **province,
        }
        areas.fill(db, province_code=province["province_code"], folders=geography_folders(settings, source))
        cluster_table.fill(db)
        flows = outlook.fill(db, as_of=as_of, province_code=province["province_code"])
        before = publish.current(settings.snapshot_dir)
        watch.fill(db, as_of=as_of, flows=flows, before=before.path if before else None)
        db.execute(
            "create table snapshot_info as select * from (values (?, ?::timestamp, ?::date, ?, ?, ?, ?, ?, ?::integer))"
            " as info(snapshot_id, taken_at, as_of, source_label, is_demo, province_code, province_name,"
            " contract_version, mass_group_size)",
            [*facts.values(), VERSION, settings.mass_group_size],
        )
        row = db.execute("select sum(rows_accepted), sum(rows_refused) from load_log").fetchone()
        db.execute("detach stage")
        db.execute("checkpoint")
    return facts, dict(zip(("accepted", "refused"), map(int, row or (0, 0)), strict=True))


def _limits(working: Path, settings: Settings) -> dict[str, str | bool | int | float | list[str]]:
    return {"memory_limit": f"{settings.refresh_memory_mb}MB", "temp_directory": str(working / "spill")}


def _province(db: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    """The province the data is of: valid on the day of the data, the one with most units below it."""
    row = db.execute("""
        select u.unit_code, u.name from units as u, stage.run as r
        where u.level = 'province' and u.valid_from <= r.as_of and (u.valid_to is null or u.valid_to >= r.as_of)
        order by (select count(*) from units as c where c.parent_code = u.unit_code) desc, u.unit_code limit 1
    """).fetchone()
    return {"province_code": row[0] if row else None, "province_name": row[1] if row else None}
