"""A whole meeting led by keyboard and by touch, on to its end when the connection is cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from dashboard.words import hall as words
from dashboard.words import shell
from tests.browser.waiting import eventually, left

LEAST = 32
SOURCE_LEAST = 18
STAGE = "document.getElementById('presentation-stage').shadowRoot"
SMALL = f"""least => [...{STAGE}.querySelectorAll('.stage > :not(.live) *')].flatMap(element => {{
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.getClientRects().length) return [];
    const drawn = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * drawn;
    const wanted = element.closest('.source') ? {SOURCE_LEAST} : least;
    return size < wanted - 0.01 ? [[size, element.textContent.slice(0, 40)]] : [];
}})"""
CUT = f"""() => {{
    const parts = '.main, .main header, .title, .time, .sentence, .body, .figure, .matters, footer, .source, .tools';
    const flows = [...{STAGE}.querySelectorAll(parts)].filter(element =>
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const outside = [...{STAGE}.querySelectorAll('.main *:not(.progress, .progress *)')].filter(element => {{
        const box = element.getBoundingClientRect();
        const past = box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
        return box.width && (box.left < -1 || box.top < -1 || past);
    }});
    return [...flows, ...outside].map(element => element.outerHTML.slice(0, 120));
}}"""
TARGETS = f"""() => [...{STAGE}.querySelectorAll('button, [role=button]')]
    .map(element => element.getBoundingClientRect())
    .filter(box => box.width && (box.width < 44 || box.height < 44)).length"""
ON_TOP = """() => [[0.5, 0.5], [0.02, 0.02], [0.98, 0.02], [0.5, 0.97]].every(([x, y]) =>
    document.elementFromPoint(innerWidth * x, innerHeight * y)?.id === 'presentation-stage')"""
REFUSE_FULL_SCREEN = "Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))"
HOSTILE = "<script>window.hacked=1</script> & 'x' <img src=x onerror='window.hacked=1'> " + "Giao rà soát. " * 40
FILL_WITH = """text => {
    const { stage } = document.getElementById('presentation-stage');
    for (const screen of stage.deck.screens) {
        Object.assign(screen, { notes: [text, text], matters: [text], said: [text] });
        for (const table of screen.tables) table.rows = table.rows.map(row => row.map(() => text));
    }
    stage.go(0);
}"""
OF_THE_CUT = ("ERR_INTERNET_DISCONNECTED", "WebSocket", "ERR_FAILED", "Network Error", "when disconnected from server")

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]


@dataclass
class Line:
    """The connection of a tab: it can be cut, so that nothing comes through, and mended."""

    page: Page
    open: bool = True
    sockets: list[WebSocketRoute] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.context.route_web_socket("**/*", self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.open:
            socket.connect_to_server()
            self.sockets.append(socket)
        else:
            socket.close()

    def cut(self) -> None:
        self.open = False
        self.page.context.set_offline(True)
        for socket in self.sockets:
            socket.close()

    def mend(self) -> None:
        self.open = True
        self.page.context.set_offline(False)


@dataclass
class Finger:
    """Real touches, as the browser gets them from a screen."""

    page: Page

    def __post_init__(self) -> None:
        self.session = self.page.context.new_cdp_session(self.page)

    def _send(self, kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def tap(self, selector: str, *, trembling: int = 0) -> None:
        box = self.page.locator(selector).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._send("touchStart", (x, y))
        for step in range(1, trembling + 1):
            self._send("touchMove", (x - step, y + step))
        self._send("touchEnd")

    def swipe(self, *, left: bool) -> None:
        size = self.page.viewport_size
        start, step = (0.75, -0.1) if left else (0.25, 0.1)
        points = [((start + number * step) * size["width"], size["height"] / 2) for number in range(6)]
        self._send("touchStart", points[0])
        for point in points[1:]:
            self._send("touchMove", point)
        self._send("touchEnd")


def number(page: Page) -> str:
    return page.locator(".number").inner_text()


def reached(page: Page, place: int, count: int) -> None:
    expect(page.locator(".number")).to_have_text(f"{place}/{count}")


def legible(page: Page) -> None:
    """What a screen must be to be read from the last row."""
    assert left(page, SMALL, LEAST) == []
    assert left(page, CUT) == []
    assert left(page, TARGETS) == 0
    eventually(page, lambda: page.evaluate(ON_TOP))
    source = page.locator(".source").inner_text()
    assert shell.DEMO_BANNER in source and words.INTERNAL in source and "Số liệu đến 22/11/2026" in source
    assert page.locator(".matters li:visible").count() or page.locator(".body.bare").count()
    assert page.locator(".matters:not(.about) .more:visible").count() == 0


def others(errors: list[str]) -> list[str]:
    """Complaints that are not just those of the cut connection."""
    return [error for error in errors if not any(word in error for word in OF_THE_CUT)]


def test_a_meeting_by_keyboard_on_a_projector(visit):
    tab = visit(1920, 1080)
    line = Line(tab.page)
    page = tab.open("trinh-chieu")
    page.locator(".start").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".stage")).to_be_visible()
    count = int(number(page).split("/")[1])
    assert 5 <= count <= 15
    keys = cycle(["ArrowRight", "Space", "PageDown"])
    for place in range(1, count + 1):
        reached(page, place, count)
        legible(page)
        tab.save(f"meeting-1920-{place}")
        page.keyboard.press(next(keys))
    page.keyboard.press("ArrowLeft")
    reached(page, count - 1, count)
    page.keyboard.press("Home")
    reached(page, 1, count)
    page.keyboard.press("5")
    reached(page, 5, count)

    page.keyboard.press("Enter")
    expect(page.locator(".over table").first).to_be_visible()
    assert left(page, SMALL, LEAST) == []
    tab.save("meeting-1920-drill")
    page.keyboard.press("PageDown")
    eventually(page, lambda: page.locator(".over .scroll").evaluate("element => element.scrollTop") > 100)
    page.keyboard.press("Escape")
    expect(page.locator(".over")).to_be_hidden()
    reached(page, 5, count)

    page.keyboard.press("a")
    expect(page.locator(".over ol button")).to_have_count(count)
    assert left(page, SMALL, LEAST) == []
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    reached(page, 2, count)

    page.keyboard.press("b")
    expect(page.locator(".cover")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".cover")).to_have_count(0)
    reached(page, 2, count)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "presentation-stage"
    assert (tab.foreign, tab.errors) == ([], [])

    line.cut()
    for place in range(3, count + 1):
        page.keyboard.press("ArrowRight")
        reached(page, place, count)
        legible(page)
    page.keyboard.press("Enter")
    page.locator(".open").click()
    expect(page.locator(".problem")).to_have_text(words.OFFLINE)
    page.keyboard.press("Escape")
    eventually(page, lambda: page.evaluate("document.querySelector('[data-test-connection-state]')"
                                           ".dataset.testConnectionState") != "CONNECTED")  # fmt: skip
    eventually(page, lambda: page.evaluate(ON_TOP))
    tab.save("meeting-1920-cut")

    line.mend()
    eventually(page, lambda: page.evaluate("document.querySelector('[data-test-connection-state]')"
                                           ".dataset.testConnectionState") == "CONNECTED")  # fmt: skip
    tab.settle()
    reached(page, count, count)
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_have_count(0)
    assert page.locator("[data-testid='stException']").count() == 0
    assert (tab.foreign, others(tab.errors)) == ([], [])


def test_a_meeting_by_touch_on_a_tablet_that_refuses_full_screen(visit):
    tab = visit(1024, 768, touch=True)
    tab.page.add_init_script(REFUSE_FULL_SCREEN)
    line, finger = Line(tab.page), Finger(tab.page)
    page = tab.open("trinh-chieu")
    finger.tap(".start")
    expect(page.locator(".stage")).to_be_visible()
    count = int(number(page).split("/")[1])
    assert 5 <= count <= 15
    for place in range(1, count + 1):
        reached(page, place, count)
        legible(page)
        tab.save(f"meeting-1024-{place}")
        finger.swipe(left=True)
    finger.swipe(left=False)
    reached(page, count - 1, count)

    finger.tap(".tool.agenda")
    expect(page.locator(".over ol button")).to_have_count(count)
    finger.tap(".over li:nth-child(3) button")
    reached(page, 3, count)
    finger.tap(".figure", trembling=18)
    expect(page.locator(".over table").first).to_be_visible()
    assert left(page, SMALL, LEAST) == []
    assert left(page, TARGETS) == 0
    tab.save("meeting-1024-drill")
    finger.tap(".tool.back")
    expect(page.locator(".over")).to_be_hidden()
    finger.tap(".tool.black")
    expect(page.locator(".cover")).to_be_visible()
    finger.tap(".cover")
    expect(page.locator(".cover")).to_have_count(0)
    reached(page, 3, count)
    assert (tab.foreign, tab.errors) == ([], [])

    line.cut()
    for place in range(4, count + 1):
        finger.tap(".tool.next")
        reached(page, place, count)
        legible(page)
    finger.tap(".matters")
    expect(page.locator(".over table").first).to_be_visible()
    finger.tap(".tool.back")
    finger.tap(".tool.exit")
    expect(page.locator(".stage")).to_have_count(0)
    assert (tab.foreign, others(tab.errors)) == ([], [])


def test_a_reload_comes_back_to_the_screen_and_a_screen_leads_to_its_page(visit):
    tab = visit(820, 1180, touch=True)
    page = tab.open("trinh-chieu?ky=2026-Q3")
    page.locator(".offer li").nth(3).locator("button").click()
    place = number(page)
    legible(page)
    page.reload()
    expect(page.locator(".number")).to_have_text(place, timeout=90_000)
    eventually(page, lambda: page.evaluate(ON_TOP))
    page.keyboard.press("Enter")
    name = page.locator(".open").inner_text().removeprefix(words.OPEN_PAGE.format(page=""))
    page.locator(".open").click()
    eventually(page, lambda: "/trinh-chieu" not in page.url and "ky=2026-Q3" in page.url)
    tab.settle()
    assert page.locator(".stage").count() == 0
    (key,) = [key for key, told in shell.NAVIGATION.items() if told == name]
    assert shell.PAGES[key] in page.locator(".page-title").inner_text()
    page.get_by_role("button", name=shell.OTHER_PAGES).click()
    page.get_by_role("link", name=shell.NAVIGATION["presentation"]).click()
    expect(page.locator(".resume")).to_be_visible(timeout=90_000)
    page.locator(".resume").click()
    expect(page.locator(".number")).to_have_text(place)
    assert (tab.foreign, tab.errors) == ([], [])


def test_whatever_an_officer_writes_is_text_and_keeps_its_place(visit):
    tab = visit(1024, 768)
    page = tab.open("trinh-chieu")
    page.locator(".start").click()
    expect(page.locator(".stage")).to_be_visible()
    page.evaluate(FILL_WITH, HOSTILE)
    for key in ("ArrowRight", "End", "Enter", "Escape", "a"):
        page.keyboard.press(key)
        assert key == "a" or left(page, CUT) == []
        assert left(page, SMALL, LEAST) == []
    page.keyboard.press("Escape")
    assert HOSTILE.split(" ")[0] in page.locator(".matters .note").first.inner_text()
    assert page.locator(".stage img, .stage script").count() == 0
    assert page.evaluate("window.hacked") is None
    assert (tab.foreign, tab.errors) == ([], [])
