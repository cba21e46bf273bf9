"""Files of the last whole quarter: seconds of the processor with nothing at hand, and with the store of answers warm.

    python -m benchmarks.files [--snapshots DIR] [--times 3]

The table is kept in benchmarks/results/.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.kept import Measured, keep
from benchmarks.served import command, copied
from dashboard.answers.answers import Answers
from dashboard.answers.cache import Cache, Recent
from dashboard.answers.store import Store
from dashboard.exports import pack
from data_loaders.snapshot import SnapshotRef
from queries.ask import Scope, open_snapshot
from queries.periods import containing

AIM = 3.0


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    parser = command("files")
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        print(keep("files", f"Files of a quarter of {ref.snapshot_id}", of_files(ref, asked.times)))
    return 0


def of_files(ref: SnapshotRef, times: int) -> Iterator[Measured]:
    """Every format, as the first viewer of a snapshot waits for it and as all later ones do."""
    for form in pack.FORMATS:
        _made(ref, form, Store())  # loads what the format needs, and fills the store
        cold = [_made(ref, form, Recent()) for _ in range(times)]
        warm = [_made(ref, form, Store()) for _ in range(times)]
        for name, taken in {"nothing at hand": cold, "store warm": warm}.items():
            worked, clock, size = (median(each) for each in zip(*taken, strict=True))
            note = f"{clock:.1f} s of the clock, {size / 1000:.0f} kB"
            aim = (AIM, "cpu s", "aim") if name == "store warm" else (0.0, "cpu s", "")
            yield Measured(f"{form}, {name}", worked, *aim, note)


def _made(ref: SnapshotRef, form: str, cache: Cache) -> tuple[float, float, float]:
    """Seconds of the processor and of the clock, and bytes."""
    period = containing(ref.as_of, "quarter").previous()
    at = dt.datetime.combine(ref.as_of, dt.time())
    began, worked = time.perf_counter(), time.process_time()
    answers = Answers(open_snapshot(ref.path), Scope.everything(), cache=cache)
    made = pack.build(answers, period, order=pack.Order(form), author="benchmark", exported_at=at)
    return time.process_time() - worked, time.perf_counter() - began, float(len(made))


if __name__ == "__main__":
    raise SystemExit(main())
