"""One house for all tests of access, and a browser that signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import shown
from tests.access import house as houses
from tests.access.house import House
from tests.machine import patient

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PART = "[data-testid^=stBidi] *"
SIGN_IN = ".st-key-sign-in button"


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Identity service, two processes of the app, proxy."""
    made = houses.built(tmp_path_factory.mktemp("house"), ACCESS_RENEW_MINUTES="50")
    try:
        for part in ("provider", "one", "two", "proxy"):
            made.start(part)
        yield made
    finally:
        made.stop()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """browser() is a browser of its own: no cookie yet."""
    opened: list[BrowserContext] = []

    def make() -> BrowserContext:
        context = chromium.new_context(ignore_https_errors=True, viewport={"width": 1200, "height": 800})
        opened.append(patient(context))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@dataclass(frozen=True)
class Landed:
    """Where a role came out after signing in at a deep link, what stood there, and its cookies."""

    url: str
    text: str
    cookies: dict[str, str]


@pytest.fixture(scope="session")
def landed(house: House, chromium: Browser) -> Callable[[str], Landed]:
    """landed(role): once for all tests, whoever has that role opens a page of it with filters and signs in."""

    @cache
    def of(role: str) -> Landed:
        context = patient(chromium.new_context(ignore_https_errors=True))
        page = context.new_page()
        sign_in(page, role.replace("_", "-"), f"{house.origin}/{asked_for(role)}?ky=2026-Q2&loai=khieu-nai")
        page.wait_for_selector(".headline")
        page.wait_for_url("**ky=2026-Q2**")
        page.wait_for_selector(IDLE, state="attached")
        held = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
        found = Landed(page.url, page.inner_text("body"), held)
        context.close()
        return found

    return of


@pytest.fixture(scope="session")
def cookies(landed: Callable[[str], Landed]) -> Callable[[str], dict[str, str]]:
    """cookies(role): those of a browser in which somebody of that role has signed in; held to no process."""
    return lambda role: {name: value for name, value in landed(role).cookies.items() if name.startswith("_streamlit")}


def asked_for(role: str) -> str:
    """The address of a page of that role."""
    return shown.PAGES["quality" if role == "technician" else "backlog"]


def sign_in(page: Page, name: str, address: str) -> None:
    """Open the address, press the button, give name and password; the page is drawn when this returns."""
    page.goto(address)
    page.click(SIGN_IN)
    page.fill("input[name=login]", name)
    page.keyboard.press("Enter")
    page.fill("input[name=password]", name * 2)
    page.keyboard.press("Enter")
    page.wait_for_url("https://**")
