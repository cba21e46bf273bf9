"""A snapshot in a folder of its own and servers on it, for measurements that must not meet another's store or log."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from data_loaders.settings import Settings
from data_loaders.snapshot import publish
from data_loaders.snapshot.publish import SnapshotRef

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    """Where it answers, and its process."""

    address: str
    pid: int

    @property
    def cpu_seconds(self) -> float:
        """Of the processor so far, its threads together."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self, which: str = "VmRSS") -> float:
        """MiB now, or with VmHWM the most it ever had."""
        lines = Path(f"/proc/{self.pid}/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1024


def command(name: str) -> argparse.ArgumentParser:
    """The arguments of a benchmark of a folder of snapshots, the configured one unless said."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}")
    parser.add_argument("--snapshots", type=Path, default=Settings().snapshot_dir)
    return parser


def copied(snapshots: Path, scratch: Path) -> SnapshotRef:
    """The snapshot in force in a folder of its own, named to this process and all that it starts."""
    folder = scratch / "snapshots"
    folder.mkdir()
    ref = publish.current(snapshots)
    assert ref is not None, "no snapshot"  # noqa: S101
    for path in (ref.path, snapshots / publish.MANIFEST):
        shutil.copy2(path, folder)
    os.environ.update(SNAPSHOT_DIR=str(folder), ACCESS_DIR=f"{scratch}/access", LOG_FILE=f"{scratch}/log.txt")
    return ref


def until_answered(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server of that process answers there; fails where the process has ended."""
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
            return
        except OSError:
            assert process.poll() is None, process.args  # noqa: S101
            time.sleep(0.3)


@contextmanager
def serving(script: str, *, turn: int = 0) -> Iterator[Server]:
    """A server of that script on a port of its own; `turn` tells servers of one script apart."""
    port = 20_000 + (os.getpid() * 7 + len(script) * 13 + turn) % 9_000
    place = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "streamlit", "run", script, *place],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        until_answered(f"{address}/_stcore/health", process)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.wait()


def chromium(playwright: Playwright) -> Browser:
    """The browser of the machine."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    return playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
