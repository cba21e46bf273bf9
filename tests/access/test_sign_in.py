"""In a real Chromium through the proxy: in, out, blocked, moved from one process to the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from playwright.sync_api import TimeoutError as Late

from dashboard.screen import rights
from dashboard.screen import sign_in as gate
from dashboard.words import shell
from dashboard.words import sign_in as words
from data_loaders.settings import configured
from tests import shown
from tests.access import wire
from tests.access.conftest import IDLE, PART, SIGN_IN, asked_for, sign_in
from tests.access.house import House
from tests.browser.waiting import eventually
from tests.machine import until

pytestmark = pytest.mark.xdist_group("access")
HEADLINE, OUT = ".headline", ".st-key-sign-out button"
TRY_AGAIN, HALL = ".st-key-try-again button", ".start"
STAGE = "#presentation-stage"
NOTE_CONNECTIONS = """() => {
    const app = document.querySelector('[data-test-connection-state]');
    window.connections = [];
    new MutationObserver(() => window.connections.push(app.dataset.testConnectionState))
        .observe(app, {attributes: true, attributeFilter: ['data-test-connection-state']});
}"""
CONNECTED_ANEW = "window.connections.at(-1) === 'CONNECTED'"
Browser = Callable[[], BrowserContext]


def shows(page: Page, text: str) -> None:
    expect(page.locator("body")).to_contain_text(text)


@pytest.mark.parametrize("role", list(rights.ROLES))
def test_each_role_lands_on_the_page_it_asked_for_with_its_filters(house: House, landed, role):
    assert f"/{asked_for(role)}?" in landed(role).url and "ky=2026-Q2" in landed(role).url
    assert words.ROLES[role] in landed(role).text
    offered = wire.look(house, shown.PAGES["definitions"], cookies=landed(role).cookies).links
    assert offered == {shell.NAVIGATION[key] for key in rights.ROLES[role].pages}


@pytest.mark.parametrize(("name", "sentence"), [("nobody", "giam-sat-van-phong"), ("no-area", "«dia-ban:")])
def test_who_has_no_right_is_told_what_to_ask_for(house: House, browser: Browser, name, sentence):
    page = browser().new_page()
    sign_in(page, name, f"{house.origin}/tong-quan")
    shows(page, words.NO_RIGHT_TITLE)
    shows(page, sentence)
    expect(page.locator(HEADLINE)).to_have_count(0)


def test_forty_groups_are_carried_and_too_many_are_told(house: House, browser: Browser):
    page = browser().new_page()
    sign_in(page, "forty", house.origin)
    page.wait_for_selector(HEADLINE)
    crowd = browser().new_page()
    sign_in(crowd, "crowd", house.origin)
    shows(crowd, "quá nhiều nhóm")
    assert not [cookie for cookie in crowd.context.cookies() if cookie["name"].startswith("_streamlit_user")]


def test_signing_out_closes_the_other_tab_and_the_identity_service_asks_again(house: House, browser: Browser):
    context = browser()
    one, two = context.new_page(), context.new_page()
    sign_in(one, "office", f"{house.origin}/dinh-nghia")
    one.wait_for_selector(HEADLINE)
    held = "; ".join(f"{c['name']}={c['value']}" for c in context.cookies() if c["name"].startswith("_streamlit"))
    two.goto(f"{house.origin}/dinh-nghia")
    two.wait_for_selector(HEADLINE)
    one.click(OUT)
    one.wait_for_selector(SIGN_IN)
    two.wait_for_selector(SIGN_IN)
    expect(two.locator(HEADLINE)).to_have_count(0)
    kept = dict(part.split("=", 1) for part in held.split("; "))
    again = wire.look(house, "tong-quan", cookies=kept)
    assert again.has(words.ENDED_TITLE) and not again.has('class="headline"')
    one.click(SIGN_IN)
    one.wait_for_selector("input[name=login], input[name=password], [href*='/login']")


def test_the_identity_service_away_is_told_before_the_button(house: House, browser: Browser):
    page = browser().new_page()
    house.kill("provider")
    try:
        page.goto(f"{house.origin}/tong-quan")
        shows(page, words.AWAY)
        expect(page.locator(SIGN_IN)).to_have_count(0)
    finally:
        house.start("provider")


def test_who_is_sent_to_an_identity_service_that_has_just_died_comes_back_to_the_door(house: House, browser: Browser):
    """Told in a sentence, with a way to try again, which leads in once the service answers."""
    page = browser().new_page()
    page.goto(f"{house.origin}/dinh-nghia")
    page.wait_for_selector(SIGN_IN)
    with dying_once_asked(house, page):
        page.click(SIGN_IN)
        shows(page, words.AWAY)
        expect(page.locator(SIGN_IN)).to_have_count(0)
    page.click(TRY_AGAIN)
    page.wait_for_selector(SIGN_IN)


@contextmanager
def dying_once_asked(house: House, page: Page) -> Iterator[None]:
    """The identity service answers the gate and nothing after it: it stops when the browser asks to be sent there."""

    def stop(route: Route) -> None:
        house.pause("provider")
        route.continue_()

    page.route("**/auth/login**", stop)
    try:
        yield
    finally:
        house.resume("provider")
        page.unroute("**/auth/login**")


def test_clocks_that_are_apart_are_told_beside_the_button(house: House, browser: Browser):
    page = browser().new_page()
    house.account("clock", "90")
    try:
        page.goto(f"{house.origin}/tong-quan")
        shows(page, words.CLOCK.split("{seconds}")[0])
        expect(page.locator(SIGN_IN)).to_have_count(1)
    finally:
        house.account("clock", "0")
    page.reload()
    page.wait_for_selector(SIGN_IN)
    expect(page.locator("body")).not_to_contain_text(words.CLOCK.split("{seconds}")[0])


def test_a_session_that_nobody_used_for_the_limit_is_over_in_every_tab(house: House, browser: Browser):
    """The marks of its last use are made older than the limit; another tab finds the way in, too."""
    context = browser()
    page, other = context.new_page(), context.new_page()
    sign_in(page, "area-leader", f"{house.origin}/dinh-nghia")
    page.wait_for_selector(HEADLINE)

    eventually(page, lambda: unused(house, limits=1) or page.locator(SIGN_IN).count() == 1)
    expect(page.locator(HEADLINE)).to_have_count(0)
    other.goto(f"{house.origin}/dinh-nghia")
    other.wait_for_selector(SIGN_IN)
    eventually(page, lambda: "_streamlit_user" not in {cookie["name"] for cookie in context.cookies()})


def test_the_presentation_waits_longer_and_ends_too(house: House, browser: Browser):
    """It is looked at for hours without a touch: eight times the limit; what is sent tells of each look."""
    page = browser().new_page()
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    sign_in(page, "standing", f"{house.origin}/{shown.PAGES['presentation']}")
    page.wait_for_selector(PART, state="attached")
    page.wait_for_selector(IDLE, state="attached")
    unused(house, limits=2)
    before = len(sent)
    eventually(page, lambda: len(sent) > before + 2)
    expect(page.locator(SIGN_IN)).to_have_count(0)
    longer = gate.LONGER[shown.PAGES["presentation"]]
    eventually(page, lambda: unused(house, limits=longer) or page.locator(SIGN_IN).count() == 1)


def test_a_meeting_outlives_its_processes_and_a_blocked_account_does_not(house: House, browser: Browser):
    """One process killed: the next tap is answered by the other. Both anew: still signed in. Blocked: out.

    The identity service dies in the middle of a renewal: the page goes on. What a projector shows is renewed unseen,
    goes on where it was, and goes of itself. The last of these tests: the processes go on renewing every few seconds.
    """
    context = browser()
    page = context.new_page()
    sign_in(page, "bureau", f"{house.origin}/dinh-nghia")
    page.wait_for_selector(HEADLINE)
    sticky = house.holder(page)
    page.evaluate(NOTE_CONNECTIONS)
    house.kill(sticky)
    eventually(page, lambda: page.evaluate(CONNECTED_ANEW))
    page.locator(".st-key-navigation a[href*=ton-dong]").click()
    page.wait_for_url("**/ton-dong**")
    page.wait_for_selector(HEADLINE)

    house.settings["ACCESS_RENEW_MINUTES"] = "0.2"
    try:
        other = "two" if sticky == "one" else "one"
        house.kill(other)
        house.start("one")
        house.start("two")
        until(lambda: wire.fetch(house, "/")[0] == 200)
        page.goto(f"{house.origin}/ton-dong?ky=2026-Q2")
        page.wait_for_selector(HEADLINE)
        page.wait_for_url("**ky=2026-Q2**")
        assert "ky=2026-Q2" in page.url, "renewed without a page of the identity service, and back where it was"

        with dying_once_asked(house, page):
            shows(page, words.AWAY_INSIDE.split(". ")[0])
            expect(page.locator(HEADLINE)).to_have_count(1)
            page.wait_for_url("**/ton-dong?**ky=2026-Q2**")

        page.reload()
        page.wait_for_selector(HEADLINE)
        page.wait_for_url("**/ton-dong?**ky=2026-Q2**")
        hall = context.new_page()
        hall.goto(f"{house.origin}/{shown.PAGES['presentation']}")
        eventually(hall, lambda: is_on_stage(hall))
        hall.wait_for_event("load")
        hall.wait_for_selector(STAGE, state="attached")

        house.account("block", "bureau")
        shows(page, words.EXPIRED_TITLE)
        expect(page.locator(HEADLINE)).to_have_count(0)
        page.reload()
        shows(page, words.EXPIRED_TITLE)
        shows(hall, words.EXPIRED_TITLE)
        expect(hall.locator(f"{HALL}, {STAGE}")).to_have_count(0)
    finally:
        house.account("unblock", "bureau")
        house.settings["ACCESS_RENEW_MINUTES"] = "50"


def is_on_stage(hall: Page) -> bool:
    """The meeting is started, again where a renewal took the page away under the tap."""
    if not hall.locator(STAGE).count():
        with suppress(Late):
            hall.click(HALL, timeout=5_000)
    return hall.locator(STAGE).count() == 1


def unused(house: House, *, limits: int) -> None:
    """Every mark of a last use made older than so many times the limit."""
    moment = time.time() - configured().access_idle_minutes * 60 * limits - 60
    for mark in (house.folder / "access" / "used").glob("[!.]*"):
        os.utime(mark, (moment, moment))
