"""The page that a browser is given first names where the app answers and the scripts of the first screen."""

from __future__ import annotations

import asyncio
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from dashboard.drawing import entrance, packaged
from dashboard.screen import around

STREAMLIT = packaged.package("streamlit") / "static"
PLAIN = (STREAMLIT / "index.html").read_text(encoding="utf-8")
AHEAD = re.compile(r'<link rel="modulepreload" crossorigin href="\./(static/js/[^"]+)">')


def given(address: str) -> httpx.Response:
    around.unknown_addresses()
    app = Starlette(routes=create_streamlit_static_assets_routes(""))

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://giam-sat") as browser:
            return await browser.get(address, headers={"Accept": "text/html"})

    with ThreadPoolExecutor(1) as apart:  # a browser test of the same process leaves a loop running in this thread
        return apart.submit(asyncio.run, ask()).result()


@pytest.mark.parametrize("address", ["/", "/tong-quan", "/tong-quan?ky=2026-Q3", "/index.html"])
def test_every_address_gives_it_and_none_keeps_it(address):
    answer = given(address)
    assert answer.text == packaged.entrance_page().read_text(encoding="utf-8")
    assert answer.headers["Cache-Control"] == "no-cache"


def test_it_is_streamlits_own_with_lines_more():
    lines = given("/tong-quan").text.splitlines()
    assert [line for line in PLAIN.splitlines() if line not in lines] == []
    assert sum(entrance.ROOT in line for line in lines) == 1
    before = [line.strip() for line in lines].index('<script src="./app/static/root.js"></script>')
    assert before < next(i for i, line in enumerate(lines) if entrance.BEGINS in line)


def test_the_scripts_of_the_first_screen_are_there_once_and_whole():
    asked = AHEAD.findall(packaged.entrance_page().read_text(encoding="utf-8"))
    assert len(asked) == len(set(asked))
    assert [name for name in asked if not (STREAMLIT / name).is_file()] == []
    for part in entrance.FIRST_DRAWN:
        assert sum(name.startswith(f"static/js/{part}.") for name in asked) == 1, part
    for name in asked:
        needs = entrance.NEEDS.findall((STREAMLIT / name).read_text(encoding="utf-8"))
        assert [each for each in needs if f"static/js/{each}" not in asked and each not in PLAIN] == [], name


@pytest.mark.parametrize("gone", ["another beginning", "nothing can be written"])
def test_where_it_cannot_be_made_streamlits_own_is_given(tmp_path: Path, gone):
    shutil.copy(STREAMLIT / "index.html", tmp_path)
    if gone == "another beginning":
        (tmp_path / "index.html").write_text("<p>another</p>", encoding="utf-8")
        static = tmp_path
    else:
        static = tmp_path / "index.html" / "no folder"
    (tmp_path / "static" / "js").mkdir(parents=True)
    assert entrance.page(static, tmp_path) == tmp_path / "index.html"
