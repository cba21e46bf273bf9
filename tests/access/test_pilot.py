"""The identity service of a pilot, started with the files that are shipped: who stands in it signs in, only so."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.words import sign_in as words
from tests import shown
from tests.access.conftest import SIGN_IN
from tests.browser.waiting import eventually
from tests.machine import PATIENCE, answers, ended, free_ports

pytestmark = pytest.mark.xdist_group("access")
PILOT = shown.ROOT / "deploy" / "canaille"
EXAMPLE = (PILOT / "people.example.toml").read_text(encoding="utf-8")
FILE = tomllib.loads(EXAMPLE)
DASHBOARD = FILE["dashboard"]
BACK = f"{DASHBOARD}/oauth2callback"
RENEW = 20  # seconds
HEADLINE = ".headline"
PASSWORD = re.findall(r'every person below is "(.+?)"', EXAMPLE)[0]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address; only address and port differ from the example."""
    (port,) = free_ports(1)
    folder: Path = tmp_path_factory.mktemp("pilot")
    address = f"http://localhost:{port}"
    text = EXAMPLE.replace(FILE["address"], address).replace(f"port = {FILE['port']}", f"port = {port}")
    (folder / "people.toml").write_text(text, encoding="utf-8")
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, str(PILOT / "start.py"), "serve", str(folder / "people.toml")],
            env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"}, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        answers(f"{address}/.well-known/openid-configuration", process)
        yield address
    finally:
        ended(process)


def asked(service: str) -> str:
    parts = {"client_id": FILE["client_id"], "redirect_uri": BACK, "response_type": "code", "nonce": "n", "state": "s"}
    return f"{service}/oauth/authorize?{urlencode(parts | {'scope': 'openid profile email groups'})}"


def signs_in(page: Page, service: str, name: str, password: str) -> None:
    page.goto(asked(service))
    gives(page, name, password)


def gives(page: Page, name: str, password: str) -> None:
    page.fill("input[name=login]", name)
    page.keyboard.press("Enter")
    page.fill("input[name=password]", password)
    page.keyboard.press("Enter")


def test_a_person_of_the_file_comes_back_with_name_and_groups(service: str, browser: Callable[[], BrowserContext]):
    page = browser().new_page()
    with page.expect_request(f"{BACK}**") as came:
        signs_in(page, service, "dia-ban", PASSWORD)
    (code,) = parse_qs(urlsplit(came.value.url).query)["code"]
    told = httpx.post(
        f"{service}/oauth/token", timeout=PATIENCE, auth=(FILE["client_id"], FILE["client_secret"]),
        data={"grant_type": "authorization_code", "code": code, "redirect_uri": BACK},
    )  # fmt: skip
    keys = KeySet.import_key_set(httpx.get(f"{service}/oauth/jwks.json", timeout=PATIENCE).json())
    claims = jwt.decode(told.json()["id_token"], keys, algorithms=["RS512"]).claims
    assert claims["name"] == FILE["people"]["dia-ban"]["name"]
    assert sorted(claims["groups"]) == sorted(FILE["people"]["dia-ban"]["groups"])


def test_another_password_leads_nowhere(service: str, browser: Callable[[], BrowserContext]):
    page = browser().new_page()
    signs_in(page, service, "thuong-truc", FILE["people"]["thuong-truc"]["password"])
    page.wait_for_selector(".error")
    assert page.url.startswith(f"{service}/auth/password")


