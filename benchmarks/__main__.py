"""python -m benchmarks [questions|pages|packs …]: how long questions, pages' scripts and files take on the snapshot.

Times are printed, never asserted: a machine under load must not fail a test. The aims are a page's script under 0.3 s,
and of the processor under 4 s for the XLSX of a quarter and 2.5 s for its other files.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.answers.answers import Answers
from dashboard.exports import pack
from dashboard.screen import navigation
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, current
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.periods import containing

ROOT = Path(__file__).resolve().parent.parent
REPEATS = 5


def questions(ref: SnapshotRef) -> None:
    """Every question without any cache, on the running quarter."""
    snapshot = open_snapshot(ref.path)
    window = containing(ref.as_of, "quarter").clip(ref.as_of)
    offered = {"start": window.start, "end": window.end, "as_of": window.end, "division": "commune"}
    for name in question.names():
        params = {key: value for key, value in offered.items() if key in question.load(name).accepts}
        report(name, lambda name=name, params=params: ask(name, snapshot, Scope.everything(), **params))


def pages(ref: SnapshotRef) -> None:
    """Every page's script: the first run asks, the later ones find the answers of other viewers."""
    for entry in navigation.ENTRIES:
        app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60).run()
        report(entry.slug, lambda app=app, key=entry.key: app.switch_page(str(ROOT / "pages" / f"{key}.py")).run())


def packs(ref: SnapshotRef) -> None:
    """The files of the last whole quarter, nothing at hand: seconds of the processor and of the clock, and the size."""
    snapshot = open_snapshot(ref.path)
    period = containing(ref.as_of, "quarter").previous()
    at = dt.datetime.combine(ref.as_of, dt.time())
    for form in pack.FORMATS:
        taken = []
        for _ in range(REPEATS):
            started, worked = time.perf_counter(), time.process_time()
            made = pack.build(
                Answers(snapshot, Scope.everything()),
                period,
                order=pack.Order(form),
                author="benchmark",
                exported_at=at,
            )
            taken.append((time.process_time() - worked, time.perf_counter() - started))
        cpu, wall = (sorted(times)[REPEATS // 2] for times in zip(*taken, strict=True))
        print(f"{form:28} processor {cpu:5.2f} s   clock {wall:5.2f} s   {len(made) / 1024:5.0f} kB")


def report(name: str, once: Callable[[], object]) -> None:
    """First, median and slowest of the later runs, in milliseconds."""
    taken = []
    for _ in range(REPEATS + 1):
        started = time.perf_counter()
        once()
        taken.append((time.perf_counter() - started) * 1000)
    first, later = taken[0], sorted(taken[1:])
    print(f"{name:28} first {first:7.0f} ms   then {later[len(later) // 2]:7.0f} ms   at most {later[-1]:7.0f} ms")


def main(wanted: list[str]) -> int:
    ref = current(Path(Settings().snapshot_dir))
    if ref is None:
        print("No snapshot. Run: python -m data_loaders refresh", file=sys.stderr)
        return 1
    for name, measure in {"questions": questions, "pages": pages, "packs": packs}.items():
        if not wanted or name in wanted:
            print(f"== {name}, snapshot {ref.snapshot_id}")
            measure(ref)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
