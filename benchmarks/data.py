"""What the machine behind the pages costs: a first start, a refresh, every question, each beside its floor.

    python -m benchmarks.data [--dossiers 100000] [--postgresql] [--folder DIR]

The table is kept in benchmarks/results/. Questions: seconds of the processor, the least of three, of `ask` and of the
same SQL run bare. Refresh: of the clock and of the processor, beside COPY of the same tables to CSV and back, and a
bare stream.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import refresh
from benchmarks.kept import Measured, keep
from data_loaders.snapshot import current
from queries import question
from queries.ask import Scope, ask, bind, open_snapshot
from queries.periods import containing
from queries.snapshot import DuckDBSnapshot

ROOT = Path(__file__).resolve().parent.parent
OF_ONE_MATTER = {"dossier", "dossier_path", "dossier_clock"}
PAGE = (
    "from streamlit.testing.v1 import AppTest; import sys;"
    "app = AppTest.from_file('dashboard/app.py', default_timeout=120).run(); sys.exit(len(app.exception))"
)


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    asked = refresh.parser("python -m benchmarks.data", dossiers=100_000).parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.folder or Path(scratch)
        lines = list(first_start(Path(scratch) / "new"))
        case = refresh.demo(folder, asked.dossiers)
        taken = dict(refresh.measured(case, Path(scratch), postgresql=asked.postgresql))
        lines += refresh.beside(taken, postgresql=asked.postgresql)
        ref = current(Path(scratch) / "snapshots")
        assert ref is not None  # noqa: S101
        mib = [path.stat().st_size / 2**20 for path in (ref.path, case)]
        lines.append(Measured("size of the snapshot", *mib, "MiB", "the demo as SQLite"))
        lines += of_questions(open_snapshot(ref.path))
    name = f"data-{asked.dossiers}" + ("-postgresql" if asked.postgresql else "")
    print(keep(name, f"Start, refresh and questions at {asked.dossiers} dossiers", lines))
    return 0


def first_start(folder: Path) -> Iterator[Measured]:
    """After installation: the demo is invented, a snapshot taken, the first page's script run."""
    folder.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SNAPSHOT_DIR": str(folder / "snapshots")}
    environment.pop("CASE_DATABASE_URL", None)
    steps = {
        "demo of 100.000 and its snapshot": (folder, ["-m", "data_loaders", "refresh"]),
        "first page of a new process": (ROOT, ["-c", PAGE]),
    }
    clock, processor = 0.0, 0.0
    for step, (place, command) in steps.items():
        began, worked = time.monotonic(), _of_children()
        subprocess.run([sys.executable, *command], cwd=place, env=environment, check=True, stdout=sys.stderr)  # noqa: S603
        seconds, cpu = time.monotonic() - began, _of_children() - worked
        clock, processor = clock + seconds, processor + cpu
        yield Measured(f"first start: {step}", cpu, 0, "cpu s", "", f"{seconds:.1f} s of the clock")
    yield Measured("first start", processor, 20, "cpu s", "aim", f"{clock:.1f} s of the clock")


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def of_questions(snapshot: DuckDBSnapshot) -> list[Measured]:
    """Every question of the running quarter that is not of one matter, dearest first, and their sum."""
    as_of = snapshot.run("select as_of from snapshot_info", {})[1][0][0]
    window = containing(as_of, "quarter").clip(as_of)
    offered = {"start": window.start, "end": window.end, "as_of": window.end, "division": "commune"}
    lines = [_question(snapshot, name, offered) for name in question.names() if name not in OF_ONE_MATTER]
    lines.sort(key=lambda line: -line.figure)
    total = Measured(
        "all questions", sum(each.figure for each in lines), sum(each.floor for each in lines), "cpu ms", "bare DuckDB"
    )
    return [total, *lines]


def _question(snapshot: DuckDBSnapshot, name: str, offered: dict[str, object]) -> Measured:
    asked = question.load(name)
    params = {key: value for key, value in offered.items() if key in asked.accepts}
    sql, bound = asked.render(snapshot.placeholder), bind(asked, params)
    figure = _least(lambda: ask(name, snapshot, Scope.everything(), **params))
    return Measured(name, figure, _least(lambda: snapshot.run(sql, bound)), "cpu ms", "bare DuckDB")


def _least(work: Callable[[], object], times: int = 3) -> float:
    """Milliseconds of the processor, the least of a few runs."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


if __name__ == "__main__":
    sys.exit(main())
