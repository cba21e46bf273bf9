"""A real Chromium on the real app, the network closed but for the app itself; what else is asked for is noted."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests import shown
from tests.machine import answers, free_ports, patient

FAILED = ".state.failed"
MESSAGE = ".headline, .state, [data-testid='stException']"
SCREENSHOTS = shown.ROOT / "var" / "screenshots"
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'
# nothing that runs has changed the page for a second; what changes all the time is waited for a minute
QUIET = """idle => {
    const now = performance.now();
    const seen = window.quiet ??= {};
    if (!seen.watcher) {
        seen.watcher = new MutationObserver(() => seen.since = performance.now());
        seen.watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    }
    seen.begun ??= now;
    seen.since ??= now;
    if (!document.querySelector(idle)) seen.since = now;
    return now - seen.since > 1000 || (now - seen.begun > 60000 && document.querySelector(idle));
}"""
BEGIN = "() => { if (window.quiet) window.quiet.begun = window.quiet.since = performance.now() }"
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Visit:
    """One tab, what it asked of strangers and what it complained about."""

    page: Page
    base: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.base}/{address}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Until the script has run, and what it sent is drawn."""
        self.page.wait_for_selector(MESSAGE)
        self.page.evaluate(BEGIN)
        self.page.wait_for_function(QUIET, arg=IDLE)
        assert not self.page.locator(FAILED).count(), self.page.locator(FAILED).inner_text()

    def save(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the demo province; gives its address."""
    yield from served(shown.full(), tmp_path_factory.mktemp("app") / "log.txt")


@pytest.fixture(scope="session")
def empty_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app without a snapshot."""
    yield from served(shown.empty(), tmp_path_factory.mktemp("empty") / "log.txt")


@pytest.fixture
def visit(chromium: Browser, app: str) -> Iterator:
    """visit(width, height, dark=False) opens a tab."""
    yield from _visits(chromium, app)


@pytest.fixture
def empty_visit(chromium: Browser, empty_app: str) -> Iterator:
    yield from _visits(chromium, empty_app)


def served(snapshots: Path, log: Path, *, below: str = "") -> Iterator[str]:
    """The app's address; `below`: what a proxy puts before every path."""
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.port", str(port)]
    command += ["--server.baseUrlPath", below] if below else []
    base = "/".join(filter(None, [f"http://127.0.0.1:{port}", below]))
    with log.open("w") as output:
        process = subprocess.Popen(
            command, cwd=shown.ROOT, env=os.environ | {"SNAPSHOT_DIR": str(snapshots)}, stdout=output, stderr=output
        )
        try:
            answers(f"{base}/_stcore/health", process)
            yield base
        finally:
            process.kill()
            process.wait()


def _visits(chromium: Browser, base: str) -> Iterator:
    opened = []

    def make(width: int, height: int, *, dark: bool = False, touch: bool = False) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", has_touch=touch
        )
        opened.append(patient(context))
        made = Visit(context.new_page(), base)
        context.route("**/*", lambda route: _only_the_app(route, made))
        made.page.on("console", lambda message: _note(message, made))
        made.page.on("pageerror", lambda error: made.errors.append(str(error)))
        return made

    yield make
    for context in opened:
        context.close()


def _only_the_app(route: Route, made: Visit) -> None:
    url = route.request.url
    if url.startswith((made.base, "data:", "blob:")):
        route.continue_()
    else:
        made.foreign.append(url)
        route.abort()


def _note(message, made: Visit) -> None:
    """Streamlit asks for its own health below the page's address first and falls back: not an error of the page."""
    url = message.location.get("url", "")
    if message.type == "error" and not url.endswith(PROBES):
        made.errors.append(f"{message.text} {url}")
