"""The ways through the dashboard by finger: found without diacritics, one step back, the same after a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import TimeoutError

from dashboard.words import codes
from tests.browser.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]

SEARCH = ".st-key-navigation-search button"
MORE, OPENED = ".st-key-navigation-more button", '[data-testid="stPopoverBody"]'
TYPED = ".st-key-search-typed input"
FOUND = '[class*="st-key-found-"] a'
SENTENCE = ".st-key-filter-sentence button"
AREA = ".st-key-filter-area-typed input"
AREAS = ".st-key-filter-area-found button"
NAMED = "table.rows a[href]"
AREA_DRAWN = ".map-tapped [data-row]"
CHOSEN = ".map-tapped [aria-pressed=true]"
MOVING = "iframe[title*='folium']"
DISTRICTS = 24
# what is said of an area stands there before the server answers
PRESSED = """area => {
    area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
    return document.querySelector(".tapped-said").textContent;
}"""
VIEWS = '[class*="st-key-choice-xem"] button'
KIND = '[class*="st-key-filter-kind"] input'
DIALOG = '[role="dialog"]'
FOCUSED = "document.activeElement.closest('th')?.dataset.column"
OUTLINE = """() => {
    const link = document.querySelector('.card a');
    link.focus({focusVisible: true});
    return getComputedStyle(link).outlineStyle;
}"""


def first_column(page):
    return page.locator("table.rows tbody td:first-child").all_inner_texts()


def test_a_place_is_found_from_any_page_in_two_taps_and_back_is_one_step(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong")
    page.locator(SEARCH).tap()
    eventually(page, lambda: page.locator(TYPED).evaluate("field => field === document.activeElement"))
    page.keyboard.type("hac khe")
    eventually(page, lambda: page.locator(FOUND).count() > 1)
    assert "Hạc Khê" in page.locator(FOUND).first.inner_text()
    page.locator(FOUND).first.tap()
    eventually(page, lambda: "/don-vi?" in page.url and "Hạc Khê" in page.locator(SENTENCE).inner_text())
    tab.settle()
    assert not page.locator(OPENED).count()
    page.go_back()
    eventually(page, lambda: "/ton-dong" in page.url and "Hạc Khê" not in page.locator(SENTENCE).inner_text())
    assert (tab.foreign, tab.errors) == ([], [])


def test_the_number_of_a_matter_is_found_as_it_is_spoken(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("dinh-nghia")
    page.locator(SEARCH).tap()
    page.locator(TYPED).fill("2026 1")
    eventually(page, lambda: page.locator(FOUND, has_text="HS-2026-000001").count() == 1)


def test_back_undoes_the_choice_of_an_area_and_a_reload_keeps_it(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong")
    whole = page.locator(SENTENCE).inner_text()
    page.locator(SENTENCE).tap()
    page.locator(AREA).fill("lam khe")
    eventually(page, lambda: "Lam Khê" in page.locator(AREAS).first.inner_text())
    page.locator(AREAS).first.tap()
    eventually(page, lambda: "dia-ban=" in page.url and "Lam Khê" in page.locator(SENTENCE).inner_text())
    tab.settle()
    page.reload()
    tab.settle()
    assert "Lam Khê" in page.locator(SENTENCE).inner_text()
    page.go_back()
    eventually(page, lambda: "dia-ban=" not in page.url and page.locator(SENTENCE).inner_text() == whole)
    assert (tab.foreign, tab.errors) == ([], [])


def test_an_opened_card_stands_in_the_address_and_back_closes_it(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("so-tiep-cong-dan")
    page.locator(".ledger [data-post]").first.tap()
    eventually(page, lambda: "nguoi=" in page.url and page.locator(DIALOG).count() == 1)
    tab.settle()
    shared = page.url
    page.go_back()
    eventually(page, lambda: "nguoi=" not in page.url and page.locator(DIALOG).count() == 0)
    page.goto(shared)
    tab.settle()
    eventually(page, lambda: page.locator(DIALOG).count() == 1)
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_name_in_a_table_opens_within_the_app_by_finger_and_by_key_and_back_is_one_step(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong?ky=2026-Q3&xem=longest")
    page.evaluate("window.kept = 'yes'")
    page.locator(NAMED, has_text="HS-").first.tap()
    eventually(page, lambda: all(part in page.url for part in ("/ho-so?ma=HS-", "ky=2026-Q3")))
    tab.settle()
    assert "HS-" in page.locator(".headline").first.inner_text()
    page.go_back()
    eventually(page, lambda: page.url.endswith("/ton-dong?ky=2026-Q3&xem=longest") and page.locator(NAMED).count() > 0)
    tab.settle()
    page.locator(NAMED, has_text="HS-").last.press("Enter")
    eventually(page, lambda: "/ho-so?ma=HS-" in page.url)
    tab.settle()
    assert (page.evaluate("window.kept"), page.evaluate("document.documentElement.lang")) == ("yes", "vi")
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_page_of_the_row_opens_within_the_app_by_key_and_keeps_the_focus(visit):
    tab = visit(1024, 768)
    page = tab.open("tong-quan?ky=2026-Q3")
    page.evaluate("window.kept = 'yes'")
    page.locator(".ways a[href*=ton-dong]").press("Enter")
    eventually(page, lambda: page.locator(".ways [aria-current=page]").get_attribute("href") == "/ton-dong?ky=2026-Q3")
    eventually(page, lambda: page.evaluate("document.activeElement.pathname") == "/ton-dong")
    tab.settle()
    assert page.url.endswith("/ton-dong?ky=2026-Q3") and page.evaluate("window.kept") == "yes"
    page.locator(MORE).press("Enter")
    page.locator(f"{OPENED} a").last.press("Enter")
    eventually(page, lambda: "/ton-dong" not in page.url and not page.locator(OPENED).count())
    tab.settle()
    assert page.evaluate("window.kept") == "yes"
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_list_is_sorted_by_its_headings_by_finger_and_by_key_and_back_undoes_it(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong?ky=2026-Q3&xem=longest")
    unsorted = first_column(page)
    by_body = page.locator("th[data-column=agency_name] a")
    assert by_body.bounding_box()["height"] >= 44
    by_body.tap()
    eventually(page, lambda: page.locator("th[aria-sort=ascending]").get_attribute("data-column") == "agency_name")
    assert "xep=agency_name" in page.url and "xem=longest" in page.url
    tab.settle()
    ascending = first_column(page)
    assert ascending != unsorted
    eventually(page, lambda: page.evaluate(FOCUSED) == "agency_name")
    page.keyboard.press("Enter")
    eventually(page, lambda: page.locator("th[aria-sort=descending]").count() == 1 and "xep=-agency_name" in page.url)
    tab.settle()
    assert first_column(page) not in (ascending, unsorted)
    page.reload()
    tab.settle()
    assert page.locator("th[aria-sort=descending]").get_attribute("data-column") == "agency_name"
    page.go_back()
    eventually(page, lambda: first_column(page) == ascending)
    page.go_back()
    eventually(page, lambda: first_column(page) == unsorted and "xep=" not in page.url)
    assert (tab.foreign, tab.errors) == ([], [])


def test_quick_taps_end_where_the_last_one_was_and_choose_nothing_else(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("cho-giai-quyet")
    views = page.locator(VIEWS)
    for number in (1, 3, 2, 0, 4, 1, 0, 3, 1, 3):
        views.nth(number).tap()
    eventually(page, lambda: page.url.endswith("?xem=due") and views.nth(3).get_attribute("aria-checked") == "true")
    tab.settle()
    eventually(page, lambda: page.url.endswith("?xem=due") and views.nth(3).get_attribute("aria-checked") == "true")
    tab.open("ban-do")
    measure = page.locator(".st-key-choice-do input")
    names: list[str] = []
    eventually(page, lambda: are_listed(page, measure, names))
    for number in (1, 2, 0, 1):
        eventually(page, lambda name=names[number]: is_taken(page, measure, name))
    eventually(page, lambda: page.url.endswith("/ban-do?do=open_count"))
    tab.settle()
    eventually(page, lambda: page.url.endswith("/ban-do?do=open_count") and measure.input_value() == names[1])
    eventually(page, lambda: page.locator(".figure-title").first.inner_text() == names[1] == "Đang giải quyết")
    assert (tab.foreign, tab.errors) == ([], [])


def test_two_quick_taps_on_different_things_both_count(visit):
    tab = visit(1024, 768, touch=True)
    sockets, held = [], []

    def between(socket):
        sockets.append(socket)
        socket.connect_to_server().on_message(lambda message: held.append(message) if late else socket.send(message))

    late = False
    tab.page.route_web_socket("**/_stcore/stream*", between)
    page = tab.open("cho-giai-quyet")
    page.locator(SENTENCE).tap()
    kind = page.locator(KIND)
    kind.wait_for()
    late = True  # what is tapped now goes to the server, and what it says of it comes late
    page.locator(VIEWS).nth(3).dispatch_event("click")
    kind.tap()
    page.get_by_role("option", name="Khiếu nại", exact=True).tap()
    page.wait_for_timeout(3000)
    assert "xem=" not in page.url
    late = False
    for message in held:
        sockets[-1].send(message)
    eventually(page, lambda: "xem=due" in page.url and "loai=khieu-nai" in page.url)
    tab.settle()
    assert page.locator(VIEWS).nth(3).get_attribute("aria-checked") == "true"
    assert "Khiếu nại" in page.locator(SENTENCE).inner_text()
    assert (tab.foreign, tab.errors) == ([], [])


def test_what_back_undid_is_not_done_again_by_the_next_tap(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("cho-giai-quyet")
    whole = page.locator(SENTENCE).inner_text()
    page.locator(SENTENCE).tap()
    page.locator(KIND).tap()
    page.get_by_role("option", name="Khiếu nại", exact=True).tap()
    eventually(page, lambda: "loai=khieu-nai" in page.url and "Khiếu nại" in page.locator(SENTENCE).inner_text())
    tab.settle()
    page.keyboard.press("Escape")
    eventually(page, lambda: page.locator(KIND).count() == 0)
    page.go_back()
    eventually(page, lambda: "loai=" not in page.url and page.locator(SENTENCE).inner_text() == whole)
    tab.settle()
    page.locator(VIEWS).nth(2).tap()
    eventually(page, lambda: page.url.endswith("/cho-giai-quyet?xem=accepted"))
    tab.settle()
    assert page.url.endswith("/cho-giai-quyet?xem=accepted") and page.locator(SENTENCE).inner_text() == whole
    page.locator(SENTENCE).tap()
    eventually(page, lambda: page.locator(KIND).input_value() == codes.KINDS_ALL)
    assert (tab.foreign, tab.errors) == ([], [])


def test_a_link_to_the_page_it_stands_on_opens_it_as_it_begins_and_back_is_one_step(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong?xem=field")
    page.locator("nav.leads a[aria-current]").tap()
    eventually(page, lambda: page.url.endswith("/ton-dong") and is_first(page))
    tab.settle()
    page.go_back()
    eventually(page, lambda: page.url.endswith("/ton-dong?xem=field") and not is_first(page))
    assert (tab.foreign, tab.errors) == ([], [])


def is_first(page):
    return page.locator(VIEWS).first.get_attribute("aria-checked") == "true"


def are_listed(page, box, names):
    """Whether the list is open, and what it offers; it is opened again where the page, drawn anew, closed it."""
    options = page.locator('[role="option"]')
    try:
        if not options.count():
            box.tap(timeout=5000)
    except TimeoutError:
        return False
    names[:] = options.all_inner_texts()
    return len(names) > 2


def is_taken(page, box, name):
    """Whether the box says what was tapped; the list is opened again where the page, drawn anew, closed it."""
    option = page.get_by_role("option", name=name, exact=True)
    try:
        if box.input_value() != name and not option.is_visible():
            box.tap(timeout=5000)
        if box.input_value() != name:
            option.tap(timeout=5000)
    except TimeoutError:
        return False
    return box.input_value() == name


def test_the_picture_of_the_map_is_opened_by_finger_and_by_key_and_moves_only_when_asked(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ban-do?ky=2026-Q3")
    assert (page.locator(AREA_DRAWN).count(), page.locator(MOVING).count()) == (DISTRICTS, 0)
    whole, name = page.url, page.locator(AREA_DRAWN).nth(4).get_attribute("aria-label").split(":")[0]
    page.locator(AREA_DRAWN).nth(4).tap()
    eventually(page, lambda: "dia-ban=" in page.url and 1 < page.locator(AREA_DRAWN).count() < DISTRICTS)
    tab.settle()
    assert name in page.locator(".area-figures").locator("xpath=../..").inner_text()
    district, said = page.url, page.locator(AREA_DRAWN).first.get_attribute("aria-label")
    assert page.locator(AREA_DRAWN).first.evaluate(PRESSED) == said
    eventually(page, lambda: page.url != district and page.locator(CHOSEN).get_attribute("aria-label") == said)
    tab.settle()
    page.go_back()
    eventually(page, lambda: page.url == district and page.locator(CHOSEN).count() == 0)
    tab.settle()
    page.go_back()
    eventually(page, lambda: page.url == whole and page.locator(AREA_DRAWN).count() == DISTRICTS)
    tab.settle()
    page.locator(".st-key-map-options button").first.tap()
    page.locator(".st-key-hotspots-moves button").tap()
    eventually(page, lambda: page.locator(MOVING).count() == 1 and page.locator(AREA_DRAWN).count() == 0)
    assert "keo=1" in page.url
    assert (tab.foreign, tab.errors) == ([], [])


def test_focus_is_seen_on_a_card(visit):
    page = visit(1024, 768).open("tong-quan")
    assert page.evaluate(OUTLINE) != "none"
