"""Every page at three sizes, light and dark, with the network closed: drawn, silent, nothing foreign, nothing cut."""

from __future__ import annotations

import pytest

from dashboard.words import hotspots, shell
from tests import shown
from tests.browser import frame
from tests.browser.waiting import eventually, left

SIZES = [(1024, 768), (820, 1180), (1920, 1080)]
ZOOMED = (512, 384)  # 1024x768 at 200 %
HEADLINE, PICTURE, CONTROLS = 104, 300, 16  # the budget at 1024x768, in CSS pixels and signs on the first screen
PICTURES = {"locked": 350}
SCREENS = 2.5
LEAD = {1024: (104, 300), 820: (116, 360), 1920: (116, 335)}  # by width: where the message and the first picture begin
LOW = {("overview", 820): 648} | {("locked", width): 400 for width in LEAD}
WIDER = {"reception": 18}  # signs upright and on a projector, where three figures of a view stand on the first screen
ROWS = ("reception", "conclusions", "bodies", "quality", "supervision")  # lists that stay lists on a tablet upright
VIEWS = ".st-key-choice-xem button"
DISTRICTS, COMMUNES = 24, 160
MAP = "iframe[title*='folium']"
SHAPES = "path.leaflet-interactive"
ENGLISH = ("Choose an option", "Choose options", " more", "None", "nan", "NaT", "No results", "undefined")
SIDEWAYS = """() => [document.documentElement, ...document.querySelectorAll('.stMain, .stMainBlockContainer')]
    .filter(element => element.scrollWidth > element.clientWidth + 1).map(element => element.className)"""
CUT = """() => [...document.querySelectorAll(
    '.headline, .page-title, .st-key-filter-sentence p, .figure-title, .card-of, .stamp, .window, .stMain input,'
    + '.card-value')]
    .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).clipPath === 'none')
    .map(element => element.textContent || element.value)"""
CARDS = """() => [...document.querySelectorAll('table.rows')]
    .filter(table => table.offsetParent && getComputedStyle(table.querySelector('tbody tr')).display === 'grid')
    .map(table => table.caption?.textContent)"""
