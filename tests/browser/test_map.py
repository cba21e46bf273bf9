"""The map in a real Chromium with the network closed: every area is drawn, a tap goes inside, names are text."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pandas as pd
import pytest
import shapely
from playwright.sync_api import TimeoutError as Late
from playwright.sync_api import expect

from dashboard.screen import labels
from dashboard.words import choices, codes, hotspots
from dashboard.words import legend as words
from data_loaders.geography import boundary
from tests import shown, tiny_province
from tests.browser import islands
from tests.browser.conftest import _visits, served
from tests.browser.waiting import eventually
from tests.published.thanh_hoa_2022 import build_thanh_hoa_2022

TRUONG_SA = "576"
MAP = "iframe[title*='folium']"
SHAPES = "path.leaflet-interactive"
BACK = hotspots.BACK
COUNT_FRAMES = """selector => {
    const found = () => document.querySelectorAll(selector);
    found()[0].contentWindow.kept = 'yes';
    window.counts = [found().length];
    new MutationObserver(() => window.counts.at(-1) === found().length || window.counts.push(found().length))
        .observe(document.body, {childList: true, subtree: true});
}"""
HOSTILE = """<script>window.hacked=1</script>"x" & 'y' <img src=x onerror="window.hacked=1"> [z](http://a.b) **w**"""
BOXES = {
    "D1": (0, 0, 2, 1),
    "D2": (0, 1, 2, 2),
    "C1": (0, 0, 1, 1),
    "C2": (1, 0, 2, 1),
    "C3": (0, 1, 1, 2),
    "C4": (1, 1, 2, 2),
}
ADDRESSES = [
    "ban-do",
    "ban-do?xem=change",
    "ban-do?xem=series",
    "ban-do?xem=recorded",
    "ton-dong?xem=agency",
    "so-sanh?xem=parts",
]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("map")]