def test_nobody_registers_and_another_program_gets_no_identity(service: str):
    assert httpx.get(f"{service}/register", timeout=PATIENCE).status_code == 403
    parts = {"grant_type": "authorization_code", "code": "x", "redirect_uri": BACK}
    told = httpx.post(f"{service}/oauth/token", timeout=PATIENCE, auth=(FILE["client_id"], "sai"), data=parts)
    assert told.status_code == 401


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """What `make pilot` starts of the files that are shipped; only the host and the ports differ."""
    site, address, port, app = free_ports(4)
    ours = {"giam-sat.tinh.example:8443": f"localhost:{site}", "giam-sat.tinh.example:8444": f"localhost:{address}",
            "port = 8600": f"port = {port}"}  # fmt: skip
    for name in ("people", "secrets"):
        text = (PILOT / f"{name}.example.toml").read_text(encoding="utf-8")
        for theirs, own in ours.items():
            text = text.replace(theirs, own)
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    settings = {
        "SNAPSHOT_DIR": str(shown.tiny()), "LOG_FILE": str(tmp_path / "log"), "ACCESS_DIR": str(tmp_path / "access"),
        "ACCESS_ROLES": str(shown.ROOT / "deploy" / "roles.example.toml"), "ACCESS_RENEW_MINUTES": str(RENEW / 60),
        "PEOPLE": str(tmp_path / "people.toml"), "STORAGE": str(tmp_path / "caddy"), "HOME": str(tmp_path),
        "PORT": str(app), "REPLICAS": "1",
    }  # fmt: skip
    command = [sys.executable, str(shown.ROOT / ".ci" / "serve"), f"--secrets.files={tmp_path / 'secrets.toml'}"]
    told = tmp_path / "told.txt"
    with told.open("w") as log:
        process = subprocess.Popen(command, env=os.environ | settings, stdout=log, stderr=log)
    found = Pilot(f"https://localhost:{site}", f"https://localhost:{address}", process, told)
    try:
        answers(f"{found.address}/.well-known/openid-configuration", process)
        answers(f"{found.site}/_stcore/health", process)
        yield found
    finally:
        ended(process)


@dataclass(frozen=True)
class Pilot:
    """Public addresses of dashboard and identity service, the process that keeps all, and what it told."""

    site: str
    address: str
    process: subprocess.Popen
    told: Path

    @property
    def service(self) -> int:
        """The number of the identity service's process."""
        return int(re.findall(r"identity: .*process (\d+)$", self.told.read_text(encoding="utf-8"), re.MULTILINE)[-1])


def test_a_pilot_signs_in_is_renewed_unseen_and_goes_on_while_its_service_is_away(
    pilot: Pilot, browser: Callable[[], BrowserContext]
):
    """Started with one command; where the service has forgotten its sessions the next renewal asks to sign in again."""
    context = browser()
    page = context.new_page()

    def identity() -> str:
        return "".join(sorted(held["value"] for held in context.cookies() if held["name"] == "_streamlit_user"))

    page.goto(f"{pilot.site}/ton-dong?ky=2026-Q2")
    page.click(SIGN_IN)
    gives(page, "thuong-truc", PASSWORD)
    page.wait_for_selector(HEADLINE)
    page.wait_for_url("**/ton-dong?**ky=2026-Q2**")
    first, used = identity(), last_use(pilot)
    eventually(page, lambda: identity() not in ("", first))
    page.wait_for_selector(HEADLINE)
    page.wait_for_url("**/ton-dong?**ky=2026-Q2**")
    assert last_use(pilot) - used < RENEW / 2, "nobody used it, so the idle limit goes on counting"

    os.kill(pilot.service, signal.SIGSTOP)
    expect(page.locator("body")).to_contain_text(words.AWAY_INSIDE.split(". ")[0])
    expect(page.locator(HEADLINE)).to_have_count(1)
    before = pilot.service
    os.kill(before, signal.SIGKILL)
    eventually(page, lambda: pilot.service != before)
    answers(f"{pilot.address}/.well-known/openid-configuration", pilot.process)
    page.reload()
    expect(page.locator("body")).to_contain_text(words.EXPIRED_TITLE)
    expect(page.locator(HEADLINE)).to_have_count(0)


def last_use(pilot: Pilot) -> float:
    """When anybody was last noted as there (Unix seconds)."""
    return max(mark.stat().st_mtime for mark in (pilot.told.parent / "access" / "used").glob("[!.]*"))


def test_no_password_stands_in_the_file():
    assert all(person["password"].startswith("scrypt:") for person in FILE["people"].values())
