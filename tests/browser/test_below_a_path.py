"""The app below a part of a name, as a proxy may give it: links, search, map, downloads, old addresses."""

from __future__ import annotations

import pytest

from dashboard.words import canvas, shell
from tests import shown
from tests.browser.conftest import _visits, served
from tests.browser.test_ways import FOUND, MOVING, NAMED, SEARCH, TYPED
from tests.browser.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]

BELOW = "vp/giam-sat"
FONTS = (
    "document.fonts.ready.then(fonts => [...fonts].filter(font => font.status === 'loaded').map(font => font.family))"
)


def test_every_link_and_every_file_holds_below_a_path(chromium, tmp_path):
    running = served(shown.full(), tmp_path / "log.txt", below=BELOW)
    visits = _visits(chromium, next(running))
    try:
        tab = next(visits)(1024, 768, touch=True)
        asked = []
        tab.page.on("response", lambda answer: asked.append((answer.status, answer.url, answer.request.resource_type)))
        page = tab.open("")
        assert page.url.startswith(f"{tab.base}/tong-quan")
        assert "Be Vietnam Pro" in str(page.evaluate(FONTS))

        page.locator(".card a").first.tap()
        eventually(page, lambda: page.url.startswith(f"{tab.base}/ton-dong?"))
        tab.settle()
        page.locator(NAMED, has_text="HS-").first.tap()
        eventually(page, lambda: page.url.startswith(f"{tab.base}/ho-so?ma=HS-"))
        tab.settle()

        page.locator(SEARCH).tap()
        page.locator(TYPED).fill("hac khe")
        eventually(page, lambda: page.locator(FOUND).count() > 1)
        page.locator(FOUND).first.tap()
        eventually(page, lambda: page.url.startswith(f"{tab.base}/don-vi?"))
        tab.settle()

        page.locator('[class*="st-key-behind-"] button').first.tap()
        with page.expect_download() as download:
            page.get_by_role("button", name=canvas.DOWNLOAD).tap()
        assert download.value.path().read_bytes().startswith(b"\xef\xbb\xbf")

        tab.open("ban-do?keo=1")
        eventually(page, lambda: page.frame_locator(MOVING).locator("path.leaflet-interactive").count() > 1)
        tab.open("khong-co/nua")
        assert page.url == f"{tab.base}/tong-quan"
        assert page.locator(".notice").all_inner_texts() == [shell.NO_SUCH_PAGE]

        outside = {url for _, url, _ in asked if not url.startswith((f"{tab.base}/", "data:", "blob:"))}
        assert outside == set()
        assert [each for each in asked if each[0] >= 400 and "/_stcore/" not in each[1]] == []
        assert (tab.foreign, tab.errors) == ([], [])
    finally:
        visits.close()
        running.close()
