"""`make serve`: two processes on one snapshot, Caddy in front; one that dies starts anew; told to end, none stays."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests import shown
from tests.machine import UNCHECKED, free_ports

PATIENCE = 120.0


def answers(port: int) -> bool:
    return well(f"http://127.0.0.1:{port}")


def well(address: str) -> bool:
    try:
        context = UNCHECKED if address.startswith("https") else None
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5, context=context) as answer:
            return answer.status == 200
    except OSError:
        return False


def waited(holds: Callable[[], object]) -> object:
    deadline = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.1)
    return found


def two_free_ports() -> int:
    for first in range(10_000 + os.getpid() % 9_000, 32_000, 2):
        with socket.socket() as one, socket.socket() as two:
            try:
                one.bind(("127.0.0.1", first))
                two.bind(("127.0.0.1", first + 1))
            except OSError:
                continue
            return first
    raise AssertionError("no port is free")


def test_a_process_that_dies_is_started_again_and_all_end_together(tmp_path: Path):
    first = two_free_ports()
    site = f"https://localhost:{free_ports(1)[0]}"
    settings = {"SNAPSHOT_DIR": str(shown.tiny()), "LOG_FILE": str(tmp_path / "log.txt"), "REPLICAS": "2",
                "ACCESS_DIR": str(tmp_path / "access"), "PORT": str(first), "SITE": site,
                "STICKY": "x" * 32, "STORAGE": str(tmp_path / "caddy"), "HOME": str(tmp_path)}  # fmt: skip
    told = tmp_path / "told.txt"
    with told.open("w") as output:
        keeper = subprocess.Popen([sys.executable, str(shown.ROOT / ".ci" / "serve")], cwd=tmp_path, stdout=output,
                                  stderr=output, env=os.environ | settings)  # fmt: skip

    def processes() -> list[int]:
        said = told.read_text(encoding="utf-8")
        return [int(number) for number in re.findall(rf"app {first}: .*process (\d+)$", said, flags=re.MULTILINE)]

    try:
        waited(lambda: answers(first) and answers(first + 1) and well(site))
        os.kill(processes()[0], signal.SIGKILL)
        waited(lambda: len(processes()) == 2)
        assert answers(first + 1) and well(site)
        waited(lambda: answers(first))
        keeper.send_signal(signal.SIGTERM)
        assert keeper.wait(PATIENCE) == 0
        assert not answers(first) and not answers(first + 1) and not well(site)
    finally:
        keeper.terminate()
        keeper.wait(PATIENCE)
