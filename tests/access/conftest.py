"""One house for all tests of access, and a browser that signs in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.access import house as houses
from tests.access.house import House
from tests.browser.conftest import chromium  # noqa: F401 - a fixture

MESSAGE = ".headline, .state"
SIGN_IN = ".st-key-sign-in button"


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Identity service, two processes of the app, proxy."""
    made = houses.built(tmp_path_factory.mktemp("house"))
    try:
        for part in ("provider", "one", "two", "proxy"):
            made.start(part)
        yield made
    finally:
        made.stop()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Callable[[], BrowserContext]]:  # noqa: F811
    """browser() is a browser of its own: no cookie yet."""
    opened: list[BrowserContext] = []

    def make() -> BrowserContext:
        opened.append(chromium.new_context(ignore_https_errors=True, viewport={"width": 1200, "height": 800}))
        return opened[-1]

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def cookies(house: House, chromium: Browser) -> Callable[[str], dict[str, str]]:  # noqa: F811
    """cookies(name): those of a browser in which that person has signed in."""

    @cache
    def of(name: str) -> dict[str, str]:
        context = chromium.new_context(ignore_https_errors=True)
        page = context.new_page()
        sign_in(page, name, house.origin)
        page.wait_for_selector(MESSAGE, timeout=60_000)
        found = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
        context.close()
        return {name: value for name, value in found.items() if name.startswith("_streamlit")}

    return of


def sign_in(page: Page, name: str, address: str) -> None:
    """Open the address, press the button, give name and password; the page is drawn when this returns."""
    page.goto(address)
    page.click(SIGN_IN, timeout=60_000)
    page.fill("input[name=login]", name, timeout=30_000)
    page.keyboard.press("Enter")
    page.fill("input[name=password]", name * 2, timeout=30_000)
    page.keyboard.press("Enter")
    page.wait_for_url("https://**", timeout=30_000)