@pytest.fixture(scope="module")
def thanh_hoa(tmp_path_factory):
    folder = tmp_path_factory.mktemp("thanh_hoa")
    build_thanh_hoa_2022(folder / "case.sqlite")
    yield from served(shown.taken(folder, folder / "case.sqlite"), folder / "log.txt")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The tiny province with markup in the names of every unit, group, body and shape."""
    folder = tmp_path_factory.mktemp("hostile")
    path = tiny_province.build(folder / "case.sqlite")
    with closing(sqlite3.connect(path)) as db, db:
        for table, column in (("units", "name"), ("unit_groups", "group_name"), ("agencies", "name")):
            db.execute(f"update {table} set {column} = {column} || ' ' || ?", [HOSTILE])
    rows = [
        ("district" if code[0] == "D" else "commune", code, f"{code} {HOSTILE}",
         shapely.to_geojson(shapely.box(*(105 + edge / 5 for edge in box))),
         105 + (box[0] + box[2]) / 10, 105 + (box[1] + box[3]) / 10, "official")
        for code, box in BOXES.items()
    ]  # fmt: skip
    shapes = pd.DataFrame(rows, columns=boundary.COLUMNS)
    south = shapes["geojson"].map(lambda text: shapely.to_geojson(shapely.transform(shapely.from_geojson(text), down)))
    boundary.save(shapes.assign(geojson=south, label_lat=shapes["label_lat"] - 85), folder / "geography")
    yield from served(shown.taken(folder, path), folder / "log.txt")


def down(points):
    return points - [0, 85]


@pytest.fixture
def visit_thanh_hoa(chromium, thanh_hoa):
    yield from _visits(chromium, thanh_hoa)


@pytest.fixture
def visit_hostile(chromium, hostile):
    yield from _visits(chromium, hostile)


def test_thanh_hoa_has_26_former_districts_and_166_communes(visit_thanh_hoa):
    tab = visit_thanh_hoa(1024, 768)
    page = tab.open("ban-do?keo=1")
    shapes = page.frame_locator(MAP).locator(SHAPES)
    expect(shapes).to_have_count(26, timeout=90_000)
    shapes.nth(3).click(force=True)
    tab.settle()
    eventually(page, lambda: "dia-ban=" in page.url and 1 < shapes.count() < 26)
    page.get_by_role("button", name=BACK).click()
    tab.settle()
    eventually(page, lambda: "dia-ban=" not in page.url)
    expect(shapes).to_have_count(26, timeout=90_000)
    page = tab.open("ban-do?keo=1&chia=xa")
    expect(page.frame_locator(MAP).locator(SHAPES)).to_have_count(166, timeout=90_000)
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.mark.xdist_group("full")
def test_a_tap_draws_the_map_anew_and_not_the_page(visit):
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1")
    shapes = page.frame_locator(MAP).locator(SHAPES)
    expect(shapes).to_have_count(24, timeout=90_000)
    page.evaluate("document.querySelector('.page-title').dataset.kept = 'yes'")
    shapes.nth(4).click(force=True)
    tab.settle()
    eventually(page, lambda: "dia-ban=" in page.url and 1 < shapes.count() < 24)
    inside = shapes.count()
    district = page.url
    shapes.nth(1).click(force=True)
    tab.settle()
    eventually(page, lambda: page.url != district)
    expect(shapes).to_have_count(inside, timeout=90_000)
    assert page.evaluate("document.querySelector('.page-title').dataset.kept") == "yes"
    assert page.locator("[data-testid='stException']").count() == 0
    tab.save("map-inside-a-commune")
    page.locator(".st-key-hotspots-back-one button").click()
    tab.settle()
    eventually(page, lambda: page.url == district)
    page.locator(".st-key-hotspots-back button").click()
    tab.settle()
    expect(shapes).to_have_count(24, timeout=90_000)
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.mark.xdist_group("full")
def test_one_frame_from_the_first_map_to_the_last_on_a_slow_tablet(visit):
    """Taps, another measure, kind, division, the whole screen: never a second map beside the first, never none."""
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1")
    shapes = page.frame_locator(MAP).locator(SHAPES)
    expect(shapes).to_have_count(24, timeout=90_000)
    page.evaluate(COUNT_FRAMES, MAP)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    shapes.nth(4).click(force=True)
    eventually(page, lambda: "dia-ban=" in page.url and 1 < shapes.count() < 24)
    inside = page.url
    tab.settle()
    shapes.nth(1).click(force=True)
    eventually(page, lambda: page.url != inside)
    choose(tab, "choice-do", hotspots.MEASURES["overdue_share"])
    eventually(page, lambda: "do=overdue_share" in page.url)
    sheet(tab)
    choose(tab, "filter-kind", codes.KINDS["petition"])
    eventually(page, lambda: "loai=" in page.url)
    tab.settle()
    page.keyboard.press("Escape")
    page.locator(".st-key-hotspots-back button").click()
    expect(shapes).to_have_count(24, timeout=90_000)
    sheet(tab)
    page.get_by_text(choices.DIVISIONS["commune"], exact=True).click()
    expect(shapes).to_have_count(160, timeout=90_000)
    tab.settle()
    page.keyboard.press("Escape")
    whole = page.locator(".st-key-hotspots-wide button")
    options = page.locator(".st-key-map-options button").first
    eventually(page, lambda: unfolded(options, whole), seconds=1)
    whole.click()
    eventually(page, lambda: "rong=1" in page.url)
    tab.settle()
    page.locator(".st-key-hotspots-wide button").click()
    eventually(page, lambda: "rong=" not in page.url)
    tab.settle()
    assert page.evaluate("window.counts") == [1]
    assert page.evaluate("document.querySelector(`iframe[title*='folium']`).contentWindow.kept") == "yes"
    assert (tab.foreign, tab.errors) == ([], [])


def unfolded(button, inside):
    """A tap on what opens and closes, and time to come; another only where the page was drawn anew and closed it."""
    if not inside.is_visible():
        button.click()
    with suppress(Late):
        inside.wait_for(timeout=30_000)
    return inside.is_visible()


def sheet(tab):
    """Opens the sheet of the filter; again where the page was still being drawn."""
    inside = tab.page.locator(".st-key-filter-sheet")
    sentence = tab.page.locator(".st-key-filter-sentence button")
    eventually(tab.page, lambda: inside.is_visible() or sentence.click())


def choose(tab, key, words):
    """Opens the list again where the page was still being drawn and closed it."""
    tab.settle()
    option = tab.page.get_by_role("option", name=words, exact=True)
    eventually(tab.page, lambda: option.is_visible() or tab.page.locator(f".st-key-{key} input").click())
    option.click()


@pytest.mark.xdist_group("full")
def test_counts_are_circles_rates_are_not_and_160_communes_are_drawn(visit):
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1&chia=xa&do=open_count")
    frame = page.frame_locator(MAP)
    expect(frame.locator(SHAPES)).to_have_count(160, timeout=90_000)
    eventually(page, lambda: frame.locator("path:not(.leaflet-interactive)").count() > 100)
    page = tab.open("ban-do?keo=1&do=overdue_share")
    expect(frame.locator(SHAPES)).to_have_count(24, timeout=90_000)
    bare = frame.locator("svg.leaflet-zoom-animated path:not(.leaflet-interactive)")
    eventually(page, lambda: bare.count() == 0)
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.mark.xdist_group("full")
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
def test_the_map_for_the_projector_fills_the_screen(visit, size):
    tab = visit(*size)
    page = tab.open("ban-do?keo=1&rong=1")

    def drawn():
        return page.locator(MAP).bounding_box() or {"width": 0, "height": 0}

    eventually(page, lambda: drawn()["width"] > 0.9 * size[0] and drawn()["height"] > 0.65 * size[1])
    wide = drawn()["height"]
    expect(page.frame_locator(MAP).locator(SHAPES)).to_have_count(24, timeout=90_000)
    areas = page.frame_locator(MAP).locator("svg.leaflet-zoom-animated > g")
    eventually(page, lambda: areas.bounding_box()["height"] > 0.75 * wide)
    tab.save(f"map-wide-{size[0]}")
    page.get_by_role("button", name=hotspots.NARROW).click()
    tab.settle()
    eventually(page, lambda: 0 < drawn()["height"] < wide)


@pytest.mark.xdist_group("full")
@pytest.mark.parametrize("kind", ["png", "pptx", "docx", "svg"])
def test_the_map_is_taken_away_as_it_stands(visit, kind):
    tab = visit(1024, 768)
    page = tab.open("ban-do?keo=1")
    expect(page.frame_locator(MAP).locator(SHAPES)).to_have_count(24, timeout=90_000)
    page.locator(".st-key-map-options button").first.click()
    with page.expect_download() as taken:
        page.get_by_role("button", name=hotspots.FILE_KINDS[kind], exact=True).click()
    made = Path(taken.value.path()).read_bytes()
    assert taken.value.suggested_filename.endswith(f".{kind}")
    assert made.startswith({"png": b"\x89PNG", "svg": b"<svg"}.get(kind, b"PK"))
    assert tab.foreign == []


def test_names_are_text_on_the_map_and_beside_it(visit_hostile):
    tab = visit_hostile(1024, 768)
    page = tab.open("ban-do?keo=1")
    frame = page.frame_locator(MAP)
    expect(frame.locator(SHAPES)).to_have_count(2, timeout=90_000)
    tooltip = frame.locator(".leaflet-tooltip")
    eventually(page, lambda: tooltip.count() > 0 or frame.locator(SHAPES).first.hover(force=True))
    assert HOSTILE in tooltip.inner_text()
    eventually(page, lambda: HOSTILE in "".join(frame.locator(".area-label").all_inner_texts()))
    frame.locator(SHAPES).first.click(force=True)
    eventually(page, lambda: "dia-ban=" in page.url)
    district = page.url
    tab.settle()
    frame.locator(SHAPES).first.click(force=True)
    eventually(page, lambda: page.url != district)
    tab.settle()
    expect(page.locator(".headline")).to_contain_text(HOSTILE)
    back = page.locator(".st-key-hotspots-back-one button")
    expect(back).to_be_visible()
    assert HOSTILE in back.inner_text().replace(labels.JOINER, "")
    assert_harmless(tab)


@pytest.mark.parametrize("address", ADDRESSES)
def test_names_with_markup_do_nothing_anywhere(visit_hostile, address):
    tab = visit_hostile(1024, 768)
    tab.open(address)
    assert_harmless(tab)


def assert_harmless(tab) -> None:
    """Nothing of a name has become an element or has run, in the page or in a frame of it."""
    assert tab.page.locator("[data-testid='stException']").count() == 0
    for frame in tab.page.frames:
        assert frame.evaluate("window.hacked") is None
        assert frame.locator("img[src='x'], a[href='http://a.b']").count() == 0
    assert (tab.foreign, tab.errors) == ([], [])


@pytest.fixture(scope="module")
def khanh_hoa(tmp_path_factory):
    folder = tmp_path_factory.mktemp("khanh_hoa")
    islands.build("56", folder / "case.sqlite")
    yield from served(shown.taken(folder, folder / "case.sqlite"), folder / "log.txt")


@pytest.fixture
def visit_khanh_hoa(chromium, khanh_hoa):
    yield from _visits(chromium, khanh_hoa)


def widths(shapes, *, frame):
    """Pixels of each area on the land: those right of the frame's left edge are islands in it."""
    boxes = [shape.bounding_box() for shape in shapes.all()]
    return [box["width"] for box in boxes if not (frame["x"] <= box["x"] <= frame["x"] + frame["width"])]


