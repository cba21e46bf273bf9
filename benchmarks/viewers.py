"""Viewers at once: each opens a page and changes the view every ten seconds, over the WebSocket as a browser does.

    python -m benchmarks.viewers [--snapshots DIR] [--viewers 10 30] [--processes 1 2] [--seconds 40]

For each number of viewers and processes: the waits for a first page and for a change (50 and 95 of 100), what failed,
seconds of the processor a page, memory of the processes. `--viewers 10 30 60 120 --seconds 600` is the long run. The
viewers share the machine with what they measure; the table is kept in benchmarks/results/.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.kept import Measured, keep
from benchmarks.served import Server, copied, serving
from dashboard.screen import navigation
from data_loaders.settings import Settings

EVERY = 10.0
PATIENCE = 60.0
PAGES = ("overview", "hotspots", "backlog", "waiting", "reception", "ledger", "comparison", "bodies")
KINDS = ("", "loai=khieu-nai", "loai=kien-nghi")


@dataclass
class Taken:
    """Seconds of each first page and of each change, and what failed."""

    first: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.viewers")
    parser.add_argument("--snapshots", type=Path, default=Settings().snapshot_dir)
    parser.add_argument("--viewers", type=int, nargs="+", default=[10, 30])
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--seconds", type=float, default=40.0)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        lines = [
            line
            for processes in asked.processes
            for line in _of_processes(processes, asked.viewers, seconds=asked.seconds)
        ]
        print(keep("viewers", f"Viewers at once, {asked.seconds:.0f} s each, of {ref.snapshot_id}", lines))
    return 0


def _of_processes(processes: int, viewers: Sequence[int], *, seconds: float) -> Iterator[Measured]:
    """The same processes through, the fewest viewers first, as a day begins."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serving("dashboard/app.py", turn=turn)) for turn in range(processes)]
        asyncio.run(_seen(servers, viewers=2 * processes, seconds=EVERY))  # what a process loads once
        for count in sorted(viewers):
            before, memory = sum(each.cpu_seconds for each in servers), sum(each.memory() for each in servers)
            taken = asyncio.run(_seen(servers, viewers=count, seconds=seconds))
            worked = sum(each.cpu_seconds for each in servers) - before
            after = sum(each.memory() for each in servers)
            yield from _lines(f"{count} viewers, {processes} processes", taken, worked, memory=(memory, after))


def _lines(what: str, taken: Taken, worked: float, *, memory: tuple[float, float]) -> Iterator[Measured]:
    done = len(taken.first) + len(taken.change)
    for name, waits, aim in (("first page", taken.first, 0.0), ("change", taken.change, 1.0)):
        middle, late = np.percentile(waits, [50, 95]) if waits else (float("nan"), float("nan"))
        yield Measured(f"{what}: {name}, 95 of 100", late, aim, "s", "aim" if aim else "", f"half within {middle:.2f}")
    yield Measured(f"{what}: failed", len(taken.failed), 0, "", "", f"of {done + len(taken.failed)}")
    yield Measured(f"{what}: processor a page", 1000 * worked / max(done, 1), 0, "cpu ms", "")
    yield Measured(f"{what}: memory", memory[1], 2048, "MiB", "aim", f"{memory[0]:.0f} before")


async def _seen(servers: Sequence[Server], *, viewers: int, seconds: float) -> Taken:
    """All of them until the time is over, spread over the processes as a proxy that keeps viewers together does."""
    taken, ends = Taken(), time.monotonic() + seconds
    await asyncio.gather(
        *(_viewer(number, servers[number % len(servers)], taken, ends=ends) for number in range(viewers))
    )
    return taken


async def _viewer(number: int, server: Server, taken: Taken, *, ends: float) -> None:
    chance = random.Random(number)  # noqa: S311
    slugs = {entry.key: entry.slug for entry in navigation.ENTRIES}
    await asyncio.sleep(chance.random() * EVERY)
    try:
        async with connect(
            f"ws{server.address[4:]}/_stcore/stream", origin=server.address, subprotocols=["streamlit"],
            max_size=None, compression=None, open_timeout=PATIENCE,
        ) as socket:  # fmt: skip
            waits = taken.first
            while time.monotonic() < ends:
                began = time.monotonic()
                await asyncio.wait_for(_run(socket, slugs[chance.choice(PAGES)], chance.choice(KINDS)), PATIENCE)
                waits.append(time.monotonic() - began)
                waits = taken.change
                await asyncio.sleep(max(0.0, began + EVERY - time.monotonic()))
    except Exception as error:  # whatever it was, this viewer has lost the page
        taken.failed.append(f"{type(error).__name__}: {error}")


async def _run(socket: ClientConnection, page: str, query: str) -> None:
    """One run of a page, until the server says that it is over."""
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    await socket.send(asked.SerializeToString())
    async for frame in socket:
        assert isinstance(frame, bytes)  # noqa: S101
        told = ForwardMsg.FromString(frame)
        if told.HasField("delta") and told.delta.new_element.HasField("exception"):
            raise RuntimeError(told.delta.new_element.exception.message)
        if told.HasField("script_finished") and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return
    raise ConnectionError("closed by the server")


if __name__ == "__main__":
    raise SystemExit(main())
