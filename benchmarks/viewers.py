"""Viewers at once: each opens a page and changes the view every ten seconds, over the WebSocket as a browser does.

    python -m benchmarks.viewers [--snapshots DIR] [--viewers 10 30] [--processes 1 2] [--seconds 40] [--kill]

For each number of viewers and processes: the waits for a first page and for a change (50 and 95 of 100), what failed,
seconds of the processor a page, memory of the processes. `--viewers 10 30 60 120 --seconds 600` is the long run. The
viewers share the machine with what they measure; the table is kept in benchmarks/results/.

With `--kill` two processes are begun, one is killed in the middle and stays away, and its viewers ask the other for the
view they had, as a browser does behind the proxy: how long each was without it, and what the others noticed.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
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
from websockets.exceptions import ConnectionClosed

from benchmarks.kept import Measured, keep
from benchmarks.served import Server, command, copied, serving
from dashboard.screen import navigation

EVERY = 10.0
PATIENCE = 60.0
PAGES = ("overview", "hotspots", "backlog", "waiting", "reception", "comparison", "bodies")
KINDS = ("", "loai=khieu-nai", "loai=kien-nghi")


@dataclass
class Taken:
    """Seconds of each first page and of each change, and what failed."""

    first: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    """From the end of a process to the same view by another."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    parser = command("viewers")
    parser.add_argument("--viewers", type=int, nargs="+", default=[10, 30])
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--kill", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        if asked.kill:
            lines = [line for count in asked.viewers for line in _of_a_kill(count, seconds=asked.seconds)]
            print(keep("viewers-kill", f"One of two processes killed under viewers of {ref.snapshot_id}", lines))
            return 0
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


def _of_a_kill(viewers: int, *, seconds: float) -> Iterator[Measured]:
    """Two processes, one of which is killed when half of the time is over; what the viewers of both noticed."""
    what = f"{viewers} viewers, one of two processes killed"
    with serving("dashboard/app.py") as killed, serving("dashboard/app.py", turn=1) as left:
        asyncio.run(_seen([killed, left], viewers=4, seconds=EVERY))
        taken = asyncio.run(_seen([killed, left], viewers=viewers, seconds=seconds, kill=killed))
    middle, late = _spread(taken.again)
    cut = f"{len(taken.again)} were cut off, half of them saw it again within {middle:.2f}"
    yield Measured(f"{what}: the same view again, 95 of 100", late, 0, "s", "", cut)
    yield Measured(f"{what}: longest without a view", max(taken.again, default=0.0), 0, "s", "")
    middle, late = _spread(taken.change)
    yield Measured(f"{what}: change, 95 of 100", late, 0, "s", "", f"half within {middle:.2f}")
    yield Measured(f"{what}: failed", len(taken.failed), 0, "", "", f"of {len(taken.first) + len(taken.change)} views")


def _spread(waits: Sequence[float]) -> tuple[float, float]:
    """The middle, and within what 95 of 100 were."""
    if not waits:
        return float("nan"), float("nan")
    middle, late = np.percentile(waits, [50, 95])
    return float(middle), float(late)


def _lines(what: str, taken: Taken, worked: float, *, memory: tuple[float, float]) -> Iterator[Measured]:
    done = len(taken.first) + len(taken.change)
    for name, waits, aim in (("first page", taken.first, 0.0), ("change", taken.change, 1.0)):
        middle, late = _spread(waits)
        yield Measured(f"{what}: {name}, 95 of 100", late, aim, "s", "aim" if aim else "", f"half within {middle:.2f}")
    yield Measured(f"{what}: failed", len(taken.failed), 0, "", "", f"of {done + len(taken.failed)}")
    yield Measured(f"{what}: processor a page", 1000 * worked / max(done, 1), 0, "cpu ms", "")
    yield Measured(f"{what}: memory", memory[1], 2048, "MiB", "aim", f"{memory[0]:.0f} before")


async def _seen(servers: Sequence[Server], *, viewers: int, seconds: float, kill: Server | None = None) -> Taken:
    """All of them until the time is over, spread over the processes as a proxy that keeps viewers together does."""
    taken, ends = Taken(), time.monotonic() + seconds
    lost = asyncio.create_task(_killed(kill, after=seconds / 2)) if kill else None
    left = [server for server in servers if server is not kill]
    await asyncio.gather(
        *(_viewer(number, [servers[number % len(servers)], *left], taken, ends=ends) for number in range(viewers))
    )
    if lost:
        await lost
    return taken


async def _killed(server: Server, *, after: float) -> None:
    await asyncio.sleep(after)
    os.kill(server.pid, signal.SIGKILL)


async def _viewer(number: int, servers: Sequence[Server], taken: Taken, *, ends: float) -> None:
    """One viewer; where the process has gone, the next of those servers is asked for the same view."""
    chance = random.Random(number)  # noqa: S311
    await asyncio.sleep(chance.random() * EVERY)
    view, cut = _view(chance), 0.0
    for turn, server in enumerate(servers):
        try:
            async with connect(
                f"ws{server.address[4:]}/_stcore/stream", origin=server.address, subprotocols=["streamlit"],
                max_size=None, compression=None, open_timeout=PATIENCE,
            ) as socket:  # fmt: skip
                waits = taken.again if cut else taken.first
                while time.monotonic() < ends:
                    began = time.monotonic()
                    await asyncio.wait_for(_run(socket, *view), PATIENCE)
                    waits.append(time.monotonic() - (cut or began))
                    waits, cut = taken.change, 0.0
                    await _reads(socket, until=began + EVERY)
                    view = _view(chance)
                return
        except (OSError, ConnectionClosed) as error:
            cut = cut or time.monotonic()
            if turn + 1 == len(servers) or server is servers[turn + 1]:
                taken.failed.append(f"{type(error).__name__}: {error}")
                return
        except Exception as error:  # whatever it was, this viewer has lost the page
            taken.failed.append(f"{type(error).__name__}: {error}")
            return


def _view(chance: random.Random) -> tuple[str, str]:
    """A page and its address."""
    slugs = {entry.key: entry.slug for entry in navigation.ENTRIES}
    return slugs[chance.choice(PAGES)], chance.choice(KINDS)


async def _reads(socket: ClientConnection, *, until: float) -> None:
    """Nothing asked; raises ConnectionError as soon as the server has gone."""
    try:
        await asyncio.wait_for(socket.wait_closed(), max(0.0, until - time.monotonic()))
    except TimeoutError:
        return
    raise ConnectionError("closed by the server")


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
