"""Viewers at once: each opens a page and changes the view every ten seconds, over the WebSocket as a browser does.

    python -m benchmarks.viewers [--snapshots DIR] [--viewers 10 30] [--processes 1 2] [--seconds 40] [--kill]

For each number of viewers and processes: the waits for a first page and for a change (50 and 95 of 100), what failed,
seconds of the processor a page, memory of the processes. `--viewers 10 30 60 120 --seconds 600` is the long run. The
viewers share the machine with what they measure; the table is kept in benchmarks/results/.

With `--kill` two processes are begun, one is killed in the middle and stays away, and its viewers ask the other for the
view they had, as a browser does behind the proxy: how long each was without it, which views were under way and had to
be asked again, whether the same address shows the same texts again, and what the others noticed.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from benchmarks.kept import Measured, keep
from benchmarks.served import Server, command, copied, serving
from dashboard.screen import navigation

View = tuple[str, str]
"""A page and its address."""
Texts = tuple[str, ...]
"""What the elements of a view say, from above."""
SAID = frozenset({"body", "label", "text", "help", "value", "spec"})
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
    lost: Counter[int] = field(default_factory=Counter)
    """Number of a viewer → the views that were asked of a process and not answered when it ended."""
    back: list[bool | None] = field(default_factory=list)
    """Of each view asked again, whether it says what it said; None: its address had not been shown to anybody."""
    shown: dict[View, Texts] = field(default_factory=dict)
    """What an address showed last, whoever looked."""


@dataclass
class Viewer:
    """One who looks: the view of the address, what it showed, and since when it is gone."""

    number: int
    taken: Taken
    view: View
    texts: Texts | None = None
    asked: bool = False
    cut: float = 0.0

    def turns_to(self, view: View) -> None:
        self.view, self.texts = view, None

    def sees(self, texts: Texts) -> None:
        """The answer; of a view asked again it is kept whether it is the same."""
        if self.cut:
            before = self.texts or self.taken.shown.get(self.view)
            self.taken.back.append(None if before is None else before == texts)
        self.taken.shown[self.view] = self.texts = texts
        self.asked, self.cut = False, 0.0

    def is_cut_off(self) -> None:
        if self.asked:
            self.taken.lost[self.number] += 1
        self.asked, self.cut = False, self.cut or time.monotonic()


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
    yield from _lost(what, taken)
    middle, late = _spread(taken.change)
    yield Measured(f"{what}: change, 95 of 100", late, 0, "s", "", f"half within {middle:.2f}")
    yield Measured(f"{what}: failed", len(taken.failed), 0, "", "", f"of {len(taken.first) + len(taken.change)} views")


def _lost(what: str, taken: Taken) -> Iterator[Measured]:
    """What was under way, and what another process made of the same addresses."""
    whose = f"by {len(taken.lost)} viewers; each was asked again of the other process"
    yield Measured(f"{what}: views under way that were lost", taken.lost.total(), 0, "", "", whose)
    yield Measured(f"{what}: views lost, most by one viewer", max(taken.lost.values(), default=0), 0, "", "")
    others = f"{taken.back.count(True)} say the same, {taken.back.count(None)} had not been shown to anybody before"
    yield Measured(f"{what}: views that came back and say something else", taken.back.count(False), 0, "", "", others)


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
    viewer = Viewer(number, taken, _view(chance))
    for turn, server in enumerate(servers):
        try:
            async with connect(
                f"ws{server.address[4:]}/_stcore/stream", origin=server.address, subprotocols=["streamlit"],
                max_size=None, compression=None, open_timeout=PATIENCE,
            ) as socket:  # fmt: skip
                await _looks(socket, viewer, chance, ends=ends)
                return
        except (OSError, ConnectionClosed) as error:
            viewer.is_cut_off()
            if turn + 1 == len(servers) or server is servers[turn + 1]:
                taken.failed.append(f"{type(error).__name__}: {error}")
                return
        except Exception as error:  # whatever it was, this viewer has lost the page
            taken.failed.append(f"{type(error).__name__}: {error}")
            return


async def _looks(socket: ClientConnection, viewer: Viewer, chance: random.Random, *, ends: float) -> None:
    """The view of the address, then another every ten seconds; raises what a lost connection raises."""
    waits = viewer.taken.again if viewer.cut else viewer.taken.first
    while viewer.cut or time.monotonic() < ends:
        began, viewer.asked = time.monotonic(), True
        texts = await asyncio.wait_for(_run(socket, *viewer.view), PATIENCE)
        waits.append(time.monotonic() - (viewer.cut or began))
        viewer.sees(texts)
        waits = viewer.taken.change
        await _reads(socket, until=began + EVERY)
        viewer.turns_to(_view(chance))


def _view(chance: random.Random) -> View:
    slugs = {entry.key: entry.slug for entry in navigation.ENTRIES}
    return slugs[chance.choice(PAGES)], chance.choice(KINDS)


async def _reads(socket: ClientConnection, *, until: float) -> None:
    """Nothing asked; raises ConnectionError as soon as the server has gone."""
    try:
        await asyncio.wait_for(socket.wait_closed(), max(0.0, until - time.monotonic()))
    except TimeoutError:
        return
    raise ConnectionError("closed by the server")


async def _run(socket: ClientConnection, page: str, query: str) -> Texts:
    """One run of a page, until the server says that it is over; gives what it says."""
    asked, drawn = BackMsg(), dict[tuple[int, ...], str]()
    asked.rerun_script.page_name, asked.rerun_script.query_string = page, query
    await socket.send(asked.SerializeToString())
    async for frame in socket:
        assert isinstance(frame, bytes)  # noqa: S101
        told = ForwardMsg.FromString(frame)
        element = told.delta.new_element
        if element.HasField("exception"):
            raise RuntimeError(element.exception.message)
        if told.delta.HasField("new_element"):
            drawn[tuple(told.metadata.delta_path)] = _says(element)
        if told.HasField("script_finished") and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return tuple(text for _, text in sorted(drawn.items()) if text)
    raise ConnectionError("closed by the server")


def _says(element: Element) -> str:
    """The words of an element, without its marks and addresses."""
    kind = element.WhichOneof("type")
    fields = getattr(element, kind).ListFields() if kind else []
    return " ".join(str(value) for described, value in fields if value and described.name in SAID)


if __name__ == "__main__":
    raise SystemExit(main())
