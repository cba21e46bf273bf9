"""What stood at an earlier refresh, kept light: figures of the running quarter, and its matters by code.

SNAPSHOT_DIR/earlier/<time>-<id>.json has the province's figures, …parquet beside it one row a matter that counted in
them, as the question `window_dossiers` gives it. Of denunciations there are the province's counts alone. The last
refresh of every day is kept, of the last day all; `MOST` days at most. Only the server's account reads them (0600).
"""

from __future__ import annotations

import datetime as dt
import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.facts.change import Figure, figures
from dashboard.facts.small_cells import SECRET_KIND
from data_loaders import log
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef
from queries.periods import containing
from queries.scope import Scope
from queries.snapshot import DuckDBSnapshot

FOLDER = "earlier"
MOST = 92


@dataclass(frozen=True)
class Earlier:
    """One earlier refresh: when it was taken, of which day, the quarter that ran then, and its figures by name."""

    path: Path
    snapshot_id: str
    taken_at: dt.datetime
    as_of: dt.date
    code: str
    calendar: str
    start_on: dt.date
    end_on: dt.date
    figures: dict[str, Figure]

    def matters(self, scope: Scope) -> pd.DataFrame:
        """Its matters within the viewer's reach, as an answer of `window_dossiers`. Raises OSError, ValueError."""
        rows = pd.read_parquet(self.path.with_suffix(".parquet"))
        here = rows["district_code"].eq(scope.area) | rows["commune_code"].eq(scope.area)
        return rows[here].reset_index(drop=True) if scope.area else rows


def keep(directory: Path, answers: Answers) -> None:
    """Keep this refresh. `answers`: of somebody who may see everything. Raises OSError."""
    info = answers.info
    running = containing(info.as_of, "quarter", rules=answers.rules)
    window: dict[str, object] = {"start": running.start, "end": info.as_of}
    matters = answers.ask("window_dossiers", **window)
    matters = matters[matters["kind"].ne(SECRET_KIND)].reset_index(drop=True)
    told = answers.ask("figures", **window)
    facts = {
        "snapshot_id": info.snapshot_id,
        "taken_at": info.taken_at.isoformat(),
        "as_of": info.as_of.isoformat(),
        "code": running.code,
        "calendar": running.calendar,
        "start_on": running.start.isoformat(),
        "end_on": running.full_end.isoformat(),
        "figures": {name: list(vars(each).values()) for name, each in figures(told).items()},
    }
    folder = directory / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{info.taken_at:%Y%m%dT%H%M%S}-{info.snapshot_id[-8:]}.json"
    _put(path.with_suffix(".parquet"), lambda new: matters.to_parquet(new, compression="zstd"))
    _put(path, lambda new: new.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8"))
    thin(directory)


def keep_up(directory: Path, scope: Scope) -> None:
    """Keep what is not kept yet of the snapshots that are there, the last of each day; a failure stops nobody.

    `scope`: of the server itself, which sees everything.
    """
    try:
        kept = {path.stem for path in (directory / FOLDER).glob("*.json")}
        for path in _last_of_days(sorted(directory.glob(publish.NAMED))):
            if path.stem.removeprefix("snapshot-") not in kept:
                keep(directory, Answers(DuckDBSnapshot(path), scope))
    except Exception as error:
        log.failed("earlier", error)


def listed(directory: Path, *, before: SnapshotRef | None = None) -> list[Earlier]:
    """All that can be read, the newest first; `before`: those taken before that snapshot."""
    found = [_read(path) for path in sorted((directory / FOLDER).glob("*.json"), reverse=True)]
    return [each for each in found if each and (before is None or each.taken_at < before.taken_at)]


def thin(directory: Path) -> None:
    """Of every day but the last the last refresh, and of the oldest days none."""
    found = sorted((directory / FOLDER).glob("*.json"))
    last_day = found[-1].stem[:8] if found else ""
    wanted = set(_last_of_days(found)[-MOST:]) | {path for path in found if path.stem[:8] == last_day}
    for path in set(found) - wanted:
        path.unlink(missing_ok=True)
        path.with_suffix(".parquet").unlink(missing_ok=True)


def _last_of_days(found: list[Path]) -> list[Path]:
    """Of files in the order of time, named by it, the last of each day."""
    return [list(day)[-1] for _, day in groupby(found, key=lambda path: path.stem.removeprefix("snapshot-")[:8])]


def _read(path: Path) -> Earlier | None:
    try:
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        days = {name: dt.date.fromisoformat(facts[name]) for name in ("as_of", "start_on", "end_on")}
        return Earlier(
            path=path,
            snapshot_id=str(facts["snapshot_id"]),
            taken_at=dt.datetime.fromisoformat(facts["taken_at"]),
            code=str(facts["code"]),
            calendar=str(facts["calendar"]),
            figures={name: Figure(*each) for name, each in facts["figures"].items()},
            **days,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _put(path: Path, write: Callable[[Path], object]) -> None:
    """Whole or not at all, for the server's account alone."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        write(Path(name))
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
