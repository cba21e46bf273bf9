"""One finger scrolls the page wherever it lies, a turn of the tablet keeps the place, keys alone do what fingers do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard.words import ledger, shell
from tests.browser.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]

TABLET, TURNED, ZOOMED = (1024, 768), (820, 1180), (512, 384)
SWIPED = {
    "ban-do": ".map-tapped",
    "ban-do?keo=1": "iframe[title*='folium']",
    "ton-dong?xem=longest": "table.rows tbody",
    "ton-dong?xem=agency": ".bars",
}
PLACE = "document.querySelector('.stMain').scrollTop"
ROOM = "document.querySelector('.stMain').scrollHeight - document.querySelector('.stMain').clientHeight"
TO_TOP = "document.querySelector('.stMain').scrollTo(0, 0)"
FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
    const marked = around.map(each => getComputedStyle(each))
        .some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    return {
        text: element.innerText || element.getAttribute('aria-label') || '', link: element.href || '',
        seen: marked || element.matches('body, section, .stMain'), inside: box.bottom > 0 && box.top < innerHeight,
    };
}"""
MOST_KEYS = 40
AT = """selector => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return Boolean(element?.matches(selector));
}"""
DROP = "[class*='st-key-briefing-drop-'] button"


def swipe(page: Page, selector: str) -> None:
    """A finger goes up over the middle of what of it is on the screen."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    x, height = box["x"] + box["width"] / 2, page.viewport_size["height"]
    y = (max(box["y"], 0) + min(box["y"] + box["height"], height)) / 2
    touch = page.context.new_cdp_session(page)
    steps = [("touchStart", y), *(("touchMove", y - 20 * step) for step in range(1, 11))]
    for kind, at in steps:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": at}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch.detach()


@pytest.mark.parametrize(("address", "over"), SWIPED.items())
def test_a_finger_scrolls_the_page_and_turning_the_tablet_keeps_the_place(visit, address, over):
    tab = visit(*TABLET, touch=True)
    page = tab.open(address)
    page.locator(over).first.wait_for()
    for width, height in (TABLET, TURNED):
        page.set_viewport_size({"width": width, "height": height})
        tab.settle()
        page.evaluate(TO_TOP)
        url = page.url
        swipe(page, over)
        if page.evaluate(ROOM) > 0:
            eventually(page, lambda: page.evaluate(PLACE) > 0)
        assert page.url == url
    page.set_viewport_size({"width": TABLET[0], "height": TABLET[1]})
    tab.settle()
    assert page.url == url


def test_at_200_percent_keys_alone_reach_and_open_with_the_focus_seen(visit):
    tab = visit(*ZOOMED)
    page = tab.open("ton-dong?xem=longest")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"] == shell.INSTEAD["Skip to main content"]
    order = []
    while len(order) < MOST_KEYS and "/ho-so?ma=" not in page.evaluate(FOCUSED)["link"]:
        page.keyboard.press("Tab")
        order.append(page.evaluate(FOCUSED))
    assert [each["text"] for each in order if not (each["seen"] and each["inside"])] == []
    assert "/ho-so?ma=" in order[-1]["link"], [each["text"] for each in order]
    texts = " | ".join(each["text"] for each in order)
    assert texts.index(shell.NAVIGATION["overview"]) < texts.index("Quý IV/2026") < texts.index("Cơ quan đang giữ")
    page.keyboard.press("Enter")
    eventually(page, lambda: "/ho-so?ma=" in page.url)
    tab.settle()
    assert (tab.foreign, tab.errors) == ([], [])


def reach(page: Page, selector: str) -> None:
    """By the Tab key alone until the focus is there."""
    for _ in range(2 * MOST_KEYS):
        if page.evaluate(AT, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached")


def test_an_area_of_the_map_and_a_matter_of_its_list_are_opened_by_keys_alone(visit):
    tab = visit(*TABLET)
    page = tab.open("ban-do?ky=2026-Q2")
    reach(page, ".map-tapped [data-row]")
    page.keyboard.press("Enter")
    eventually(page, lambda: "dia-ban=" in page.url)
    tab.settle()
    matter = ".st-key-pair-hotspots-inside a[href*='/ho-so?ma=']"
    page.locator(matter).first.wait_for()
    reach(page, matter)
    assert page.evaluate(FOCUSED)["seen"]
    page.keyboard.press("Enter")
    eventually(page, lambda: "/ho-so?ma=" in page.url)
    tab.settle()
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_sentence_is_left_out_and_the_file_made_by_keys_alone(visit):
    tab = visit(*TABLET)
    page = tab.open("giao-ban?ky=2026-Q2")
    said = "[data-row='summary.headline']"
    reach(page, said)
    page.keyboard.press("Enter")
    eventually(page, lambda: "cau=summary.headline" in page.url)
    tab.settle()
    reach(page, DROP)
    page.keyboard.press("Enter")
    expect(page.locator(f"{said} del")).to_have_count(1)
    tab.settle()
    assert page.evaluate(AT, said), "who reads on does so where it was"
    page.keyboard.press("Enter")
    eventually(page, lambda: "cau=summary.headline" in page.url)
    page.go_back()
    eventually(page, lambda: "cau=" not in page.url)
    tab.settle()
    page = tab.open("giao-ban?ky=2026-Q2&xem=files")
    reach(page, ".st-key-briefing-author input")
    page.keyboard.type("Trần Thị B")
    page.keyboard.press("Enter")
    tab.settle()
    reach(page, ".st-key-briefing-make-docx button")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-briefing-get-docx button")).to_be_visible(timeout=90_000)
    tab.settle()
    reach(page, ".st-key-briefing-get-docx button")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "giao-ban-2026-Q2-thanh-tra.docx"
    assert (tab.foreign, tab.errors) == ([], [])


FIRST_POST = ".ledger [data-post]"
SAID_OF_FOCUS = """() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.innerText;
}"""


def test_by_keys_alone_the_next_fifty_heads_one_of_them_and_the_sessions_of_that_one(visit):
    tab = visit(*TABLET)
    page = tab.open("tiep-cong-dan")
    reach(page, "[class*='st-key-all-'] button")
    page.keyboard.press("Enter")
    eventually(page, lambda: page.locator(".pages a").count() > 0)
    tab.settle()
    first = page.locator(FIRST_POST).first.inner_text()
    page.locator(".pages a").first.focus()
    page.keyboard.press("Enter")
    eventually(page, lambda: page.evaluate(AT, FIRST_POST))
    tab.settle()
    assert page.evaluate(SAID_OF_FOCUS) == page.locator(FIRST_POST).first.inner_text() != first
    page.keyboard.press("Enter")
    eventually(page, lambda: "nguoi=" in page.url)
    tab.settle()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(ledger.CARD_SESSIONS)).to_be_visible()
    assert dialog.locator("table.rows").last.locator("tbody tr").count() > 0
    page.keyboard.press("Escape")
    eventually(page, lambda: "nguoi=" not in page.url and dialog.count() == 0)
    assert (tab.foreign, tab.errors) == ([], [])
