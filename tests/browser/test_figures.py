"""A figure under the finger: nothing heavy is fetched, nothing scrolls inside or is cut, one sign opens the rest."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import Page

from dashboard.words import canvas
from tests.browser.waiting import eventually

HEAVY = ("PlotlyChart", "DataFrame", "glide")
VIEWS = (
    "tong-quan",
    "ton-dong?xem=longest",
    "so-sanh",
    "so-sanh?xem=periods",
    "tiep-cong-dan?xem=outcome&phan=volume",
    "don-vi?dia-ban=92001",
)
INSIDE = """() => [...document.querySelectorAll(
    '.rows-frame, .rows, .drawn, .bars, .cells, .rows td, .st-key-frame-asked')]
    .filter(element => element.scrollWidth > element.clientWidth + 1 || ['auto', 'scroll'].includes(
        getComputedStyle(element).overflowY))
    .map(element => `${element.className} ${element.textContent.slice(0, 80)}`)"""
LEFT = """() => [...document.querySelectorAll('.rows th.number, .rows td.number')]
    .filter(cell => getComputedStyle(cell.parentElement).display === 'table-row'
        && getComputedStyle(cell).textAlign !== 'right')
    .map(cell => cell.textContent)"""
SILENT = """() => [...document.querySelectorAll('svg.over, ul.bars:not(.thin), ul.cells, table.rows')]
    .filter(each => !(each.getAttribute('aria-label') || each.querySelector('title, caption')?.textContent))
    .map(each => each.outerHTML.slice(0, 120))"""
SIGN = '[class*="st-key-behind-"] button'

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]


def _sound(page: Page) -> bool:
    return [fault for script in (INSIDE, LEFT, SILENT) for fault in page.evaluate(script)] == []


def test_no_view_fetches_a_chart_library_and_no_table_is_cut(visit):
    tab = visit(1024, 768)
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    for view in VIEWS:
        page = tab.open(view)
        for width, height in ((1024, 768), (820, 1180), (1920, 1080)):
            page.set_viewport_size({"width": width, "height": height})
            eventually(page, partial(_sound, page), seconds=5)
    assert [url for url in asked if any(name in url for name in HEAVY)] == []
    assert (tab.foreign, tab.errors) == ([], [])


def test_the_sign_opens_rows_definition_and_file_and_the_picture_to_touch_is_fetched_then(visit):
    tab = visit(1024, 768)
    asked: list[str] = []
    tab.page.on("request", lambda request: asked.append(request.url))
    page = tab.open("so-sanh?xem=periods")
    assert page.locator('[role="dialog"]').count() == 0
    box = page.locator(SIGN).first.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    page.locator(SIGN).first.click()
    sheet = page.locator('[role="dialog"]')
    eventually(page, lambda: sheet.locator(".rows").count() == 1 and canvas.DOWNLOAD in sheet.inner_text())
    eventually(page, lambda: canvas.COPY in sheet.inner_text())
    tab.save("figure-sheet")
    assert not any("PlotlyChart" in url for url in asked)
    sheet.get_by_role("button", name=canvas.TOUCH).click()
    eventually(page, lambda: sheet.locator(".js-plotly-plot").count() == 1)
    assert any("PlotlyChart" in url for url in asked)
    assert tab.errors == []


def test_one_tap_on_a_bar_opens_its_list(visit):
    tab = visit(1024, 768, touch=True)
    page = tab.open("ton-dong?xem=agency")
    before = page.locator("table.rows").count()
    page.locator(".bars li[data-row] .n").first.tap()
    eventually(page, lambda: page.locator("table.rows").count() > before)
    assert tab.errors == []
