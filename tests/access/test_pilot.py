"""The identity service of a pilot, started with the files that are shipped: who stands in it signs in, only so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from playwright.sync_api import BrowserContext, Page

from tests import shown
from tests.machine import PATIENCE, answers, ended, free_ports

pytestmark = pytest.mark.xdist_group("access")
PILOT = shown.ROOT / "deploy" / "canaille"
EXAMPLE = (PILOT / "people.example.toml").read_text(encoding="utf-8")
FILE = tomllib.loads(EXAMPLE)
DASHBOARD = FILE["dashboard"]
BACK = f"{DASHBOARD}/oauth2callback"
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


def test_no_password_stands_in_the_file():
    assert all(person["password"].startswith("scrypt:") for person in FILE["people"].values())
