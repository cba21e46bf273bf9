"""python -m benchmarks.soak [seconds] [viewers]: many viewers ask every question for a while; nothing may fail.

Prints how many answers came, how long the slowest took, and how far the memory grew. Exit 1 when any answer failed.
"""

from __future__ import annotations

import random
import resource
import sys
import threading
import time
from pathlib import Path

from data_loaders.settings import Settings
from data_loaders.snapshot.publish import current
from queries import question
from queries.ask import Scope, ask, open_snapshot
from queries.periods import containing

SECONDS, VIEWERS = 60, 20


def main(seconds: int = SECONDS, viewers: int = VIEWERS) -> int:
    directory = Path(Settings().snapshot_dir)
    if current(directory) is None:
        print("No snapshot: run `python -m data_loaders refresh` first.")
        return 1
    before = _memory()
    until, taken, failed = time.monotonic() + seconds, [], []
    threads = [threading.Thread(target=_viewer, args=(n, directory, until, taken, failed)) for n in range(viewers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{len(taken)} answers for {viewers} viewers in {seconds} s; slowest {max(taken, default=0):.2f} s")
    print(f"memory {before:.0f} MB before, {_memory():.0f} MB at most; {len(failed)} failures")
    print("\n".join(failed[:5]))
    return 1 if failed else 0


def _viewer(number: int, directory: Path, until: float, taken: list[float], failed: list[str]) -> None:
    """One viewer: takes the snapshot in force at every page, asks what a page might ask."""
    chance = random.Random(number)  # noqa: S311
    names = question.names()
    while time.monotonic() < until:
        ref = current(directory)
        if ref is None:
            failed.append("no snapshot")
            return
        window = containing(ref.as_of, "quarter").clip(ref.as_of)
        offered = {"start": window.start, "end": window.end, "as_of": window.end}
        name = chance.choice(names)
        started = time.monotonic()
        try:
            accepted = question.load(name).accepts
            ask(
                name, open_snapshot(ref.path), Scope.everything(), **{k: v for k, v in offered.items() if k in accepted}
            )
        except Exception as error:
            failed.append(f"{name}: {error}")
        taken.append(time.monotonic() - started)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