def test_far_islands_stand_in_a_frame_and_the_land_fills_the_map(visit_khanh_hoa):
    """Trường Sa is 600 km off: with it in its place a commune of the land was 8 pixels wide."""
    tab = visit_khanh_hoa(1024, 768)
    page = tab.open("ban-do?keo=1&chia=xa")
    drawing = page.frame_locator(MAP)
    shapes = drawing.locator(SHAPES)
    expect(shapes).to_have_count(65, timeout=90_000)
    name = drawing.locator(".area-inset")
    expect(name).to_have_text("Trường Sa")
    frame = drawing.locator("path:not(.leaflet-interactive)").last.bounding_box()
    here = name.bounding_box()
    assert frame["x"] <= here["x"] and here["x"] + here["width"] <= frame["x"] + frame["width"]
    land = widths(shapes, frame=frame)
    assert len(land) == 64
    assert pd.Series(land).median() >= 20
    assert page.get_by_text(words.INSETS).count() == 1
    assert (tab.foreign, tab.errors) == ([], [])


def test_an_island_in_its_frame_is_tapped_like_any_area(visit_khanh_hoa):
    tab = visit_khanh_hoa(1024, 768)
    page = tab.open("ban-do?keo=1")
    drawing = page.frame_locator(MAP)
    frame = drawing.locator("path:not(.leaflet-interactive)").last
    expect(drawing.locator(SHAPES).first).to_be_visible(timeout=90_000)
    page.locator(MAP).scroll_into_view_if_needed()
    tab.settle()
    box = frame.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.58)
    tab.settle()
    eventually(page, lambda: f"dia-ban={TRUONG_SA}" in page.url)


def test_no_frame_lies_below_the_zoom_buttons(visit_khanh_hoa):
    tab = visit_khanh_hoa(1024, 768)
    page = tab.open("ban-do?keo=1")
    drawing = page.frame_locator(MAP)
    expect(drawing.locator(SHAPES).first).to_be_visible(timeout=90_000)
    buttons = drawing.locator(".leaflet-control-zoom").bounding_box()
    for path in drawing.locator("path").all():
        assert path.bounding_box()["x"] >= buttons["x"] + buttons["width"]