SMALL = """() => [...document.querySelectorAll('.stMain button, .stMain a, .stMain input, .stMain summary')]
    .filter(element => element.offsetParent && !element.closest('[data-testid="stCode"], [data-testid="stDataFrame"]'))
    .map(element => [Math.round(element.getBoundingClientRect().height), element.outerHTML.slice(0, 120)])
    .filter(([height]) => height > 0 && height < 44)"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]


@pytest.mark.parametrize(("name", "slug"), shown.PAGES.items())
def test_a_page_at_every_size(visit, name, slug):
    """Opened once and turned: a tablet is turned in the hand, a window is dragged to the projector."""
    tab = visit(*SIZES[0])
    page = tab.open(slug)
    for width, height in [*SIZES, ZOOMED]:
        page.set_viewport_size({"width": width, "height": height})
        tab.settle()
        tab.save(f"{name}-{width}x{height}")
        assert page.locator('[data-testid="stException"]').count() == 0
        assert page.locator(".headline").is_visible()
        assert page.locator(".demo-banner").inner_text() == shell.DEMO_BANNER
        assert left(page, SIDEWAYS) == []
        assert left(page, CUT) == []
        assert left(page, SMALL) == []
        text = page.locator(".stMain").inner_text()
        assert [word for word in ENGLISH if word in text] == []
        if width == SIZES[1][0] and name in ROWS:
            assert left(page, CARDS) == []
        if width in LEAD:
            headline, picture = LEAD[width][0], max(LEAD[width][1], LOW.get((name, width), 0))
            eventually(page, lambda at=headline: page.evaluate(frame.HEADLINE) <= at)
            eventually(page, lambda at=picture: page.evaluate(frame.PICTURE) <= at)
            signs = CONTROLS if width == SIZES[0][0] else WIDER.get(name, CONTROLS)
            eventually(page, lambda most=signs: page.evaluate(frame.CONTROLS) <= most)
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.mark.parametrize(("name", "slug"), shown.PAGES.items())
def test_every_view_keeps_the_frame(visit, name, slug):
    """The message high up, the first picture near it, few signs, not long; Vietnamese, no text too faint to read."""
    tab = visit(*SIZES[0])
    page = tab.open(slug)
    for view in range(max(1, page.locator(VIEWS).count())):
        if view:
            page.locator(VIEWS).nth(view).click()
            tab.settle()
        assert page.evaluate("document.documentElement.lang") == "vi"
        assert page.evaluate(frame.HEADLINE) <= HEADLINE, view
        assert page.evaluate(frame.PICTURE) <= PICTURES.get(name, PICTURE), view
        assert page.evaluate(frame.HEIGHT) <= SIZES[0][1] * SCREENS, view
        assert left(page, frame.ENGLISH) == [], view
        assert left(page, frame.FAINT) == [], view
        for width, height in [*SIZES[1:], SIZES[0]]:
            page.set_viewport_size({"width": width, "height": height})
            signs = CONTROLS if width == SIZES[0][0] else WIDER.get(name, CONTROLS)
            eventually(page, lambda most=signs: page.evaluate(frame.CONTROLS) <= most)
    assert tab.errors == []


def test_the_overview_is_one_screen_of_a_projector(visit):
    page = visit(1920, 1080).open("tong-quan")
    eventually(page, lambda: page.evaluate(frame.HEIGHT) <= 1080)


@pytest.mark.parametrize(("name", "slug"), shown.PAGES.items())
def test_a_page_in_the_dark(visit, name, slug):
    tab = visit(1024, 768, dark=True)
    page = tab.open(slug)
    tab.save(f"{name}-dark")
    assert tab.errors == []
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert sum(int(part) for part in background.strip("rgb()").split(",")[:3]) < 150


def test_the_map_draws_every_area_and_a_tap_goes_inside_and_back(visit):
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1")
    shapes = page.frame_locator(MAP).locator(SHAPES)
    eventually(page, lambda: shapes.count() == DISTRICTS)
    shapes.nth(4).click()
    tab.settle()
    eventually(page, lambda: "dia-ban=" in page.url and 1 < shapes.count() < DISTRICTS)
    tab.save("hotspots-inside")
    page.get_by_role("button", name=hotspots.BACK).click()
    tab.settle()
    eventually(page, lambda: "dia-ban=" not in page.url and shapes.count() == DISTRICTS)
    assert (tab.foreign, tab.errors) == ([], [])


def test_the_map_of_communes(visit):
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1&chia=xa")
    eventually(page, lambda: page.frame_locator(MAP).locator(SHAPES).count() == COMMUNES)
    tab.save("hotspots-communes")
    assert (tab.foreign, tab.errors) == ([], [])


def test_the_bare_address_leads_to_the_overview(visit):
    tab = visit(1024, 768)
    assert tab.open("").url.split("?")[0].endswith("/tong-quan")
    assert tab.errors == []


def test_a_view_survives_a_reload_and_goes_along_to_the_next_page(visit):
    tab = visit(1024, 768)
    page = tab.open("ton-dong?lich=duong-lich&ky=2026-Q2&loai=khieu-nai&xem=field")
    tab.page.reload()
    tab.settle()
    said = "01/04/2026 – 30/06/2026"
    eventually(page, lambda: page.locator(".window").inner_text().startswith(said))
    page.get_by_role("button", name=shell.OTHER_PAGES).click()
    page.get_by_role("link", name=shell.NAVIGATION["comparison"]).click()
    tab.settle()
    eventually(page, lambda: all(part in page.url for part in ("/so-sanh", "ky=2026-Q2", "loai=khieu-nai")))
    assert "xem=" not in page.url


def test_a_card_leads_to_what_it_is_made_of(visit):
    tab = visit(820, 1180)
    page = tab.open("tong-quan?ky=2026-Q2")
    page.locator(".card").nth(1).click()
    tab.settle()
    eventually(page, lambda: "/ton-dong" in page.url and "ky=2026-Q2" in page.url)


def test_without_a_snapshot_the_page_says_what_to_do(empty_visit):
    tab = empty_visit(1024, 768)
    page = tab.open("tong-quan")
    tab.save("empty")
    assert page.locator(".state h2").inner_text() == shell.NOT_READY_TITLE
    assert (tab.foreign, tab.errors) == ([], [])
