"""What tests need of the machine they run on: patience, and ports that nobody else is given."""

from __future__ import annotations

import fcntl
import os
import socket
import ssl
import subprocess
import time
import urllib.request
import zlib
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext

PATIENCE = 240.0  # seconds: a loaded machine only needs longer
BELOW_EPHEMERAL = 32_000
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname, UNCHECKED.verify_mode = False, ssl.CERT_NONE


def until(holds: Callable[[], object], *, within: float = PATIENCE, every: float = 0.1) -> None:
    """Waits for a state; fails when it does not come."""
    ends = time.monotonic() + within
    while not holds():
        assert time.monotonic() < ends, "not in time"
        time.sleep(every)


def free_ports(count: int) -> list[int]:
    """Ports for servers of this run. Each is given once, to one process of the run, and stands below those from which
    the system takes ports for connections: between asking and listening nobody else gets it."""
    folder = Path(os.environ["TESTS_RUN_FOLDER"])
    first = 20_000 + zlib.crc32(str(folder).encode()) % 10_000
    with (folder / "ports").open("a+") as given:
        fcntl.flock(given, fcntl.LOCK_EX)
        given.seek(0)
        taken = set(map(int, given.read().split()))
        found: list[int] = []
        for port in range(first, BELOW_EPHEMERAL):
            if len(found) < count and port not in taken and _is_free(port):
                found.append(port)
        given.write("".join(f"{port}\n" for port in found))
    assert len(found) == count
    return found


def answers(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until a server answers well at the address; an error when it has ended."""

    def asked() -> bool:
        assert process.poll() is None, f"{process.args} ended with {process.returncode}"
        try:
            urllib.request.urlopen(address, timeout=10, context=UNCHECKED if address[4] == "s" else None).close()
        except OSError:
            return False
        return True

    until(asked, every=0.2)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Asked to end, and killed when it does not."""
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def patient(context: BrowserContext) -> BrowserContext:
    """A tab of it waits for states as long as a loaded machine needs."""
    context.set_default_timeout(PATIENCE * 1000)
    return context


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
