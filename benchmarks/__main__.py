"""Everything that is measured, one after the other, and at the end what was aimed at beside what was found.

    python -m benchmarks [--quick] [--dossiers 100000] [--folder var/benchmarks] [--superset]

The demo of that size and its snapshot are made in the folder. `--quick` asks for fewer repeats and takes less than a
quarter of an hour at 100.000 dossiers on a machine that does nothing else; without it viewers alone take over an hour.
`--superset` installs Superset in the folder, once, from the network; where it is there it is measured, too. A command
that fails is named at the end, and the others go on. Results of another size than 100.000 lie in a folder of their own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import aims, kept, refresh

ROOT = Path(__file__).resolve().parent.parent
USUAL = 100_000
PAGES = ("overview", "hotspots", "backlog", "waiting", "reception", "comparison", "bodies", "briefing")
FEW, MANY = PAGES[:3], PAGES


def main(arguments: Sequence[str] | None = None) -> int:
    """Gives how many commands failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--dossiers", type=int, default=USUAL)
    parser.add_argument("--folder", type=Path, default=ROOT / "var" / "benchmarks")
    parser.add_argument("--superset", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.dossiers != USUAL:
        os.environ["BENCHMARK_RESULTS"] = str(kept.RESULTS / str(asked.dossiers))
    folder = asked.folder.absolute()
    os.environ["SNAPSHOT_DIR"] = str(snapshots(folder, asked.dossiers))
    with_superset = asked.superset or (folder / "superset" / "bin" / "superset").is_file()
    wanted = commands(folder, asked.dossiers, quick=asked.quick, superset=with_superset)
    began = time.monotonic()
    failed = [command[0] for command in wanted if not _did(command)]
    print(f"== all: {(time.monotonic() - began) / 60:.0f} min")
    aims.main()
    print(f"failed: {', '.join(failed)}" if failed else "every command ran")
    if not with_superset:
        print("Superset is not there (--superset sets it up, with a network): nothing new was measured beside it")
    return len(failed)


def snapshots(folder: Path, dossiers: int) -> Path:
    """The folder with a snapshot of the demo of that size, taken by this program; the demo is invented once."""
    place = folder / f"snapshots-{dossiers}"
    case = {"CASE_DATABASE_URL": f"sqlite:///{refresh.demo(folder, dossiers)}", "CASE_AS_OF": refresh.AS_OF}
    environment = {**os.environ, **case, "CASE_ALLOW_WRITABLE": "1", "SNAPSHOT_DIR": str(place)}
    subprocess.run([sys.executable, "-m", "data_loaders", "refresh"], cwd=ROOT, env=environment, check=True)
    return place


def commands(folder: Path, dossiers: int, *, quick: bool, superset: bool) -> list[list[str]]:
    """What is run, what matters most first."""
    size = ["--dossiers", str(dossiers), "--folder", str(folder)]
    beside = [["superset", "--folder", str(folder), "--visits", "1" if quick else "3"]]
    times, visits = ("3", "1") if quick else ("10", "3")
    viewers = ["60", "--processes", "2", "--seconds", "60"] if quick else ["10", "30", "60", "120", "--seconds", "600"]
    return [
        ["pages", "--visits", visits, *(FEW if quick else MANY)],
        ["hands", "--times", times],
        ["viewers", "--viewers", *viewers],
        ["viewers", "--viewers", "60", "--seconds", "60", "--kill"],
        ["data", "--postgresql", *size],
        ["files", "--times", "1" if quick else "3"],
        ["ledger"],
        *(beside if superset else []),
        *([] if quick else [["data", *size], ["engines"]]),
    ]


def _did(command: Sequence[str]) -> bool:
    """Whether the command ran to its end; how long it took is said."""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{command[0]}", *command[1:]], cwd=ROOT)  # noqa: S603
    print(f"== {' '.join(command)}: {time.monotonic() - began:.0f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
