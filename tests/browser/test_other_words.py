"""What Streamlit's own parts say, in the states in which they say it: Vietnamese, and English at no instant."""

from __future__ import annotations

import re

import pytest

from dashboard.words import shell
from tests import shown
from tests.browser import frame
from tests.browser.conftest import _visits, served
from tests.browser.waiting import eventually, left

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]

# looks at what is painted, each time that it is
WATCHED = """(() => {
    window.english = [];
    const look = () => {
        const found = document.body?.innerText.match(/.*(not found|Connection|Streamlit|Running|respond).*/);
        if (found) window.english.push(found[0]);
        requestAnimationFrame(look);
    };
    look();
})()"""
DIALOG = '[role="dialog"]'
CALENDAR = '[data-testid="stDateInputCalendar"]'
CALENDAR_SIGN = '[data-testid="stDateInputCalendarButton"]'
SAID = """() => [...document.querySelectorAll('[data-testid="stDateInputCalendar"] [aria-label]')]
    .map(element => element.getAttribute('aria-label'))"""


@pytest.mark.parametrize("address", ["khong-co?ky=2026-Q3", "ton-dong/khong-co/nua"])
def test_an_unknown_address_opens_the_first_page_with_one_sentence(visit, address):
    tab = visit(1024, 768)
    tab.page.add_init_script(WATCHED)
    page = tab.open(address)
    assert page.url.endswith("/tong-quan")
    assert page.locator(".notice").all_inner_texts() == [shell.NO_SUCH_PAGE]
    assert page.locator(DIALOG).count() == 0
    assert page.evaluate("window.english") == []
    page.locator(".st-key-navigation a").nth(2).click()
    eventually(page, lambda: "/ton-dong" in page.url and page.locator(".notice").count() == 0)
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_server_that_went_away_is_told_in_vietnamese(chromium, tmp_path):
    running = served(shown.empty(), tmp_path / "log.txt")
    visits = _visits(chromium, next(running))
    tab = next(visits)(1024, 768)
    page = tab.page
    try:
        page.add_init_script(WATCHED)
        tab.open("ton-dong")
        running.close()
        eventually(page, lambda: page.locator(DIALOG).count() == 1)
        said = page.locator(DIALOG).inner_text()
        assert shell.INSTEAD["Connection error"] in said
        assert next(iter(shell.INSTEAD_OF.values())) in said
        assert left(page, frame.ENGLISH) == []
        assert page.evaluate("window.english") == []
    finally:
        visits.close()


def test_the_calendar_of_a_range_is_vietnamese(visit):
    tab = visit(1024, 768)
    page = tab.open("ton-dong?lich=tuy-chon&ky=2026-08-01..2026-09-30")
    page.locator(".st-key-filter-sentence button").click()
    page.locator(CALENDAR_SIGN).click()
    page.wait_for_selector(CALENDAR)
    assert {"T2", "CN"} <= set(page.locator(f"{CALENDAR} th").all_inner_texts())
    said = " ".join(page.evaluate(SAID)).casefold()
    assert "tháng 8" in said and "đang chọn" in said
    assert not re.search("august|monday|saturday|selected|range", said)
    assert left(page, frame.ENGLISH) == []
    assert tab.errors == []
